import type { Envelope } from '../envelope.ts';

/**
 * Whether a document must be judged after an earlier one is committed: it is of the same case, which the earlier may
 * change, or answers, replaces or repeats it.
 */
export function dependsOn(envelope: Envelope, earlier: Envelope): boolean {
  const { documentId } = earlier.document;
  const { document } = envelope;
  return (
    envelope.case.caseId === earlier.case.caseId ||
    document.documentId === documentId ||
    document.inReplyTo === documentId ||
    document.supersedes?.documentId === documentId
  );
}
