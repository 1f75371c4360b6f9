import { unreachable, type Locale } from '@urtuu/kernel';
import { CURRENCIES } from '../money.ts';
import { explainOption } from '../finding/explain.ts';
import type { Arg } from '../finding/finding.ts';
import { wording } from '../finding/wording.ts';
import type { LawCode } from '../assessment.ts';
import type { SmallestChange } from './why-not.ts';

/** A change in words: "With 14 months more of insurance: full old-age pension, 708,500 ₮". */
export function explainChange(change: SmallestChange, law: LawCode, locale: Locale): string {
  const component = wording(`component.${change.component}`, {}, locale);
  const opened =
    change.amount === undefined
      ? component
      : wording(
          'change.paid',
          { component, amount: { amount: change.amount, currency: CURRENCIES[law] } },
          locale,
        );
  return wording('change.opens', { change: conditionOf(change, locale), opened }, locale);
}

function conditionOf(change: SmallestChange, locale: Locale): string {
  const say = (key: string, args: Readonly<Record<string, Arg>>): string =>
    wording(`change.${key}`, args, locale);
  switch (change.kind) {
    case 'document':
      return say('document', { periods: change.periods.join(', ') });
    case 'months':
      return change.before === undefined
        ? say('months', { months: { months: change.months } })
        : say('monthsBefore', { months: { months: change.months }, before: { day: change.before } });
    case 'later':
      return say('later', { on: { day: change.on } });
    case 'continue':
      return say('continue', { on: { day: change.on } });
    case 'answer':
      return say('answer', {
        question: { term: `flag.${change.flag}` },
        option: explainOption(change.option, locale),
      });
    default:
      return unreachable(change);
  }
}
