/** A hand that writes transmissions byte by byte, good ones and bad ones, and posts them to Mongolia's node. */
import { randomBytes, randomUUID } from 'node:crypto';
import { uuidV7Source, type JsonObject } from '@urtuu/kernel';
import { kzMn } from '../agreement/kz-mn.ts';
import type { PrivateKey } from '../crypto/jwk.ts';
import { seal } from '../crypto/jwe.ts';
import { DOCUMENT_JWS, signJson } from '../crypto/jws.ts';
import { periodRequest } from '../documents/documents.fixture.ts';
import { contentDigest } from '../http-signature/content-digest.ts';
import { signRequest } from '../http-signature/sign.ts';
import { verifyResponse } from '../http-signature/verify.ts';
import { TRANSMISSION_MEDIA } from '../inbox/receive.ts';
import type { ExchangeTables } from '../tables.ts';
import { introduce, startNode, type Node } from './two-nodes.fixture.ts';

export const KZ = 'urn:urtuu:inst:kz:test';
export const MN = 'urn:urtuu:inst:mn:test';
export const PATH = '/x/v1/transmissions';
export const newId = uuidV7Source(Date.now, randomBytes);

export interface Sealing {
  readonly id?: string;
  readonly prof?: string;
  readonly to?: readonly string[];
  readonly signer?: PrivateKey;
  readonly change?: JsonObject;
  readonly recipient?: Node;
}

export interface Posting {
  readonly id: string;
  readonly body: string | Buffer;
  readonly key?: PrivateKey;
  readonly at?: Date;
  readonly nonce?: string;
  /** fields as sent, where they differ from those signed */
  readonly tamper?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly unsigned?: true;
}

export interface Posted {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  /** the answer is signed and bound to the request */
  readonly signed: boolean;
}

export interface Wire {
  readonly kz: Node;
  readonly mn: Node;
  /** A transmission from Kazakhstan, with its id. */
  sealed(sealing?: Sealing): { readonly id: string; readonly body: string };
  post(posting: Posting): Promise<Posted>;
  inboxSize(): Promise<number>;
  stop(): Promise<void>;
}

export const keyOf = (node: Node, use: 'sign' | 'http' | 'encrypt'): PrivateKey =>
  node.keys.active(use, new Date());

export async function startWire(): Promise<Wire> {
  const kz = await startNode({ country: 'KZ' });
  const mn = await startNode({ country: 'MN' });
  await introduce(kz, mn);

  function sealed({
    id = newId(),
    prof = kzMn.profile,
    to = [MN],
    signer,
    change,
    recipient = mn,
  }: Sealing = {}) {
    const jws = signJson(envelope(id, change), DOCUMENT_JWS, {
      keys: [signer ?? keyOf(kz, 'sign')],
      prof: kzMn.profile,
      at: new Date(),
    });
    return { id, body: seal(jws, { tid: id, prof, to }, [keyOf(recipient, 'encrypt')], randomBytes) };
  }

  async function post(posting: Posting): Promise<Posted> {
    const body = Buffer.from(posting.body);
    const plain = {
      method: 'POST',
      targetUri: mn.baseUrl + PATH,
      headers: {
        'content-digest': contentDigest(body),
        'content-type': posting.contentType ?? TRANSMISSION_MEDIA,
        'idempotency-key': posting.id,
      },
    };
    const signer = {
      key: posting.key ?? keyOf(kz, 'http'),
      at: posting.at ?? new Date(),
      nonce: posting.nonce ?? randomUUID(),
    };
    const headers = {
      ...plain.headers,
      ...(posting.unsigned ? {} : signRequest(plain, signer)),
      ...posting.tamper,
    };
    const response = await fetch(plain.targetUri, { method: 'POST', headers, body });
    const answer = Buffer.from(await response.arrayBuffer());
    const verified = verifyResponse(
      {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        request: { ...plain, headers },
      },
      answer,
      { keyOf: (kid) => mn.keys.byKid(kid), at: new Date() },
    );
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      body: answer,
      signed: verified.ok,
    };
  }

  const inboxSize = async (): Promise<number> => {
    const row = await mn.database
      .tables<ExchangeTables>()
      .selectFrom('exchange_inbox')
      .select((of) => of.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return row.count;
  };

  return {
    kz,
    mn,
    sealed,
    post,
    inboxSize,
    async stop() {
      await kz.stop();
      await mn.stop();
    },
  };
}

function envelope(transmissionId: string, change: JsonObject = {}): JsonObject {
  const { person, ...content } = periodRequest;
  const { identifiers, names, birthDate } = person;
  const plain = {
    v: '1',
    transmissionId,
    profile: kzMn.profile,
    agreement: { id: kzMn.id, version: kzMn.version, articleSet: kzMn.articleSet },
    from: { institutionId: KZ, nodeId: 'kz', country: 'KZ', role: 'owner' },
    to: [{ institutionId: MN, nodeId: 'mn', country: 'MN', role: 'counterparty' }],
    case: {
      caseId: newId(),
      type: 'claim.oldAge',
      openedBy: KZ,
      openedAt: '2026-11-02T05:00:00.000Z',
      fileNumbers: [],
      state: 'opened',
    },
    document: {
      documentId: newId(),
      version: 1,
      type: 'PeriodRequest',
      schema: 'urn:urtuu:schema:PeriodRequest:1.0.0',
    },
    purpose: { code: 'oldAge.periods', legalBasis: kzMn.purposes['oldAge.periods'].legalBasis },
    times: { created: new Date().toISOString() },
    content: { ...content, person: { identifiers, names, birthDate } },
    ...change,
  };
  return JSON.parse(JSON.stringify(plain)) as JsonObject;
}
