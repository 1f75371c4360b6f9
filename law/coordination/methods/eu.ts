import {
  compare,
  divide,
  formatExact,
  maxRational,
  minRational,
  multiply,
  ONE,
  round,
  ZERO,
  type Day,
  type Rational,
} from '@urtuu/kernel';
import type { Arg } from '../../finding/finding.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { formatAmount } from '../../money.ts';
import { flag } from '../../parameters/flag.ts';
import type { RecordPeriod } from '../../record/insurance-record.ts';
import { writeState, type CoordinatedState, type StateDraft } from './coordinated.ts';
import { closedOn, withoutOverlaps } from './overlaps.ts';
import { CLOSED, FINDING, type Scheme, type SchemeAward } from './scheme.ts';

const SMALL_PERIODS = flag('eu.art57_2');
const NEVER = flag('eu.art52_5');

/**
 * Method `eu`: Regulations 883/2004 Art 6, 51, 52, 56, 57 and 987/2009 Art 12, 43. Each state computes its benefit on
 * its own periods alone, and the theoretical amount on all periods times its share of them, and pays the higher. The
 * share is an exact fraction; only what is paid is rounded.
 */
export function coordinateEu(
  schemes: readonly Scheme[],
  periods: readonly RecordPeriod[],
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): CoordinatedState[] {
  const parties = new Set(schemes.map(({ state }) => state));
  const ofParties = periods.filter(({ country }) => parties.has(country));
  const { kept, yielded } = withoutOverlaps(ofParties, on);
  for (const { periodId, country, to, rule, days } of yielded)
    reasoning?.note(rule, 'info', { args: { period: periodId, country, to, days } });
  const dated = closedOn(ofParties, on);
  const cases = schemes.map((scheme): StateCase => {
    const own = kept.filter(({ country }) => country === scheme.state);
    const length = scheme.ownLength(kept);
    const independent = own.length === 0 ? CLOSED : scheme.own(dated);
    const small = compare(length, scheme.year) < 0 && independent.outcome === 'closed';
    return { scheme, own, length, independent, small };
  });
  const all: Shares = {
    kept,
    small: new Set(cases.flatMap(({ small, scheme }) => (small ? [scheme.state] : []))),
  };
  if (cases.every(({ small }) => small)) return allSmall(cases, kept, reasoning);
  return cases.map((one) => writeState(stateOf(one, all, ground, reasoning?.open('eu.state'))));
}

/** One state before the others are looked at. */
interface StateCase {
  readonly scheme: Scheme;
  /** own periods that do not give way */
  readonly own: readonly RecordPeriod[];
  readonly length: Rational;
  readonly independent: SchemeAward;
  /** less than a year, and no right from it alone: Art 57(1) */
  readonly small: boolean;
}

interface Shares {
  readonly kept: readonly RecordPeriod[];
  /** states that are released by Art 57(1) */
  readonly small: ReadonlySet<string>;
}

