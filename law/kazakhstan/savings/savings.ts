import {
  compare,
  decimal,
  formatDay,
  formatExact,
  multiply,
  parseDay,
  round,
  yearOf,
  civilDate,
  type Day,
  type Rational,
  type Rounding,
} from '@urtuu/kernel';
import { oldAgeBenefit, type AppliedTreaty } from '../../agreements/kz-mn.ts';
import {
  missingFact,
  missingParameter,
  notEligible,
  undetermined,
  unknownAmong,
  type Entitlement,
} from '../../component.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { FLOOR_TO_HUNDREDTH, FLOOR_TO_ONE, kzt, percent } from '../../money.ts';
import type { NationalResult } from '../../national-result.ts';
import { flag } from '../../parameters/flag.ts';
import { parameter } from '../../parameters/register.ts';
import type { CompiledRecord } from '../../record/compile.ts';
import { SCHEMES } from '../../record/codes.ts';
import type { Account } from '../../record/insurance-record.ts';
import { beforeAge, pensionAge } from '../pension-age.ts';
import { employerPart } from './employer-part.ts';
import { exportedAmount } from './export.ts';
import { payout } from './payout.ts';

const FIRST_YEAR = parameter('kz.uapf.firstYearRate');
const RISE = parameter('kz.uapf.yearlyIncrease');
const FLOOR_SHARE = parameter('kz.uapf.floor');
const ONE_OFF = parameter('kz.uapf.oneOffThreshold');
const COEFFICIENT = parameter('kz.uapf.coefficient');
const NEW_METHOD = parameter('kz.uapf.newMethodFrom');
const SUBSISTENCE_MINIMUM = parameter('kz.subsistenceMinimum');
const MIN_PENSION = parameter('kz.minPension');
const ADJUST = flag('kz.uapfAdjustDate');
const DEPARTURE = flag('kzmn.departureChoice');
const ROUND = flag('round.kzFunded');

const ROUNDINGS: Readonly<Record<string, Rounding>> = {
  truncateToHundredth: FLOOR_TO_HUNDREDTH,
  truncateToOne: FLOOR_TO_ONE,
};

/**
 * Payments from the savings of the funded pillar of Kazakhstan: the accumulative fund (UAPF) month by month or at once,
 * and the employer's notional part (OPVR). They are never combined with periods of another state and never prorated;
 * under the agreement they are exported, converted at the official rate of the day.
 */
export function kazakhstanSavings(
  record: CompiledRecord,
  on: Day,
  payOn: Day,
  treaty: AppliedTreaty | undefined,
  ground: Ground,
  reasoning: Reasoning | undefined,
): NationalResult {
  const funded = reasoning?.open('kz.savings');
  const own = fundedPart(record, on, payOn, treaty, ground, funded);
  funded?.conclude(FINDING[own.outcome]);
  const employer = employerPart(record, on, treaty, ground, reasoning);
  return { entitlements: [own, employer], settled: NO_RECORD, cut: on, nextEligible: [] };
}

const FINDING = { eligible: 'holds', notEligible: 'fails', undetermined: 'unknown' } as const;

/** Savings are no record of days. */
const NO_RECORD: NationalResult['settled'] = { counted: [], dropped: [] };

function fundedPart(
  record: CompiledRecord,
  on: Day,
  payOn: Day,
  treaty: AppliedTreaty | undefined,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const account = latestAccount(record, 'uapf', on);
  if (account === undefined) {
    reasoning?.note('kz.savings.none', 'fails');
    return notEligible('kz.funded');
  }
  reasoning?.note('kz.savings.balance', 'info', {
    args: {
      balance: { amount: account.balance, currency: account.currency },
      asOf: { day: account.asOf },
    },
  });
  const savings = decimal(account.balance);
  if (record.residence === 'KZ') return pensionFrom(savings, record, on, payOn, ground, reasoning);
  return abroad(savings, record, on, payOn, treaty, ground, reasoning);
}

/** The newest statement of an account up to a day. */
function latestAccount(record: CompiledRecord, kind: string, on: Day): Account | undefined {
  const last = formatDay(on);
  return record.kzAccounts
    .filter((account) => account.kind === kind && account.asOf <= last)
    .toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1))
    .at(-1);
}

/**
 * Who has left for good has a choice that is the applicant's alone: export under the agreement, or, for foreigners and
 * stateless persons, all savings at once under national law.
 */
function abroad(
  savings: Rational,
  record: CompiledRecord,
  on: Day,
  payOn: Day,
  treaty: AppliedTreaty | undefined,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const departure = record.wire.circumstances?.departure;
  const choice = departure?.choice ?? ground.option(DEPARTURE);
  reasoning?.note('kz.savings.departure', choice === 'askApplicant' ? 'unknown' : 'info', {
    args: { choice: { term: `option.${choice ?? 'askApplicant'}` }, residence: record.residence },
    ...(departure?.choice === undefined ? { flags: [ground.used(DEPARTURE)] } : {}),
  });
  if (choice === 'fullWithdrawal') {
    const foreigner = !record.wire.person.citizenships.includes('KZ');
    reasoning?.note('kz.savings.withdrawal', foreigner ? 'holds' : 'fails', {
      args: { amount: kzt(savings) },
    });
    return foreigner
      ? { component: 'kz.funded', outcome: 'eligible', amount: savings, per: 'once', missing: [] }
      : notEligible('kz.funded');
  }
  if (choice !== 'treatyExport') return undetermined('kz.funded', [missingFact('kzmn.departureChoice')]);
  if (treaty === undefined) return undetermined('kz.funded', [missingFact('kzmn.inForceFrom')]);
  const paid = pensionFrom(savings, record, on, payOn, ground, reasoning);
  if (paid.outcome !== 'eligible' || paid.amount === undefined) return paid;
  const converted = exportedAmount(paid.amount, departure?.officialRate, ground, reasoning);
  return converted === undefined ? paid : { ...paid, converted };
}

