/** What would open a refused pension: a search over the law on the record that was decided. Pure. */
import { day } from '@urtuu/kernel';
import { whyNot } from '@urtuu/law';
import type { DecisionChanges } from '../contract.ts';
import type { DecisionRow } from '../tables.ts';
import { assumptionsOf } from './draft-decision.ts';

/** The changes of a decision of this state; the other state keeps its own record. */
export function changesOf({
  record,
  assessment,
  options,
}: Pick<DecisionRow, 'record' | 'assessment' | 'options'>): DecisionChanges {
  if (record === null) return { computable: false, changes: [] };
  const { law, on } = assessment;
  const { changes } = whyNot(record, { law, treaty: 'kz-mn', on: day(on), assume: assumptionsOf(options) });
  return { computable: true, changes: [...changes] };
}
