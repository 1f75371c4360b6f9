/** What became of a document sent: one that the other state did not take becomes a clerk's task, in the same transaction. */
import type { TransmissionFate } from '@urtuu/exchange';
import type { Tx } from '@urtuu/platform';
import { lockCase } from '../cases/case-store.ts';
import { workOn } from '../cases/case-work.ts';
import { NODE_ITSELF, type Office } from '../office.ts';
import type { PensionsTables } from '../tables.ts';

export async function takeFate(office: Office, tx: Tx, fate: TransmissionFate): Promise<void> {
  if (fate.kind === 'accepted' || fate.kind === 'processed') return;
  const row = await lockCase(tx, fate.caseId);
  if (row === undefined) return;
  await tx
    .tables<PensionsTables>()
    .updateTable('pensions_document')
    .set({ not_taken: fate.kind })
    .where('document_id', '=', fate.documentId)
    .where('direction', '=', 'sent')
    .execute();
  const work = workOn(office, tx, row, NODE_ITSELF);
  await work.openTask({
    kind: 'partnerRejected',
    reason: {
      code: 'partnerRejected',
      values: { document: fate.documentType, rules: whatWasWrong(fate) },
    },
  });
  await work.audited('transmission.notTaken', { transmissionId: fate.transmissionId, kind: fate.kind });
  await work.settle();
}

function whatWasWrong({ kind, rules, problem }: TransmissionFate): string {
  const broken = rules.filter((rule) => rule.severity === 'error');
  if (broken.length > 0) return broken.map((rule) => `${rule.id} ${rule.pointer}`.trim()).join(', ');
  return problem ?? kind;
}
