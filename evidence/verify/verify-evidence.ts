/**
 * Whether a document stood in a log that others witnessed, and who signed it: with the proof, the document and public
 * keys, and nothing else. The checks run in the order of `CHECKS` and end at the first that fails.
 */
import { sha256 } from '@noble/hashes/sha2.js';

import { ok, refuse, type Result } from '@urtuu/kernel';
import { sameBytes } from '../bytes.ts';
import { parseCheckpoint, type Checkpoint } from '../checkpoint.ts';
import { policyFor, type TrustedKeys } from '../keys/trusted-keys.ts';
import { verifyInclusion } from '../merkle/verify.ts';
import { parseNote, type Note } from '../note/note.ts';
import { verifyNote, type Signed } from '../note/signatures.ts';
import { hasQuorum, policyKeys, type Policy } from '../policy/policy.ts';
import { leafOf, parseOpening, type EntryOpening } from '../proof/entry-opening.ts';
import { parseProofFile, type ProofFile } from '../proof/proof-file.ts';
import { hashOfReceipt, namesDocument } from './receipt-hash.ts';
import { receiptOf, subjectOf, type ReceiptFacts, type Subject } from './subject.ts';

export const CHECKS = ['proof', 'document', 'log', 'inclusion', 'witnesses', 'signature'] as const;
export type Check = (typeof CHECKS)[number];

export interface EvidenceRefusal {
  readonly check: Check;
  readonly code:
    | 'proof-malformed'
    | 'document-differs'
    | 'receipt-differs'
    | 'log-unknown'
    | 'checkpoint-unsigned'
    | 'not-included'
    | 'quorum-missing'
    | 'document-unsigned'
    | 'signer-unknown'
    | 'key-not-valid'
    | 'signature-invalid';
  readonly found?: string;
}

export interface Evidence {
  /** name of the log and place in it */
  readonly origin: string;
  readonly index: number;
  /** the log's clock when it took the entry */
  readonly loggedAt: Date;
  /** who cosigned the checkpoint, and when: not later than this the entry was there */
  readonly witnesses: readonly { readonly name: string; readonly at: Date }[];
  /** what was signed, by whom */
  readonly subject: Subject;
  /** of a document that came in: the receipt by which it was accepted */
  readonly receipt?: ReceiptFacts;
}

export interface EvidenceFiles {
  /** text of the `.tlog-proof` */
  readonly proof: string;
  readonly document: Uint8Array;
}

export function verifyEvidence(files: EvidenceFiles, keys: TrustedKeys): Result<Evidence, EvidenceRefusal> {
  const read = readProof(files.proof);
  if (!read.ok) return read;
  const { proof, opening, note, checkpoint } = read.value;
  const document = new TextDecoder().decode(files.document);
  const content = checkContent(files.document, document, read.value);
  if (!content.ok) return content;

  const policy = policyFor(keys, checkpoint.origin);
  const logs = policy.logs.filter(({ key }) => key.name === checkpoint.origin);
  if (logs.length === 0) return refuse({ check: 'log', code: 'log-unknown', found: checkpoint.origin });
  const signed = signaturesOf(note, policy);
  if (!signed.some(({ key }) => logs.some((log) => log.key === key)))
    return refuse({ check: 'log', code: 'checkpoint-unsigned', found: checkpoint.origin });
  const { index } = proof;
  const { size, root } = checkpoint;
  if (!verifyInclusion({ index, size, root, leaf: leafOf(opening), proof: proof.hashes }))
    return refuse({ check: 'inclusion', code: 'not-included', found: `${checkpoint.origin} #${index}` });
  if (!hasQuorum(policy, signed))
    return refuse({ check: 'witnesses', code: 'quorum-missing', found: policy.quorum });

  const subject = subjectOf(document, keys, opening.at);
  if (!subject.ok) return subject;
  const receipt = content.value === undefined ? ok(undefined) : receiptOf(content.value, keys, opening.at);
  if (!receipt.ok) return receipt;
  return ok({
    origin: checkpoint.origin,
    index,
    loggedAt: opening.at,
    witnesses: signed.flatMap(({ key, time }) =>
      time === undefined ? [] : [{ name: key.name, at: new Date(time * 1000) }],
    ),
    subject: subject.value,
    ...(receipt.value === undefined ? {} : { receipt: receipt.value }),
  });
}

interface ReadProof {
  readonly proof: ProofFile;
  readonly opening: EntryOpening;
  readonly note: Note;
  readonly checkpoint: Checkpoint;
}

function readProof(text: string): Result<ReadProof, EvidenceRefusal> {
  const malformed = refuse({ check: 'proof', code: 'proof-malformed' } as const);
  const proof = parseProofFile(text);
  const opening = proof.ok && proof.value.extra !== undefined ? parseOpening(proof.value.extra) : undefined;
  const note = proof.ok ? parseNote(proof.value.checkpoint) : undefined;
  const checkpoint = note?.ok === true ? parseCheckpoint(note.value.text) : undefined;
  if (!proof.ok || note?.ok !== true || opening === undefined || checkpoint === undefined) return malformed;
  if (opening.index !== proof.value.index) return malformed;
  return ok({ proof: proof.value, opening, note: note.value, checkpoint });
}

/**
 * The entry is about the document as it is; or about a receipt, which is logged before it can name its place; or about
 * the receipt in the proof, which names the document. Answers the receipt in the last case.
 */
function checkContent(
  bytes: Uint8Array,
  text: string,
  { opening, checkpoint }: ReadProof,
): Result<string | undefined, EvidenceRefusal> {
  const place = { origin: checkpoint.origin, index: opening.index };
  const { contentHash, receipt } = opening;
  if (receipt === undefined) {
    const isItself = sameBytes(sha256(bytes), contentHash);
    const hash = isItself ? undefined : hashOfReceipt(text, place);
    const fits = isItself || (hash !== undefined && sameBytes(hash, contentHash));
    return fits ? ok(undefined) : refuse({ check: 'document', code: 'document-differs' });
  }
  const hash = hashOfReceipt(receipt, place);
  if (hash === undefined || !sameBytes(hash, contentHash))
    return refuse({ check: 'document', code: 'receipt-differs' });
  return namesDocument(receipt, sha256(bytes))
    ? ok(receipt)
    : refuse({ check: 'document', code: 'document-differs' });
}

/** Every signature of the policy's keys that is good; one that is bad counts as none. */
function signaturesOf(note: Note, policy: Policy): readonly Signed[] {
  const verified = verifyNote(note, policyKeys(policy));
  return verified.ok ? verified.value : [];
}