/** From the pension age on: at once where the savings are small, else month by month. */
function pensionFrom(
  savings: Rational,
  record: CompiledRecord,
  on: Day,
  payOn: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const age = pensionAge(record, on, ground, reasoning);
  if (age.reached !== 'yes') return beforeAge('kz.funded', age, record, ground);
  const earlier = paidByOldMethod(record, on, ground, reasoning);
  if (earlier !== undefined) return earlier;

  const multiple = ground.take(ONE_OFF, on);
  const minPension = ground.take(MIN_PENSION, on);
  if (multiple.amount === undefined || minPension.amount === undefined) {
    const unknown = unknownAmong([multiple, minPension]);
    reasoning?.unknown(unknown);
    return undetermined('kz.funded', unknown.map(missingParameter));
  }
  const limit = multiply(multiple.amount, minPension.amount);
  const small = compare(savings, limit) <= 0;
  reasoning?.note('kz.savings.oneOff', small ? 'holds' : 'fails', {
    args: { multiple: formatExact(multiple.amount), limit: kzt(limit), savings: kzt(savings) },
    from: [multiple, minPension],
  });
  if (small)
    return { component: 'kz.funded', outcome: 'eligible', amount: savings, per: 'once', missing: [] };
  if (raisedByCoefficient(record)) {
    const coefficient = ground.take(COEFFICIENT, on);
    reasoning?.note('kz.savings.coefficient', 'unknown', { from: [coefficient] });
    if (coefficient.amount === undefined) return undetermined('kz.funded', [missingParameter(coefficient)]);
  }
  return monthly(savings, on, payOn, ground, reasoning);
}

/** Raising coefficients for disability and hazardous work exist; their values are not known. */
function raisedByCoefficient(record: CompiledRecord): boolean {
  const { circumstances, periods } = record.wire;
  return circumstances?.disability !== undefined || periods.some(({ scheme }) => scheme === SCHEMES.kzOppv);
}

/** A pension in payment since before 2018 stays with the method of its award, which is not known here. */
function paidByOldMethod(
  record: CompiledRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement | undefined {
  const existing = oldAgeBenefit(record, 'KZ');
  if (existing === undefined) return undefined;
  const turn = ground.take(NEW_METHOD, on);
  const since = parseDay(existing.from);
  if (turn.day === undefined || !since.ok || since.value >= turn.day) return undefined;
  reasoning?.note('kz.savings.oldMethod', 'unknown', {
    args: { from: { day: existing.from }, turn: { day: formatDay(turn.day) } },
    from: [turn],
  });
  return undetermined('kz.funded', [missingFact('kz.uapf.oldMethod')]);
}

function monthly(
  savings: Rational,
  on: Day,
  payOn: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const firstYear = ground.take(FIRST_YEAR, on);
  const rise = ground.take(RISE, on);
  const share = ground.take(FLOOR_SHARE, payOn);
  const minimum = ground.take(SUBSISTENCE_MINIMUM, payOn);
  if (
    firstYear.amount === undefined ||
    rise.amount === undefined ||
    share.amount === undefined ||
    minimum.amount === undefined
  ) {
    const unknown = unknownAmong([firstYear, rise, share, minimum]);
    reasoning?.unknown(unknown);
    return undetermined('kz.funded', unknown.map(missingParameter));
  }
  const rises =
    ground.option(ADJUST) === '1January' ? yearOf(payOn) - yearOf(on) : fullYearsBetween(on, payOn);
  const floor = multiply(minimum.amount, percent(share.amount));
  const terms = { firstYear: firstYear.amount, yearlyRise: rise.amount, floor };
  const { first, risen, due } = payout(savings, rises, terms);
  const amount = round(due, ROUNDINGS[ground.option(ROUND) ?? ''] ?? FLOOR_TO_HUNDREDTH);
  reasoning?.note('kz.savings.firstYear', 'holds', {
    args: {
      savings: kzt(savings),
      rate: { percent: formatExact(firstYear.amount) },
      amount: kzt(round(first, FLOOR_TO_HUNDREDTH)),
    },
    from: [firstYear],
  });
  reasoning?.note('kz.savings.risen', 'info', {
    args: {
      rate: { percent: formatExact(rise.amount) },
      rises,
      amount: kzt(round(risen, FLOOR_TO_HUNDREDTH)),
    },
    from: [rise],
    flags: [ground.used(ADJUST)],
  });
  reasoning?.note('kz.savings.floor', compare(due, risen) === 0 ? 'info' : 'holds', {
    args: {
      share: { percent: formatExact(share.amount) },
      minimum: kzt(minimum.amount),
      floor: kzt(round(floor, FLOOR_TO_HUNDREDTH)),
      amount: kzt(amount),
    },
    from: [share, minimum],
    flags: [ground.used(ROUND)],
  });
  return { component: 'kz.funded', outcome: 'eligible', amount, missing: [] };
}

/** Anniversaries of the award up to the payment date. */
function fullYearsBetween(on: Day, payOn: Day): number {
  const from = civilDate(on);
  const to = civilDate(payOn);
  const before = to.month < from.month || (to.month === from.month && to.day < from.day);
  return to.year - from.year - (before ? 1 : 0);
}
