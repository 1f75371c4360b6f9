import type { Day } from '@urtuu/kernel';
import type { AppliedTreaty } from '../agreements/kz-mn.ts';
import {
  provedBeforeInsurance,
  RECOGNISED_SERVICE,
  type RecognitionFacts,
} from '../coordination/recognised-service.ts';
import { ascending, settle, type RecordRule, type SettledRecord } from '../coordination/settle.ts';
import type { Ground } from '../finding/ground.ts';
import { flag } from '../parameters/flag.ts';
import { parameter } from '../parameters/register.ts';
import type { Hazard } from '../record/codes.ts';
import type { CompiledRecord } from '../record/compile.ts';
import type { HazardousLengths } from './hazardous-work.ts';

/** The insured record of Mongolia: contribution months, earlier documented work, and what the agreement adds. */
export interface InsuredRecord {
  readonly settled: SettledRecord;
  readonly cut: Day;
  /** N; 30/360 length */
  readonly insured: number;
  /** of it as a herder; 30/360 length */
  readonly herding: number;
  /** of it in hazardous conditions; undefined for who never worked in any */
  readonly hazardous: HazardousLengths | undefined;
}

const INSURANCE_START = parameter('mn.insuranceStart');
const CUT_OFF = parameter('kzmn.cutOff');
const PRE_1995 = flag('kzmn.pre1995Evidence');
const EQUIVALENT = flag('mn.equivalentPeriods');

interface Facts extends RecognitionFacts {
  readonly closes: Day;
  readonly equivalentCounts: boolean;
}

/** Asked of each span of days in this order; the first that applies decides. */
const RULES: readonly RecordRule<Facts>[] = [
  { rule: 'record.afterAward', applies: (_period, from, { closes }) => from >= closes },
  { rule: 'record.unknownType', applies: ({ activity }) => activity === 'unknown' },
  {
    rule: 'record.noEvidence',
    applies: ({ certainty, evidenced }) => certainty === 'claimed' && !evidenced,
  },
  {
    rule: 'mn.record.beforeInsuranceUnproved',
    applies: (period, from, facts) => period.country === 'MN' && !provedBeforeInsurance(period, from, facts),
  },
  {
    rule: 'mn.record.beforeInsurance',
    basis: 'national',
    applies: ({ country, kind }, from, { mnInsuranceStart }) =>
      country === 'MN' && from < mnInsuranceStart && (kind === 'compulsory' || kind === 'boughtBack'),
  },
  {
    rule: 'mn.record.insured',
    basis: 'national',
    applies: ({ country, insured, kind }) => country === 'MN' && insured && kind !== 'funded',
  },
  {
    rule: 'mn.record.equivalent',
    basis: 'national',
    applies: ({ country, kind }, _from, { equivalentCounts }) =>
      country === 'MN' && kind === 'equivalent' && equivalentCounts,
  },
  ...RECOGNISED_SERVICE,
  { rule: 'mn.record.notInsured', applies: ({ country }) => country === 'MN' },
  { rule: 'record.foreign', applies: () => true },
];

/** The insured record of a person on the award date. */
export function insuredRecord(
  record: CompiledRecord,
  on: Day,
  treaty: AppliedTreaty | undefined,
  ground: Ground,
  trace: 'none' | 'full',
): InsuredRecord {
  const start = ground.take(INSURANCE_START, on).day ?? on;
  const hasEquivalent = record.periods.some(({ country, kind }) => country === 'MN' && kind === 'equivalent');
  const facts: Facts = {
    state: 'MN',
    treaty,
    mnInsuranceStart: start,
    mnDocumentsProve: ground.option(PRE_1995) === 'archiveOrLabourBook',
    closes: on,
    equivalentCounts: hasEquivalent && ground.option(EQUIVALENT) === 'count',
  };
  const cut = CUT_OFF.at(on).day ?? start;
  const turns = treaty === undefined ? ascending(start, on) : ascending(start, on, treaty.cut);
  const settled = settle(
    record.periods,
    { state: 'MN', rules: RULES, facts, turns, careLimit: undefined },
    trace,
  );
  let insured = 0;
  let herding = 0;
  let hazardous: Record<Hazard, number> | undefined;
  for (const { period, length } of settled.counted) {
    insured += length;
    if (period.country !== 'MN') continue;
    if (period.herding) herding += length;
    if (period.hazard !== undefined) {
      hazardous ??= { underground: 0, toxicHot: 0, heavy: 0 };
      hazardous[period.hazard] += length;
    }
  }
  return { settled, cut, insured, herding, hazardous };
}
