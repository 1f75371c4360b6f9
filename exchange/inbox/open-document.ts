/** Opens a stored transmission: decryption, signature, then everything that can be judged without a database. */
import { ok, refuse, type JsonObject, type Result } from '@urtuu/kernel';
import { caseTypeOf, maySend, type AgreementPack, type Purpose } from '../agreement/agreement-pack.ts';
import { beyondPurpose, minimiseContent } from '../agreement/minimise.ts';
import type { Context } from '../context.ts';
import { open } from '../crypto/jwe.ts';
import { DOCUMENT_JWS, verifyJson } from '../crypto/jws.ts';
import type { DirectoryView, Institution } from '../directory/directory.ts';
import { documentFaults, envelopeFaults } from '../documents/schemas.ts';
import {
  DOCUMENT_VERSIONS,
  isDocumentType,
  type DocumentContents,
  type DocumentType,
} from '../documents/types.ts';
import type { Envelope } from '../envelope.ts';
import { brokenRules, violation, type RuleId, type RuleViolation } from '../rules/rules.ts';

/** A stored transmission, as far as opening needs it. */
export interface Stored {
  readonly from_institution: string;
  readonly transmission_id: string;
  readonly profile: string;
  readonly body: string;
  readonly received_at: Date;
}

export interface OpenedDocument {
  readonly kind: 'opened';
  readonly envelope: Envelope;
  readonly type: DocumentType;
  /** checked by its schema, minimised to the purpose */
  readonly content: DocumentContents[DocumentType];
  readonly jws: string;
  readonly warnings: readonly RuleViolation[];
}

/** Rejected for good: the L2 receipt says so. `envelope` is there if the signature was good and the form right. */
export interface RejectedDocument {
  readonly kind: 'rejected';
  readonly rules: readonly RuleViolation[];
  readonly envelope?: Envelope;
  readonly jws?: string;
}

/** Held: the cause may lie with us, such as a key that we lack, so an operator can try again. */
export interface HeldDocument {
  readonly kind: 'held';
  readonly cause: 'decrypt-failed' | 'key-unknown';
  readonly detail: string;
}

export type Opening = OpenedDocument | RejectedDocument | HeldDocument;

export function openDocument(
  context: Pick<Context, 'agreements' | 'keys' | 'self'>,
  stored: Stored,
  directory: DirectoryView,
): Opening {
  const opened = open(stored.body, (kid) => context.keys.byKid(kid));
  if (!opened.ok)
    return { kind: 'held', cause: 'decrypt-failed', detail: `${opened.error.code}: ${opened.error.found}` };
  const jws = opened.value.plaintext;
  const sender = directory.institution(stored.from_institution);
  // Only the sender's own keys, and those valid when the first receipt was given.
  const keyOf = (kid: string) => sender?.keys.find((key) => key.kid === kid);
  const signed = verifyJson(jws, { kind: DOCUMENT_JWS, keyOf, at: stored.received_at });
  if (!signed.ok) {
    const { code, found } = signed.error;
    if (code === 'jws-key-unknown') return { kind: 'held', cause: 'key-unknown', detail: found };
    return rejected([violation('jws-invalid', '')]);
  }
  const envelope = readEnvelope(signed.value.payload);
  if (!envelope.ok) return rejected(envelope.error);
  const judged = judge(context, envelope.value, { stored, sender, prof: signed.value.prof });
  return judged.ok
    ? { kind: 'opened', jws, ...judged.value }
    : { kind: 'rejected', rules: judged.error, envelope: envelope.value, jws };
}

/** The signed envelope of a document that this node has verified before. */
export function envelopeOfJws(jws: string): JsonObject {
  const container = JSON.parse(jws) as { readonly payload: string };
  return JSON.parse(Buffer.from(container.payload, 'base64url').toString()) as JsonObject;
}

function rejected(rules: readonly RuleViolation[]): RejectedDocument {
  return { kind: 'rejected', rules };
}

function readEnvelope(payload: JsonObject): Result<Envelope, RuleViolation[]> {
  const faults = envelopeFaults(payload);
  if (faults.length > 0) return refuse(faults.map(({ pointer }) => violation('schema', pointer)));
  return ok(payload as unknown as Envelope);
}

