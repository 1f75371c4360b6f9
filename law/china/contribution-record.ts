import type { Day } from '@urtuu/kernel';
import { lengthOf, settle, type RecordRule, type SettledRecord } from '../coordination/settle.ts';
import type { CompiledRecord } from '../record/compile.ts';

/** The contribution record of China: months with contributions, and earlier service that is deemed so. */
export interface ContributionRecord {
  readonly settled: SettledRecord;
  /** n; 30/360 length */
  readonly contributed: number;
  /** n_d, equivalent periods; 30/360 length */
  readonly deemed: number;
}

interface Facts {
  readonly closes: Day;
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
    rule: 'cn.record.deemed',
    basis: 'national',
    applies: ({ country, kind }) => country === 'CN' && kind === 'equivalent',
  },
  {
    rule: 'cn.record.contributed',
    basis: 'national',
    applies: ({ country, insured, kind }) => country === 'CN' && insured && kind !== 'funded',
  },
  { rule: 'cn.record.notInsured', applies: ({ country }) => country === 'CN' },
  { rule: 'record.foreign', applies: () => true },
];

/** The contribution record of a person on the award date. No agreement adds to it. */
export function contributionRecord(
  record: CompiledRecord,
  on: Day,
  trace: 'none' | 'full',
): ContributionRecord {
  const law = { state: 'CN', rules: RULES, facts: { closes: on }, turns: [on], careLimit: undefined };
  const settled = settle(record.periods, law, trace);
  return {
    settled,
    contributed: lengthOf(settled.counted, ({ rule }) => rule === 'cn.record.contributed'),
    deemed: lengthOf(settled.counted, ({ rule }) => rule === 'cn.record.deemed'),
  };
}
