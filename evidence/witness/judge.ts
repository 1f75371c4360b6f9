/**
 * What a witness answers to `add-checkpoint` (C2SP tlog-witness), given what it knows of the log. Pure: whoever keeps
 * the state must judge and keep in one atomic step, and keep before answering.
 */
import { sameBytes } from '../bytes.ts';
import { parseCheckpoint, type Checkpoint } from '../checkpoint.ts';
import { verifyConsistency } from '../merkle/verify.ts';
import { EMPTY_ROOT } from '../merkle/tree-hash.ts';
import { isBy, parseNote, type Note } from '../note/note.ts';
import { verifyNote } from '../note/signatures.ts';
import type { VerifierKey } from '../note/verifier-key.ts';
import { parseAddCheckpoint, type AddCheckpoint } from './add-checkpoint.ts';

/** A request whose checkpoint is signed by a log that the witness knows. */
export interface Submission {
  readonly request: AddCheckpoint;
  /** the text of the note, with the log's signatures alone */
  readonly note: Note;
  readonly checkpoint: Checkpoint;
}

export type SubmissionRefusal =
  /** 400 */
  | { readonly code: 'malformed' }
  /** 404 */
  | { readonly code: 'origin-unknown' }
  /** 403 */
  | { readonly code: 'log-signature-missing' }
  /** 400 */
  | { readonly code: 'old-size-too-large' };

export type Reading = { readonly submission: Submission } | { readonly refused: SubmissionRefusal };

/** Reads a body and checks what needs no state. `keysOf` gives the keys of a log that the witness watches. */
export function readSubmission(body: string, keysOf: (origin: string) => readonly VerifierKey[]): Reading {
  const request = parseAddCheckpoint(body);
  const note = request && parseNote(request.note);
  const checkpoint = note?.ok === true ? parseCheckpoint(note.value.text) : undefined;
  if (request === undefined || note?.ok !== true || checkpoint === undefined)
    return { refused: { code: 'malformed' } };
  const keys = keysOf(checkpoint.origin);
  if (keys.length === 0) return { refused: { code: 'origin-unknown' } };
  if (!verifyNote(note.value, keys).ok) return { refused: { code: 'log-signature-missing' } };
  if (request.old > checkpoint.size) return { refused: { code: 'old-size-too-large' } };
  const signatures = note.value.signatures.filter((signature) => keys.some((key) => isBy(signature, key)));
  return { submission: { request, checkpoint, note: { text: note.value.text, signatures } } };
}

/** The last tree of a log that the witness cosigned. */
export interface Seen {
  readonly size: number;
  readonly root: Uint8Array;
}

export const NOTHING_SEEN: Seen = { size: 0, root: EMPTY_ROOT };

export type Judgement =
  /** 200: keep it, then answer with the cosignature */
  | { readonly kind: 'cosign' }
  /** 409: the answer is the size that the witness knows */
  | { readonly kind: 'conflict'; readonly size: number }
  /** 422: the log is not the one that was seen before, or cannot prove it */
  | { readonly kind: 'inconsistent' };

export function judge({ request, checkpoint }: Submission, seen: Seen): Judgement {
  if (request.old !== seen.size) return { kind: 'conflict', size: seen.size };
  const { size, root } = checkpoint;
  const isRoot = size > 0 || sameBytes(root, EMPTY_ROOT);
  const growth = { old: seen.size, oldRoot: seen.root, size, root, proof: request.proof };
  return isRoot && verifyConsistency(growth) ? { kind: 'cosign' } : { kind: 'inconsistent' };
}
