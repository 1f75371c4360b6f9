/** What was signed and by whom: a document or a receipt, its signature checked with the keys of its institution. */
import { isJsonObject, type Json, ok, refuse, type Result } from '@urtuu/kernel';
import { readSignedJson, type SignedJson } from '../jws/signed-json.ts';
import type { TrustedKeys } from '../keys/trusted-keys.ts';
import type { EvidenceRefusal } from './verify-evidence.ts';

export interface DocumentFacts {
  readonly kind: 'document';
  readonly type: string;
  readonly documentId: string;
  readonly version: number;
  readonly transmissionId: string;
  /** institutions */
  readonly from: string;
  readonly to: readonly string[];
  /** by the sender's clock */
  readonly created: string;
  /** key that signed it */
  readonly kid: string;
}

export interface ReceiptFacts {
  readonly kind: 'receipt';
  readonly level: string;
  readonly outcome: string;
  readonly transmissionId: string;
  /** institution that gave it */
  readonly institution: string;
  readonly receivedAt: string;
  readonly kid: string;
}

export type Subject = DocumentFacts | ReceiptFacts;

/** The signed document or receipt of a text, its signature good and its key valid at the instant. */
export function subjectOf(text: string, keys: TrustedKeys, at: Date): Result<Subject, EvidenceRefusal> {
  const signed = readSignedJson(text);
  if (signed?.type === 'document') return documentOf(signed, keys, at);
  if (signed?.type === 'receipt') return receiptOfSigned(signed, keys, at);
  return refuse({ check: 'signature', code: 'document-unsigned' });
}

export function receiptOf(text: string, keys: TrustedKeys, at: Date): Result<ReceiptFacts, EvidenceRefusal> {
  const signed = readSignedJson(text);
  return signed?.type === 'receipt'
    ? receiptOfSigned(signed, keys, at)
    : refuse({ check: 'signature', code: 'document-unsigned' });
}

function documentOf(signed: SignedJson, keys: TrustedKeys, at: Date): Result<DocumentFacts, EvidenceRefusal> {
  const { transmissionId, from, to, document, times } = signed.payload;
  if (!isJsonObject(from) || !isJsonObject(document) || !isJsonObject(times) || !Array.isArray(to))
    return refuse({ check: 'signature', code: 'document-unsigned' });
  const institution = textOf(from['institutionId']);
  const kid = signerOf(signed, institution, keys, at);
  if (!kid.ok) return kid;
  return ok({
    kind: 'document',
    type: textOf(document['type']),
    documentId: textOf(document['documentId']),
    version: Number(document['version']),
    transmissionId: textOf(transmissionId),
    from: institution,
    to: (to as Json[]).map((party) => (isJsonObject(party) ? textOf(party['institutionId']) : '')),
    created: textOf(times['created']),
    kid: kid.value,
  });
}

function receiptOfSigned(
  signed: SignedJson,
  keys: TrustedKeys,
  at: Date,
): Result<ReceiptFacts, EvidenceRefusal> {
  const { level, outcome, transmissionId, institution, receivedAt } = signed.payload;
  const kid = signerOf(signed, textOf(institution), keys, at);
  if (!kid.ok) return kid;
  return ok({
    kind: 'receipt',
    level: textOf(level),
    outcome: textOf(outcome),
    transmissionId: textOf(transmissionId),
    institution: textOf(institution),
    receivedAt: textOf(receivedAt),
    kid: kid.value,
  });
}

/** Only keys of the institution in whose name it is signed count. */
function signerOf(
  signed: SignedJson,
  institutionId: string,
  { institutions }: TrustedKeys,
  at: Date,
): Result<string, EvidenceRefusal> {
  const known = institutions.filter((one) => one.institutionId === institutionId);
  const keys = known.flatMap(({ signingKeys }) => signingKeys);
  const verified = signed.verify((kid) => keys.find((key) => key.kid === kid), at);
  if (verified.ok) return verified;
  const { code, kid } = verified.error;
  return code === 'key-unknown'
    ? refuse({ check: 'signature', code: 'signer-unknown', found: kid })
    : refuse({ check: 'signature', code, found: kid });
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
