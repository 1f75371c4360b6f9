import {
  addDays,
  addMonths,
  day,
  divide,
  formatExact,
  multiply,
  ratio,
  round,
  type Day,
} from '@urtuu/kernel';
import {
  missingFact,
  missingParameter,
  notEligible,
  undetermined,
  unknownAmong,
  type Entitlement,
} from '../component.ts';
import { allOf, findingOf, met } from '../condition.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { mnt, percent } from '../money.ts';
import { parameter } from '../parameters/register.ts';
import { monthOf, paidBetween, sumBetween } from '../record/earnings.ts';
import { fullMonths } from '../record/length.ts';
import { lengthBefore, unbrokenBefore } from './insured-before.ts';
import { rounding, roundingFlag } from './rounding.ts';
import { benefitStatute, type BenefitCase } from './single-benefit.ts';

const VOLUNTARY = parameter('mn.v.maternity.voluntary');
const COMPULSORY = parameter('mn.v.maternity.compulsory');
const MONTHS = parameter('mn.v.maternity.months');
const AVERAGE_MONTHS = parameter('mn.v.maternity.averageMonths');
const PAID = parameter('mn.v.maternity.paidMonths');
const CONTINUOUS = parameter('mn.v.maternity.continuousMonths');

/**
 * Maternity benefit of Mongolia by the rule before the law of 2023-07-07: for four months a share of the average
 * insurable wage of the last twelve, after twelve paid months, six of them without a gap. Whether the rule survived
 * that law has not been read, so later leaves are undetermined.
 */
export const mongoliaMaternity = benefitStatute((facts, ground, reasoning) => [
  maternity(facts, ground, reasoning),
]);

function maternity(
  { record, insured }: BenefitCase,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const leave = record.wire.circumstances?.maternity;
  if (leave === undefined) {
    reasoning?.note('mn.maternity.notRecorded', 'unknown');
    return undetermined('mn.maternity', [missingFact('circumstances.maternity')]);
  }
  const from = day(leave.from);
  const last = lastKind(insured.settled.counted, from);
  const versions = [
    ground.take(last === 'voluntary' ? VOLUNTARY : COMPULSORY, from),
    ground.take(MONTHS, from),
    ground.take(AVERAGE_MONTHS, from),
    ground.take(PAID, from),
    ground.take(CONTINUOUS, from),
  ] as const;
  const [rate, months, averaged, paid, continuous] = versions;
  const unknown = unknownAmong(versions);
  if (rate.amount === undefined || unknown.length > 0) {
    reasoning?.unknown(unknown);
    return undetermined('mn.maternity', unknown.map(missingParameter));
  }
  const held = fullMonths(lengthBefore(insured.settled, from));
  const unbroken = fullMonths(unbrokenBefore(insured.settled, from));
  const conditions = allOf([met(held >= paid.whole), met(unbroken >= continuous.whole)]);
  reasoning?.note('mn.maternity.record', findingOf(conditions), {
    args: {
      held: { months: held },
      required: { months: paid.whole },
      unbroken: { months: unbroken },
      continuous: { months: continuous.whole },
    },
    from: [paid, continuous],
  });
  if (conditions.state !== 'holds') return notEligible('mn.maternity');
  const end = monthOf(from);
  const first = end - averaged.whole;
  if (paidBetween(record.mnEarnings, first, end) < averaged.whole) {
    reasoning?.note('mn.maternity.noWage', 'unknown', { args: { months: averaged.whole }, from: [averaged] });
    return undetermined('mn.maternity', [missingFact('mn.maternity.wage')]);
  }
  const average = divide(ratio(sumBetween(record.mnEarnings, first, end), 100), ratio(averaged.whole));
  const amount = round(multiply(average, percent(rate.amount)), rounding(ground));
  const until = addDays(addMonths(from, months.whole), -1);
  reasoning?.note('mn.maternity.amount', 'holds', {
    args: {
      average: mnt(average),
      rate: { percent: formatExact(rate.amount) },
      months: months.whole,
      amount: mnt(amount),
    },
    from: [rate, months, averaged],
    flags: [roundingFlag(ground)],
  });
  return { component: 'mn.maternity', outcome: 'eligible', amount, until, missing: [] };
}

/** The kind of the last insurance before a day: voluntary insurance is paid less. */
function lastKind(counted: BenefitCase['insured']['settled']['counted'], before: Day): string | undefined {
  return counted.findLast(({ period, from }) => period.country === 'MN' && from < before)?.period.kind;
}
