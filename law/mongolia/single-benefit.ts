import type { Day } from '@urtuu/kernel';
import type { Entitlement } from '../component.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import type { NationalResult } from '../national-result.ts';
import type { CompiledRecord } from '../record/compile.ts';
import type { Statute } from '../statutes.ts';
import { insuredRecord, type InsuredRecord } from './insured-record.ts';

/** What a benefit is decided on: the person, the insured record, both dates. */
export interface BenefitCase {
  readonly record: CompiledRecord;
  readonly insured: InsuredRecord;
  readonly on: Day;
  readonly payOn: Day;
}

type Decide = (
  facts: BenefitCase,
  ground: Ground,
  reasoning: Reasoning | undefined,
) =>
  | readonly Entitlement[]
  | (Pick<NationalResult, 'simulation'> & { readonly entitlements: readonly Entitlement[] });

/** A statute of a benefit beside old age: decided on the insured record of Mongolia alone, no agreement covers it. */
export function benefitStatute(decide: Decide): Statute {
  return (record, on, payOn, _treaty, ground, reasoning) => {
    const insured = insuredRecord(record, on, undefined, ground, reasoning === undefined ? 'none' : 'full');
    const decided = decide({ record, insured, on, payOn }, ground, reasoning);
    const own = 'entitlements' in decided ? decided : { entitlements: decided };
    return { ...own, settled: insured.settled, cut: insured.cut, nextEligible: [] };
  };
}
