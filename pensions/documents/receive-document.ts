/** A document that the other state's clerk wrote: kept with the case, and somebody here reads it. */
import { ok, type Result } from '@urtuu/kernel';
import type { Handled, Received, RuleViolation } from '@urtuu/exchange';
import type { Office } from '../office.ts';
import type { Tx } from '@urtuu/platform';
import { caseOf } from '../inbox/receive-request.ts';

export async function receiveDocument(
  office: Office,
  tx: Tx,
  received: Received<unknown>,
): Promise<Result<Handled, readonly RuleViolation[]>> {
  const work = await caseOf(office, tx, received.envelope);
  if (!work.ok) return work;
  const { type } = received.envelope.document;
  await work.value.keepReceived(received);
  await work.value.event('documentReceived', { document: type, from: office.self.partner.country });
  await work.value.openTask({
    kind: 'readDocument',
    reason: { code: 'documentReceived', values: { document: type } },
  });
  await work.value.audited('document.received', { transmissionId: received.transmissionId, type });
  await work.value.settle();
  return ok({ usedIn: [work.value.row.case_id] });
}
