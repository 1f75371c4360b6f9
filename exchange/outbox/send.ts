/** Sending: envelope, signature, seal, outbox row and log entry, all in the transaction of the business change. */
import { sql, type Tx } from '@urtuu/platform';
import type { JsonObject } from '@urtuu/kernel';
import { minimiseContent, minimisePerson } from '../agreement/minimise.ts';
import { readCase } from '../cases/case-store.ts';
import { maySend } from '../agreement/agreement-pack.ts';
import { TASKS, type Context } from '../context.ts';
import { digestText, sha256 } from '../crypto/digest.ts';
import { seal } from '../crypto/jwe.ts';
import { DOCUMENT_JWS, signJson } from '../crypto/jws.ts';
import { activeKey, type Institution } from '../directory/directory.ts';
import { documentFaults, envelopeFaults } from '../documents/schemas.ts';
import { DOCUMENT_VERSIONS } from '../documents/types.ts';
import type { Envelope } from '../envelope.ts';
import type { CaseRecord, SendRequest, Sent } from '../exchange.ts';
import { appendLater } from '../log/pending.ts';
import type { ExchangeTables } from '../tables.ts';

/** Thrown for what our own rooms must not ask: an unknown partner, a purpose not in the pack, a malformed document. */
export class CannotSend extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CannotSend';
  }
}

export async function send(context: Context, tx: Tx, request: SendRequest): Promise<Sent> {
  const { clock, keys, newId, random } = context;
  const at = clock();
  const matter = await readCase(tx, request.caseId);
  if (matter === undefined) throw new CannotSend(`No case ${request.caseId}`);
  const recipient = await recipientOf(context, request.to);
  const encryptTo = activeKey(recipient, 'encrypt', at);
  if (encryptTo === undefined) throw new CannotSend(`${request.to} has no encryption key valid now`);

  const version = await nextVersion(tx, request);
  const documentId = request.document.supersedes?.documentId ?? newId<'Document'>();
  const ids = { transmissionId: newId<'Transmission'>(), documentId, version };
  const { envelope, plain } = buildEnvelope(context, { request, matter, recipient, ids, at });
  const jws = signJson(plain, DOCUMENT_JWS, {
    keys: [keys.active('sign', at)],
    prof: matter.profile,
    at,
  });
  const header = { tid: ids.transmissionId, prof: matter.profile, to: [recipient.institutionId] };
  const body = seal(jws, header, [encryptTo], random);

  await sql`
    with document as (
      insert into exchange_document
        (document_id, version, case_id, document_type, direction, transmission_id, jws, at)
      values (${documentId}, ${version}, ${matter.caseId}, ${request.document.type}, 'sent', ${ids.transmissionId},
        ${jws}, ${at}))
    insert into exchange_outbox
      (transmission_id, to_institution, case_id, document_id, document_version, document_type, purpose, legal_basis,
        body, body_hash, size, created_at, state, next_attempt_at, horizon_at)
    values (${ids.transmissionId}, ${recipient.institutionId}, ${matter.caseId}, ${documentId}, ${version},
      ${request.document.type}, ${envelope.purpose.code}, ${envelope.purpose.legalBasis}, ${body},
      ${digestText(body)}, ${Buffer.byteLength(body)}, ${at}, 'queued', ${at},
      ${new Date(at.getTime() + context.schedule.horizon)})`.execute(tx.tables<ExchangeTables>());
  // The document as signed, not as sealed: whoever is to see it in a court has no key to the seal.
  const entry = { contentHash: sha256(jws), transmissionId: ids.transmissionId };
  await appendLater(tx, 'sent', [entry], { random, at });
  context.wake(tx, TASKS.deliver, recipient.institutionId);
  context.count('sent');
  return { transmissionId: ids.transmissionId, purpose: envelope.purpose.code, documentId };
}

async function recipientOf({ directory }: Context, institutionId: string): Promise<Institution> {
  const kept = (await directory.view()).institution(institutionId);
  const found = kept ?? (await directory.fresh()).institution(institutionId);
  if (found === undefined)
    throw new CannotSend(`${institutionId} is not in the directory; import its profile first`);
  return found;
}

