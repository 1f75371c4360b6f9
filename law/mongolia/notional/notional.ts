import {
  addDays,
  compare,
  day,
  divide,
  formatDay,
  formatExact,
  parseDecimal,
  round,
  ZERO,
  type Day,
  type Rational,
} from '@urtuu/kernel';
import type { MissingFact } from '../../assessment.ts';
import {
  missingFact,
  missingParameter,
  notEligible,
  undetermined,
  type Entitlement,
} from '../../component.ts';
import { findingOf } from '../../condition.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { mnt } from '../../money.ts';
import { flag } from '../../parameters/flag.ts';
import { parameter } from '../../parameters/register.ts';
import type { CompiledRecord } from '../../record/compile.ts';
import { monthOf } from '../../record/earnings.ts';
import { lengthBefore } from '../insured-before.ts';
import { pensionRight } from '../pension-right.ts';
import { rounding, roundingFlag } from '../rounding.ts';
import { benefitStatute, type BenefitCase } from '../single-benefit.ts';
import { accountBalance, type Crediting } from './balance.ts';
import { contributionsByMonth } from './contributions-by-month.ts';

const BORN_FROM = parameter('mn.ndc.bornFrom');
const OPENING_ON = parameter('mn.ndc.openingOn');
const DIVISOR = parameter('mn.ndc.divisor');
const INTEREST = parameter('mn.ndc.interest');
const CHOICE = flag('mn.ndc');
const DIVISOR_FLAG = flag('mn.ndc.divisor');
const INTEREST_FLAG = flag('mn.ndc.interest');
const CREDITING = flag('mn.ndc.crediting');

/**
 * Old-age pension of Mongolia by the method of notional accounts (pension law Art 2): the balance divided by the
 * average duration of receipt. Opening balance, contributions and interest make the balance. Divisor, interest and its
 * crediting are not known, so it is computed only on assumed answers, as a simulation.
 */
export const mongoliaNotional = benefitStatute((facts, ground, reasoning) => {
  const entitlement = notional(facts, ground, reasoning);
  return entitlement.outcome === 'eligible'
    ? { entitlements: [entitlement], simulation: true }
    : { entitlements: [entitlement] };
});

function notional(facts: BenefitCase, ground: Ground, reasoning: Reasoning | undefined): Entitlement {
  const { record, insured, on } = facts;
  const cohort = ground.take(BORN_FROM, on);
  if (cohort.day === undefined) {
    reasoning?.unknown([cohort]);
    return undetermined('mn.notional', [missingParameter(cohort)]);
  }
  const within = record.bornFrom >= cohort.day;
  if (!within && record.bornTo >= cohort.day)
    return undetermined('mn.notional', [missingFact('person.birthDate')]);
  reasoning?.note('mn.ndc.cohort', within ? 'holds' : 'fails', {
    args: { cohort: { day: formatDay(cohort.day) } },
    from: [cohort],
    flags: [ground.used(CHOICE)],
  });
  ground.option(CHOICE);
  if (!within) return notEligible('mn.notional');
  const right = pensionRight(record, insured, on, ground, reasoning);
  reasoning?.note('mn.ndc.right', findingOf(right));
  if (right.state === 'fails') return notEligible('mn.notional');
  if (right.state === 'unknown') return undetermined('mn.notional', right.missing);

  const opening = openingOf(facts, ground, reasoning);
  const divisor = answered(
    DIVISOR_FLAG.flag,
    positive(ground.take(DIVISOR, on).amount ?? ground.decimalOption(DIVISOR_FLAG)),
  );
  const interest = answered(
    INTEREST_FLAG.flag,
    ground.take(INTEREST, on).amount ?? ground.decimalOption(INTEREST_FLAG),
  );
  const crediting = creditingOf(ground);
  const missing = [opening, divisor, interest, crediting].flatMap((one) =>
    'missing' in one ? [one.missing] : [],
  );
  if ('missing' in opening || 'missing' in divisor || 'missing' in interest || 'missing' in crediting) {
    reasoning?.note('mn.ndc.notComputable', 'unknown', {
      flags: [ground.used(DIVISOR_FLAG), ground.used(INTEREST_FLAG), ground.used(CREDITING)],
    });
    return undetermined('mn.notional', missing);
  }
  const first = monthOf(opening.value.asOf) + 1;
  const paid = contributionsByMonth(record, first, monthOf(on), ground, reasoning);
  if ('missing' in paid) return undetermined('mn.notional', paid.missing);
  const account = accountBalance(opening.value.balance, paid.value, first, interest.value, crediting.value);
  const amount = round(divide(account.balance, divisor.value), rounding(ground));
  reasoning?.note('mn.ndc.balance', 'holds', {
    args: {
      opening: mnt(opening.value.balance),
      contributions: mnt(account.contributions),
      interest: mnt(account.interest),
      balance: mnt(account.balance),
    },
    flags: [ground.used(INTEREST_FLAG), ground.used(CREDITING)],
  });
  reasoning?.note('mn.ndc.amount', 'holds', {
    args: {
      balance: mnt(account.balance),
      divisor: { decimal: formatExact(divisor.value) },
      amount: mnt(amount),
    },
    flags: [ground.used(DIVISOR_FLAG), roundingFlag(ground)],
  });
  return { component: 'mn.notional', outcome: 'eligible', amount, missing: [] };
}

type Known<Value> = { readonly value: Value } | { readonly missing: MissingFact };

function answered(fact: string, value: Rational | undefined): Known<Rational> {
  return value === undefined ? { missing: missingFact(fact) } : { value };
}

/** A divisor that divides: an assumed nought is no answer. */
function positive(value: Rational | undefined): Rational | undefined {
  return value !== undefined && compare(value, ZERO) > 0 ? value : undefined;
}

function creditingOf(ground: Ground): Known<Crediting> {
  const answer = ground.option(CREDITING);
  return answer === 'yearly' || answer === 'monthly'
    ? { value: answer }
    : { missing: missingFact(CREDITING.flag) };
}

/**
 * The balance that the institution last stated; without one it is nothing where nobody insured the person before the
 * opening day, and unknown otherwise.
 */
function openingOf(
  { record, insured, on }: BenefitCase,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Known<{ readonly balance: Rational; readonly asOf: Day }> {
  const version = ground.take(OPENING_ON, on);
  const stated = statedBalance(record, on);
  if (stated !== undefined) {
    reasoning?.note('mn.ndc.opening', 'holds', {
      args: { balance: mnt(stated.balance), asOf: { day: formatDay(stated.asOf) } },
    });
    return { value: stated };
  }
  if (version.day === undefined) return { missing: missingParameter(version) };
  if (lengthBefore(insured.settled, addDays(version.day, 1)) > 0) {
    reasoning?.note('mn.ndc.openingUnknown', 'unknown', {
      args: { on: { day: formatDay(version.day) } },
      from: [version],
    });
    return { missing: missingFact('mn.ndc.opening') };
  }
  return { value: { balance: ZERO, asOf: version.day } };
}

function statedBalance(record: CompiledRecord, on: Day): { balance: Rational; asOf: Day } | undefined {
  let latest: { balance: Rational; asOf: Day } | undefined;
  for (const { country, kind, currency, balance, asOf } of record.wire.accounts) {
    if (country !== 'MN' || kind !== 'ndc' || currency !== 'MNT') continue;
    const at = day(asOf);
    const value = parseDecimal(balance);
    if (value === undefined || at > on || (latest !== undefined && latest.asOf >= at)) continue;
    latest = { balance: value, asOf: at };
  }
  return latest;
}
