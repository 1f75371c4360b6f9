/** Readings by no signed-in person: the other state's, by a document sent, and the node's own, of its register. */
import { enqueue, type JobTask, type Principal, type Tx } from '@urtuu/platform';
import { z } from 'zod';
import { LEGAL_BASIS, NODE_ITSELF, type Office } from '../office.ts';

export const NOTE_DISCLOSURE = 'pensions.note-disclosure';

const payloadSchema = z.object({
  personKey: z.string(),
  caseId: z.string(),
  /** institution that was told, or this node itself */
  reader: z.enum(['partner', 'node']),
  institutionId: z.string(),
  purpose: z.string(),
  /** type of the document sent, or what was read */
  what: z.string(),
  reference: z.string(),
});
export type Disclosure = z.input<typeof payloadSchema>;

/** Notes it for the person in a job of the same transaction: if the document leaves, the row will stand. */
export async function noteDisclosure(tx: Tx, disclosure: Disclosure): Promise<void> {
  await enqueue(tx, NOTE_DISCLOSURE, disclosure);
}

export function recordDisclosure({ accessLog }: Office): JobTask {
  return async (payload) => {
    const { personKey, caseId, reader, institutionId, purpose, what, reference } =
      payloadSchema.parse(payload);
    const principal: Principal = {
      subject: reader === 'node' ? NODE_ITSELF.subject : institutionId,
      name: reader === 'node' ? NODE_ITSELF.name : institutionId,
      roles: [],
      institutionId,
    };
    await accessLog.record([{ personKey, caseId, purpose, article: LEGAL_BASIS, what }], {
      principal,
      role: reader === 'node' ? 'system' : 'partner',
      requestId: reference,
    });
  };
}