async function nextVersion(tx: Tx, { document }: SendRequest): Promise<number> {
  if (document.supersedes === undefined) return 1;
  const { documentId, version } = document.supersedes;
  const newest = await tx
    .tables<ExchangeTables>()
    .selectFrom('exchange_document')
    .select((of) => of.fn.max('version').as('version'))
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  return Math.max(newest?.version ?? version, version) + 1;
}

interface EnvelopeParts {
  readonly request: SendRequest;
  readonly matter: CaseRecord;
  readonly recipient: Institution;
  readonly ids: { readonly transmissionId: string; readonly documentId: string; readonly version: number };
  readonly at: Date;
}

function buildEnvelope(
  { agreements, self }: Context,
  { request, matter, recipient, ids, at }: EnvelopeParts,
): { readonly envelope: Envelope; readonly plain: JsonObject } {
  const { document } = request;
  const pack = agreements.version(matter.agreement, matter.agreementVersion);
  const code = request.purpose ?? pack?.usualPurpose[document.type];
  const purpose = code === undefined ? undefined : pack?.purposes[code];
  if (
    pack === undefined ||
    code === undefined ||
    purpose === undefined ||
    !purpose.documents.includes(document.type)
  ) {
    throw new CannotSend(`The agreement ${matter.agreement} has no purpose ${code} for ${document.type}`);
  }
  if (!maySend(pack, matter.type, matter.role, document.type))
    throw new CannotSend(`The ${matter.role} of a ${matter.type} may not send a ${document.type}`);
  const envelope: Envelope = {
    v: '1',
    transmissionId: ids.transmissionId,
    profile: matter.profile,
    agreement: { id: pack.id, version: pack.version, articleSet: pack.articleSet },
    from: {
      institutionId: self.institutionId,
      nodeId: self.nodeId,
      country: self.country,
      role: matter.role,
    },
    to: [
      {
        institutionId: recipient.institutionId,
        nodeId: recipient.nodeId,
        country: recipient.country,
        role: matter.role === 'owner' ? 'counterparty' : 'owner',
      },
    ],
    case: {
      caseId: matter.caseId,
      type: matter.type,
      openedBy: matter.openedBy,
      openedAt: matter.openedAt.toISOString(),
      fileNumbers: matter.fileNumbers,
      state: matter.state,
    },
    document: {
      documentId: ids.documentId,
      version: ids.version,
      type: document.type,
      schema: `urn:urtuu:schema:${document.type}:${DOCUMENT_VERSIONS[document.type]}`,
      ...(document.supersedes === undefined ? {} : { supersedes: document.supersedes }),
      ...(document.inReplyTo === undefined ? {} : { inReplyTo: document.inReplyTo }),
      ...(document.reason === undefined ? {} : { reason: document.reason }),
    },
    purpose: { code, legalBasis: purpose.legalBasis },
    times: {
      created: at.toISOString(),
      ...(request.claimDate === undefined ? {} : { claimDate: request.claimDate }),
      ...(request.filedAt === undefined ? {} : { filedAt: request.filedAt.toISOString() }),
    },
    ...(request.subject === undefined ? {} : { subject: minimisePerson(request.subject, purpose) }),
    content: jsonOf(minimiseContent(document.content, purpose)),
    ...(request.source === undefined ? {} : { source: request.source }),
  };
  const plain = jsonOf(envelope);
  const faults = [...envelopeFaults(plain), ...documentFaults(document.type, plain['content'] ?? null)];
  if (faults.length > 0) {
    const places = faults.map(({ pointer, keyword }) => `${pointer} ${keyword}`).join('; ');
    throw new CannotSend(`A ${document.type} that its own schema refuses: ${places}`);
  }
  return { envelope, plain };
}

/** Typed values of ours as plain JSON: members that are undefined are no members. */
function jsonOf(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