function stateOf(
  { scheme, length: own, independent, small }: StateCase,
  { kept, small: released }: Shares,
  ground: Ground,
  step: Reasoning | undefined,
): StateDraft {
  const money = (amount: Rational): Arg => ({ amount: formatAmount(amount), currency: scheme.currency });
  const total = scheme.length(kept);
  const length = { own, total };
  const conclude = (award: SchemeAward): void => {
    step?.conclude(FINDING[award.outcome], {
      args: { state: scheme.state, own: formatExact(own), total: formatExact(total) },
    });
  };
  if (small) {
    step?.note('eu.small', 'fails', { args: { own: formatExact(own), year: formatExact(scheme.year) } });
    conclude(CLOSED);
    return { scheme, basis: 'none', award: CLOSED, length };
  }
  if (independent.outcome === 'open')
    step?.note('eu.independent', 'holds', { args: { amount: money(independent.amount) } });
  else step?.note('eu.independentNone', FINDING[independent.outcome]);
  const draft = { scheme, independent, length };

  if (scheme.proRata === 'never') {
    ground.option(NEVER);
    step?.note('eu.never', 'info', { flags: [ground.used(NEVER)] });
    conclude(independent);
    return { ...draft, basis: 'independent', award: rounded(independent, scheme) };
  }
  if (scheme.proRata === 'waived' && independent.outcome === 'open') {
    step?.note('eu.waiver', 'info');
    conclude(independent);
    return { ...draft, basis: 'independent', award: rounded(independent, scheme) };
  }
  const theoretical = scheme.award(kept);
  if (theoretical.outcome !== 'open' || independent.outcome === 'unknown') {
    const award =
      theoretical.outcome === 'closed'
        ? independent
        : theoretical.outcome === 'open'
          ? independent
          : theoretical;
    if (theoretical.outcome === 'closed') step?.note('eu.totalisedNone', 'fails');
    else step?.note('eu.theoreticalUnknown', 'unknown');
    conclude(award);
    return { ...draft, theoretical, basis: 'independent', award: rounded(award, scheme) };
  }
  step?.note('eu.theoretical', 'holds', { args: { amount: money(theoretical.amount) } });

  const takenOver = released.size > 0 && ground.option(SMALL_PERIODS) === 'takenOver';
  const shared = takenOver ? scheme.length(kept.filter(({ country }) => !released.has(country))) : total;
  if (takenOver)
    step?.note('eu.smallTaken', 'info', {
      args: { states: [...released].join(', ') },
      flags: [ground.used(SMALL_PERIODS)],
    });
  const whole = scheme.full === undefined ? shared : minRational(shared, scheme.full);
  const ratio = compare(whole, ZERO) === 0 ? ZERO : minRational(ONE, divide(own, whole));
  const proRata = multiply(theoretical.amount, ratio);
  step?.note('eu.proRata', 'holds', {
    args: {
      own: formatExact(own),
      whole: formatExact(whole),
      theoretical: money(theoretical.amount),
      amount: money(proRata),
    },
  });
  const higher = independent.outcome === 'open' ? maxRational(independent.amount, proRata) : proRata;
  const ownHigher = independent.outcome === 'open' && compare(independent.amount, proRata) >= 0;
  const award: SchemeAward = { outcome: 'open', amount: round(higher, scheme.rounding) };
  step?.note('eu.higher', 'holds', { args: { amount: money(award.amount) } });
  conclude(award);
  return { ...draft, theoretical, ratio, proRata, basis: ownHigher ? 'independent' : 'proRata', award };
}

function rounded(award: SchemeAward, { rounding }: Scheme): SchemeAward {
  return award.outcome === 'open' ? { ...award, amount: round(award.amount, rounding) } : award;
}

/** Art 57(3): where every state would be released, the last one whose conditions are met pays as if all were its own. */
function allSmall(
  cases: readonly StateCase[],
  kept: readonly RecordPeriod[],
  reasoning: Reasoning | undefined,
): CoordinatedState[] {
  const lastDay = ({ own }: StateCase): string =>
    own.reduce((last, { to }) => (to !== null && to > last ? to : last), '');
  const awarding = cases
    .map((one) => ({ one, award: one.scheme.award(kept) }))
    .filter(({ one, award }) => one.own.length > 0 && award.outcome !== 'closed')
    .toSorted((a, b) => (lastDay(a.one) < lastDay(b.one) ? -1 : 1))
    .at(-1);
  if (awarding !== undefined)
    reasoning?.note('eu.smallAll', 'holds', { args: { state: awarding.one.scheme.state } });
  return cases.map(({ scheme, length: own }) => {
    const length = { own, total: scheme.length(kept) };
    if (scheme !== awarding?.one.scheme) return writeState({ scheme, basis: 'none', award: CLOSED, length });
    const award = rounded(awarding.award, scheme);
    return writeState({ scheme, basis: 'theoretical', award, theoretical: awarding.award, length });
  });
}