interface Origin {
  readonly stored: Stored;
  readonly sender: Institution | undefined;
  /** profile of the signed header */
  readonly prof: string;
}

type Judged = Pick<OpenedDocument, 'envelope' | 'type' | 'content' | 'warnings'>;

function judge(
  context: Pick<Context, 'agreements' | 'self'>,
  envelope: Envelope,
  origin: Origin,
): Result<Judged, RuleViolation[]> {
  const misplaced = addressFaults(context, envelope, origin);
  if (misplaced.length > 0) return refuse(misplaced);
  const { id, version } = envelope.agreement;
  const pack = context.agreements.version(id, version);
  const { type } = envelope.document;
  if (pack === undefined || pack.profile !== envelope.profile) return one('profile-mismatch', '/agreement');
  if (!isDocumentType(type)) return one('type-unknown', '/document/type');
  if (envelope.document.schema !== `urn:urtuu:schema:${type}:${DOCUMENT_VERSIONS[type]}`)
    return one('type-unknown', '/document/schema');
  const purpose = purposeOf(pack, envelope, type);
  if (purpose === undefined) return one('purpose-unknown', '/purpose');
  if (!mayTakePart(pack, envelope)) return one('not-a-participant', '/from');
  if (caseTypeOf(pack, envelope.case.type) === undefined) return one('case-type-unknown', '/case/type');
  if (!maySend(pack, envelope.case.type, envelope.from.role, type))
    return one('role-may-not-send', '/from/role');
  // The basis is the agreement's to say, not the sender's: it stands in the access log that the person reads.
  if (envelope.purpose.legalBasis !== purpose.legalBasis)
    return one('purpose-unknown', '/purpose/legalBasis');
  const faults = documentFaults(type, envelope.content);
  if (faults.length > 0)
    return refuse(faults.map(({ pointer }) => violation('schema', `/content${pointer}`)));
  // The schema of the type has just been passed.
  const content = envelope.content as unknown as DocumentContents[DocumentType];
  const { claimDate } = envelope.times;
  const broken = brokenRules(type, content as never, claimDate === undefined ? {} : { claimDate });
  if (broken.some(({ severity }) => severity === 'error')) return refuse(broken);
  const beyond = beyondPurpose(envelope as unknown as JsonObject, purpose).map((pointer) =>
    violation('person-beyond-purpose', pointer),
  );
  return ok({ envelope, type, content: minimiseContent(content, purpose), warnings: [...broken, ...beyond] });
}

/** Outside and inside of the seal name the same transmission, profile, sender and recipient. */
function addressFaults(
  { self }: Pick<Context, 'self'>,
  envelope: Envelope,
  { stored, sender, prof }: Origin,
): RuleViolation[] {
  if (envelope.transmissionId !== stored.transmission_id)
    return [violation('envelope-mismatch', '/transmissionId')];
  if (envelope.profile !== stored.profile || envelope.profile !== prof)
    return [violation('profile-mismatch', '/profile')];
  if (envelope.from.institutionId !== stored.from_institution)
    return [violation('envelope-mismatch', '/from/institutionId')];
  if (envelope.from.country !== sender?.country) return [violation('envelope-mismatch', '/from/country')];
  const meant = envelope.to.some(({ institutionId }) => institutionId === self.institutionId);
  return meant ? [] : [violation('recipient-wrong', '/to')];
}

function purposeOf(pack: AgreementPack, envelope: Envelope, type: DocumentType): Purpose | undefined {
  const { code } = envelope.purpose;
  const purpose = Object.hasOwn(pack.purposes, code) ? pack.purposes[code] : undefined;
  return purpose?.documents.includes(type) ? purpose : undefined;
}

function mayTakePart(pack: AgreementPack, envelope: Envelope): boolean {
  return [envelope.from, ...envelope.to].every(({ country }) => pack.parties.includes(country));
}

function one(id: RuleId, pointer: string): Result<never, RuleViolation[]> {
  return refuse([violation(id, pointer)]);
}
