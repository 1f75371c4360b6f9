/** Signed notes (C2SP signed-note): a text, an empty line, and signature lines `— name base64(key id ‖ signature)`. */
import { ok, refuse, type Result } from '@urtuu/kernel';
import { fromBase64, joined, toBase64 } from '../bytes.ts';
import { isKeyName, keyId, type VerifierKey } from './verifier-key.ts';

export interface Note {
  /** with its last line end, without the empty line */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly bytes: Uint8Array;
}

/** More than any policy needs, and few enough to check. The format wants room for 16. */
const MOST_SIGNATURES = 64;

const LINE = /^— (\S+) (\S+)$/u;

export function parseNote(source: string): Result<Note, { readonly code: 'note-malformed' }> {
  const malformed = refuse({ code: 'note-malformed' } as const);
  const border = source.lastIndexOf('\n\n');
  if (border < 0 || !source.endsWith('\n') || hasControls(source) || !source.isWellFormed()) return malformed;
  const lines = source.slice(border + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return malformed;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignatureLine(line);
    if (signature === undefined) return malformed;
    signatures.push(signature);
  }
  return ok({ text: source.slice(0, border + 1), signatures });
}

export function parseSignatureLine(line: string): NoteSignature | undefined {
  const [, name, encoded] = LINE.exec(line) ?? [];
  if (name === undefined || encoded === undefined || !isKeyName(name)) return undefined;
  const bytes = fromBase64(encoded);
  if (bytes === undefined || bytes.length < 5) return undefined;
  return { name, keyId: bytes.subarray(0, 4), bytes: bytes.subarray(4) };
}

export function signatureLine({ name, keyId, bytes }: NoteSignature): string {
  return `— ${name} ${toBase64(joined(keyId, bytes))}\n`;
}

/** A note as text: its signature lines in their order. */
export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(signatureLine).join('')}`;
}

/** Whether a signature says that it is of this key. */
export function isBy(signature: NoteSignature, key: VerifierKey): boolean {
  return signature.name === key.name && signature.keyId.every((byte, at) => byte === keyId(key)[at]);
}

/** Control characters below U+0020 other than the line end. */
function hasControls(text: string): boolean {
  // The rule suspects a slip; here control characters are what is meant.
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u0009\u000b-\u001f]/.test(text);
}
