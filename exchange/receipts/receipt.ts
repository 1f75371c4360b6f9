/**
 * The three receipts of a transmission. L1: durably stored, as sent. L2: decrypted, checked, accepted or rejected with
 * rule ids. L3: used in a named document, or closed. Each is signed like a document and names its place in the log.
 */
import { canonicalJson, ok, refuse, type JsonObject, type Result } from '@urtuu/kernel';
import { z } from 'zod';
import type { PrivateKey } from '../crypto/jwk.ts';
import { RECEIPT_JWS, signJson, verifyJson, type JwsRefusal, type JwsVerification } from '../crypto/jws.ts';
import { sha256 } from '../crypto/digest.ts';

const instant = z.iso.datetime();
const digest = z.string().regex(/^sha256:[A-Za-z0-9_-]{43}$/);

export const receiptSchema = z.strictObject({
  v: z.literal('1'),
  level: z.enum(['L1', 'L2', 'L3']),
  transmissionId: z.string(),
  /** SHA-256 of the body as sent */
  bodyHash: digest,
  partDigests: z.array(digest),
  /** from L2 on: what was inside */
  document: z
    .strictObject({
      documentId: z.string(),
      version: z.number().int(),
      /** SHA-256 of the signed document that was inside the seal; in L2 */
      digest: digest.optional(),
    })
    .optional(),
  receivedAt: instant,
  decidedAt: instant.optional(),
  outcome: z.enum(['ok', 'rejected']),
  rules: z.array(
    z.strictObject({ id: z.string(), pointer: z.string(), severity: z.enum(['error', 'warning']) }),
  ),
  usedIn: z.array(z.string()),
  node: z.string(),
  institution: z.string(),
  log: z.strictObject({ origin: z.string(), index: z.number().int().nonnegative() }),
});
export type Receipt = z.infer<typeof receiptSchema>;
export type ReceiptLevel = Receipt['level'];

/** A receipt before its place in the log is known: the log entry commits to exactly this. */
export type ReceiptCore = Omit<Receipt, 'log'>;

/** What the log entry of a receipt hashes; the body hash is inside, so one entry covers message and receipt. */
export function receiptContentHash(core: ReceiptCore): Buffer {
  return sha256(canonicalJson(jsonOf(core)));
}

/** Signs a receipt. The text is final: it is stored, sent and replayed byte by byte, never signed again. */
export function signReceipt(receipt: Receipt, signer: { key: PrivateKey; prof: string; at: Date }): string {
  return signJson(jsonOf(receipt), RECEIPT_JWS, { keys: [signer.key], prof: signer.prof, at: signer.at });
}

export type ReceiptRefusal = JwsRefusal | { readonly code: 'receipt-malformed'; readonly found: string };

export interface VerifiedReceipt {
  readonly receipt: Receipt;
  readonly kid: string;
}

export function verifyReceipt(
  text: string,
  wanted: Omit<JwsVerification, 'kind'>,
): Result<VerifiedReceipt, ReceiptRefusal> {
  const signed = verifyJson(text, { kind: RECEIPT_JWS, ...wanted });
  if (!signed.ok) return signed;
  const parsed = receiptSchema.safeParse(signed.value.payload);
  if (!parsed.success)
    return refuse({ code: 'receipt-malformed', found: parsed.error.issues[0]?.path.join('/') ?? '' });
  return ok({ receipt: parsed.data, kid: signed.value.kids[0] ?? '' });
}

/** Optional members that are undefined are no members of the signed object. */
function jsonOf(value: ReceiptCore | Receipt): JsonObject {
  const { document, decidedAt, ...rest } = value;
  return {
    ...rest,
    ...(document === undefined ? {} : { document: documentJson(document) }),
    ...(decidedAt === undefined ? {} : { decidedAt }),
  };
}

function documentJson({ digest: documentDigest, ...document }: NonNullable<Receipt['document']>): JsonObject {
  return { ...document, ...(documentDigest === undefined ? {} : { digest: documentDigest }) };
}
