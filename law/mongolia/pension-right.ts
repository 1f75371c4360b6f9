import type { Day } from '@urtuu/kernel';
import { missingFact, missingParameter } from '../component.ts';
import { findingOf, met, unknownFor, type Condition } from '../condition.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import type { CompiledRecord } from '../record/compile.ts';
import type { InsuredRecord } from './insured-record.ts';
import { fullRoutes, proportionalRoute } from './qualifying.ts';

/**
 * Whether a person has a right to a pension of Mongolia's social insurance: one is in payment, or a way into an
 * old-age pension is open. Rights to pensions that are not computed here show only where they are in payment.
 */
export function pensionRight(
  record: CompiledRecord,
  insured: InsuredRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Condition {
  const step = reasoning?.open('mn.pensionRight');
  const found = right(record, insured, on, ground, step);
  step?.conclude(findingOf(found));
  return found;
}

function right(
  record: CompiledRecord,
  insured: InsuredRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Condition {
  const inPayment = record.wire.benefits.some(
    ({ country, kind, status }) => country === 'MN' && PENSIONS.test(kind) && status !== 'ended',
  );
  if (inPayment) {
    reasoning?.note('mn.pensionRight.inPayment', 'holds');
    return met(true);
  }
  // Nobody without a day of insurance has a right; then no parameter needs to be known either.
  if (insured.insured === 0) return met(false);
  const routes = [
    ...fullRoutes(record, insured, on, ground, reasoning),
    proportionalRoute(record, insured, on, ground, reasoning),
  ];
  if (routes.some(({ open }) => open === 'yes')) return met(true);
  const unknown = routes.filter(({ open }) => open === 'unknown');
  if (unknown.length === 0) return met(false);
  const versions = new Set(unknown.flatMap((route) => route.unknown));
  const birth = unknown.some(({ birthUnknown }) => birthUnknown) ? [missingFact('person.birthDate')] : [];
  return unknownFor(...[...versions].map(missingParameter), ...birth);
}

/** Pension kinds of the exchange profile: old age 1x, invalidity 2x, survivors 3x. */
const PENSIONS = /^[123]\d$/;
