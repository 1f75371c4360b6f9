import { add, firstOfMonthIndex, multiply, ratio, ZERO, type Rational } from '@urtuu/kernel';
import type { MissingFact } from '../../assessment.ts';
import { missingFact, missingParameter } from '../../component.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { percent } from '../../money.ts';
import { flag } from '../../parameters/flag.ts';
import { parameter } from '../../parameters/register.ts';
import type { CompiledRecord } from '../../record/compile.ts';
import { sumBetween } from '../../record/earnings.ts';

const EMPLOYER = parameter('mn.c.pension.employer');
const INSURED = parameter('mn.c.pension.insured');
const VOLUNTARY = parameter('mn.v.pension');
const STEPS = flag('mn.contribSteps');

/**
 * Pension contributions of all payers by calendar month, `[first, end)` as month indexes: the rates in force on the
 * recorded income, the voluntary rate in months of voluntary insurance. Who pays makes no difference to the account.
 */
export function contributionsByMonth(
  record: CompiledRecord,
  first: number,
  end: number,
  ground: Ground,
  reasoning: Reasoning | undefined,
): { readonly value: readonly Rational[] } | { readonly missing: readonly MissingFact[] } {
  const found: Rational[] = [];
  const missing: MissingFact[] = [];
  for (let month = first; month < end; month += 1) {
    const income = sumBetween(record.mnEarnings, month, month + 1);
    const rate = income === 0 ? ZERO : rateOf(record, month, ground);
    if ('why' in rate) {
      if (!missing.some(({ fact }) => fact === rate.fact)) missing.push(rate);
    } else found.push(multiply(ratio(income, 100), percent(rate)));
  }
  if (missing.length === 0) return { value: found };
  for (const { why, fact } of missing)
    reasoning?.note('mn.ndc.rateUnknown', 'unknown', {
      args: { fact: why === 'why.parameter' ? { term: `parameter.${fact}` } : { term: why } },
    });
  return { missing };
}

/** The rate of all payers together in a month, percent. */
function rateOf(record: CompiledRecord, month: number, ground: Ground): Rational | MissingFact {
  const on = firstOfMonthIndex(month);
  if (record.mnVoluntary.some(({ from, to }) => from <= month && to > month)) {
    const version = ground.take(VOLUNTARY, on);
    return version.amount ?? missingParameter(version);
  }
  const employer = ground.take(EMPLOYER, on);
  const insured = ground.take(INSURED, on);
  if (employer.amount !== undefined && insured.amount !== undefined)
    return add(employer.amount, insured.amount);
  if (employer.flag !== STEPS.flag) return missingParameter(employer);
  const assumed = ground.decimalOption(STEPS);
  return assumed === undefined ? missingFact(STEPS.flag) : add(assumed, assumed);
}
