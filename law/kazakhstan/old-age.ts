import { formatDay, type Day } from '@urtuu/kernel';
import type { AgeReached } from '../age.ts';
import type { AppliedTreaty } from '../agreements/kz-mn.ts';
import type { ComponentCode } from '../assessment.ts';
import { notEligible, type Entitlement } from '../component.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledRecord } from '../record/compile.ts';
import { fullMonths } from '../record/length.ts';
import type { NationalResult } from '../national-result.ts';
import { basePension } from './base-pension.ts';
import { labourRecord, type LabourRecord } from './labour-record.ts';
import { beforeAge, pensionAge } from './pension-age.ts';
import { solidarityPension } from './solidarity-pension.ts';

const MIN_RECORD = parameter('kz.solidarity.minRecord');
const COMPONENTS = ['kz.base', 'kz.solidarity'] as const;

/** Old-age pension of Kazakhstan on an award date: base and solidarity component for residents of pension age. */
export function kazakhstanOldAge(
  record: CompiledRecord,
  on: Day,
  payOn: Day,
  treaty: AppliedTreaty | undefined,
  ground: Ground,
  reasoning: Reasoning | undefined,
): NationalResult {
  const labour = labourRecord(record, on, treaty, ground, reasoning === undefined ? 'none' : 'full');
  noteRecord(labour, reasoning?.open('kz.record'));
  const common = { settled: labour.settled, cut: labour.cut };

  const resident = record.residence === 'KZ' || treaty?.payer === 'KZ';
  reasoning?.note('kz.residence', resident ? 'holds' : 'fails', {
    inputs: [{ name: 'residence', value: record.residence }],
    args: { residence: record.residence },
  });
  if (!resident) return { ...common, entitlements: COMPONENTS.map(notEligible), nextEligible: [] };

  const age = pensionAge(record, on, ground, reasoning);
  if (age.reached !== 'yes') {
    const answer = (component: ComponentCode): Entitlement => beforeAge(component, age, record, ground);
    return { ...common, entitlements: COMPONENTS.map(answer), nextEligible: upcoming(age, labour, on) };
  }

  const base = reasoning?.open('kz.base');
  const basic = basePension(labour.base, payOn, ground, base);
  base?.conclude(basic.outcome === 'eligible' ? 'holds' : 'unknown');

  const sol = reasoning?.open('kz.solidarity');
  const solidarity = solidarityPension(record, labour.solidarity, on, payOn, ground, sol);
  const outcome = { eligible: 'holds', notEligible: 'fails', undetermined: 'unknown' } as const;
  sol?.conclude(outcome[solidarity.outcome]);
  return { ...common, entitlements: [basic, solidarity], nextEligible: [] };
}

/** The day the age will be reached; the solidarity part needs record from before 1998, which cannot grow any more. */
function upcoming(age: AgeReached, labour: LabourRecord, on: Day): NationalResult['nextEligible'] {
  if (age.reached !== 'no' || age.on === undefined) return [];
  const opens = formatDay(age.on);
  const solidarity = fullMonths(labour.solidarity) >= MIN_RECORD.at(on).whole;
  return [{ route: 'kz.base', on: opens }, ...(solidarity ? [{ route: 'kz.solidarity', on: opens }] : [])];
}

function noteRecord(labour: LabourRecord, reasoning: Reasoning | undefined): void {
  reasoning?.conclude('info', {
    args: {
      solidarity: { months: fullMonths(labour.solidarity) },
      base: { months: fullMonths(labour.base) },
    },
  });
}
