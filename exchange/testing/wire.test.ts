import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { uuidV7Source, type JsonObject } from '@urtuu/kernel';
import { transaction } from '@urtuu/platform';
import { kzMn } from '../agreement/kz-mn.ts';
import { generateKey, type PrivateKey } from '../crypto/jwk.ts';
import { seal } from '../crypto/jwe.ts';
import { DOCUMENT_JWS, signJson } from '../crypto/jws.ts';
import { generateKeys, openKeys } from '../crypto/key-store.ts';
import { signProfile } from '../directory/profile.ts';
import { periodRequest } from '../documents/documents.fixture.ts';
import { contentDigest } from '../http-signature/content-digest.ts';
import { signRequest } from '../http-signature/sign.ts';
import { verifyResponse } from '../http-signature/verify.ts';
import { TRANSMISSION_MEDIA } from '../inbox/receive.ts';
import { verifyReceipt } from '../receipts/receipt.ts';
import type { ExchangeTables } from '../tables.ts';
import { introduce, startNode, until, type Node } from './two-nodes.fixture.ts';

const KZ = 'urn:urtuu:inst:kz:test';
const MN = 'urn:urtuu:inst:mn:test';
const PATH = '/x/v1/transmissions';
const newId = uuidV7Source(Date.now, randomBytes);
let kz: Node;
let mn: Node;

before(async () => {
  kz = await startNode({ country: 'KZ' });
  mn = await startNode({ country: 'MN' });
  await introduce(kz, mn);
});
after(async () => {
  await kz.stop();
  await mn.stop();
});

const keyOf = (node: Node, use: 'sign' | 'http' | 'encrypt'): PrivateKey => node.keys.active(use, new Date());

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

interface Sealing {
  readonly id?: string;
  readonly prof?: string;
  readonly to?: readonly string[];
  readonly signer?: PrivateKey;
  readonly change?: JsonObject;
  readonly recipient?: Node;
}

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

interface Posting {
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

async function post(posting: Posting) {
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

describe('a delivery in good order', () => {
  test('is answered by a signed L1 receipt over the bytes as sent, bound to the request', async () => {
    const { id, body } = sealed();
    const answer = await post({ id, body });
    assert.deepEqual([answer.status, answer.type, answer.signed], [200, TRANSMISSION_MEDIA, true]);
    const verified = verifyReceipt(answer.body.toString(), {
      keyOf: (kid) => mn.keys.byKid(kid),
      at: new Date(),
    });
    assert.ok(verified.ok);
    const { level, transmissionId, institution } = verified.value.receipt;
    assert.deepEqual([level, transmissionId, institution], ['L1', id, MN]);
  });

  test('sent a thousand times, also at once, has one row, one processing, and the same receipt bytes', async () => {
    const { id, body } = sealed();
    const answers = new Set<string>();
    for (let round = 0; round < 20; round += 1) {
      const replies = await Promise.all(Array.from({ length: 50 }, () => post({ id, body })));
      for (const reply of replies) answers.add(`${reply.status} ${reply.body.toString()}`);
    }
    assert.equal(answers.size, 1);
    await until('processing', async () => mn.received.some(({ transmissionId }) => transmissionId === id));
    assert.equal(mn.received.filter(({ transmissionId }) => transmissionId === id).length, 1);
  });

  test('whose id comes again with other bytes is refused', async () => {
    const { id, body } = sealed();
    await post({ id, body });
    const other = await post({ id, body: sealed({ id }).body });
    assert.equal(other.status, 409);
    assert.equal(JSON.parse(other.body.toString()).code, 'security/transmission-id-reused');
  });
});

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

describe('a delivery that is refused at the door', () => {
  const stranger = generateKey({
    institutionId: 'urn:x',
    use: 'http',
    alg: 'EdDSA',
    from: new Date(0),
    to: null,
  });
  const table: readonly [string, () => Posting, number, string][] = [
    ['has no HTTP signature', () => ({ ...sealed(), unsigned: true }), 401, 'security/signature-invalid'],
    ['is signed by a stranger', () => ({ ...sealed(), key: stranger }), 401, 'security/key-unknown'],
    [
      'is signed with a key that is not for HTTP',
      () => ({ ...sealed(), key: { ...keyOf(kz, 'http'), kid: keyOf(kz, 'sign').kid } }),
      401,
      'security/key-unknown',
    ],
    [
      'is forged: another body under the signature',
      () => ({ ...sealed(), tamper: { 'content-digest': contentDigest(Buffer.from('{}')) } }),
      401,
      'security/signature-invalid',
    ],
    [
      'is forged: another id under the signature',
      () => ({ ...sealed(), tamper: { 'idempotency-key': newId() } }),
      401,
      'security/signature-invalid',
    ],
    ['is stale', () => ({ ...sealed(), at: minutesAgo(6) }), 401, 'security/stale'],
    ['comes from the future', () => ({ ...sealed(), at: minutesAgo(-3) }), 401, 'security/stale'],
    ['has another media type', () => ({ ...sealed(), contentType: 'text/plain' }), 415, 'profile/media-type'],
    ['is not JSON', () => ({ id: newId(), body: 'hello' }), 422, 'profile/schema-invalid'],
    [
      'is not text',
      () => ({ id: newId(), body: Buffer.from([0xff, 0xfe, 0x7b]) }),
      422,
      'profile/schema-invalid',
    ],
    ['is cut off', () => ({ id: newId(), body: sealed().body.slice(0, 900) }), 422, 'profile/schema-invalid'],
    [
      'has a member twice',
      () => ({ id: newId(), body: sealed().body.replace('"iv":', '"tag":"","iv":') }),
      422,
      'profile/schema-invalid',
    ],
    [
      'is nested beyond measure',
      () => ({ id: newId(), body: '['.repeat(100_000) }),
      422,
      'profile/schema-invalid',
    ],
    [
      'has one id outside and another inside',
      () => ({ id: newId(), body: sealed().body }),
      422,
      'profile/schema-invalid',
    ],
    [
      'is for another institution',
      () => sealed({ to: ['urn:urtuu:inst:cn:test'] }),
      403,
      'security/recipient-wrong',
    ],
    [
      'is in an unknown version of the profile',
      () => sealed({ prof: 'kz-mn-pension@9.0.0' }),
      422,
      'profile/version-unsupported',
    ],
    [
      'is larger than 10 MiB',
      () => ({ id: newId(), body: Buffer.alloc(10 * 1024 * 1024 + 1, 0x20) }),
      413,
      'profile/too-large',
    ],
  ];
  for (const [what, posting, status, code] of table) {
    test(`because it ${what}: ${code}, and nothing is stored`, async () => {
      const before = await inboxSize();
      const answer = await post(posting());
      const problem = JSON.parse(answer.body.toString()) as { code: string; i18n: object };
      assert.deepEqual(
        [answer.status, problem.code, answer.type],
        [status, code, 'application/problem+json'],
      );
      assert.deepEqual(Object.keys(problem.i18n).sort(), ['en', 'kk', 'mn', 'ru', 'zh']);
      assert.equal(await inboxSize(), before);
    });
  }

  test('because its nonce was used, even by a request that was good', async () => {
    const nonce = randomUUID();
    assert.equal((await post({ ...sealed(), nonce })).status, 200);
    const replayed = await post({ ...sealed(), nonce });
    assert.deepEqual([replayed.status, JSON.parse(replayed.body.toString()).code], [401, 'security/stale']);
    assert.ok(replayed.signed);
  });
});

const party = (country: string, institutionId: string, role: string) => ({
  institutionId,
  nodeId: 'x',
  country,
  role,
});

describe('a delivery whose inside is wrong', () => {
  const ruleOf = async (sealing: Sealing): Promise<string | undefined> => {
    const { id, body } = sealed(sealing);
    assert.equal((await post({ id, body })).status, 200);
    const row = await until('the second receipt', () =>
      mn.database
        .tables<ExchangeTables>()
        .selectFrom('exchange_receipt')
        .select('receipt')
        .where('transmission_id', '=', id)
        .where('level', '=', 'L2')
        .executeTakeFirst(),
    );
    assert.equal(row.receipt.outcome, 'rejected');
    const [rule] = row.receipt.rules;
    return rule && `${rule.id} ${rule.pointer}`.trim();
  };
  const table: readonly [string, Sealing, string][] = [
    [
      'an envelope of another transmission',
      { change: { transmissionId: newId() } },
      'envelope-mismatch /transmissionId',
    ],
    [
      'an envelope in another’s name',
      { change: { from: party('KZ', 'urn:urtuu:inst:kz:other', 'owner') } },
      'envelope-mismatch /from/institutionId',
    ],
    [
      'a sender that gives another country',
      { change: { from: party('MN', KZ, 'owner') } },
      'envelope-mismatch /from/country',
    ],
    [
      'an addressee other than on the seal',
      { change: { to: [party('MN', 'urn:urtuu:inst:mn:other', 'counterparty')] } },
      'recipient-wrong /to',
    ],
    [
      'an agreement of which we know nothing',
      { change: { agreement: { id: 'cn-mn', version: '1', articleSet: 'x' } } },
      'profile-mismatch /agreement',
    ],
    [
      'a third state',
      { change: { to: [party('MN', MN, 'counterparty'), party('CN', 'urn:x', 'observer')] } },
      'not-a-participant /from',
    ],
    [
      'an unknown type of document',
      { change: { document: { documentId: newId(), version: 1, type: 'Horoscope', schema: 'x' } } },
      'type-unknown /document/type',
    ],
    [
      'a purpose that is not in the agreement',
      { change: { purpose: { code: 'curiosity', legalBasis: 'none' } } },
      'purpose-unknown /purpose',
    ],
    [
      'a purpose of another document',
      { change: { purpose: { code: 'oldAge.decision', legalBasis: 'x' } } },
      'purpose-unknown /purpose',
    ],
    [
      'a role that may not send it',
      { change: { from: party('KZ', KZ, 'counterparty') } },
      'role-may-not-send /from/role',
    ],
    ['an unknown member', { change: { extra: true } }, 'schema /extra'],
    ['a content that its schema refuses', { change: { content: { reason: 'x' } } }, 'schema /content/claim'],
    [
      'a claim date that differs',
      { change: { times: { created: '2026-11-02T05:00:00Z', claimDate: '2026-10-01' } } },
      'claim-date-differs /content/claim/claimDate',
    ],
    [
      'an impossible instant',
      { change: { times: { created: '2026-02-30T05:00:00Z' } } },
      'schema /times/created',
    ],
  ];
  for (const [what, sealing, rule] of table) {
    test(`with ${what} is rejected by ${rule}`, async () => assert.equal(await ruleOf(sealing), rule));
  }

  test('with a signature that does not verify is rejected', async () => {
    const forged = {
      ...generateKey({ institutionId: KZ, use: 'sign', alg: 'EdDSA', from: new Date(0), to: null }),
      kid: keyOf(kz, 'sign').kid,
    };
    assert.equal(await ruleOf({ signer: forged }), 'jws-invalid');
  });

  for (const [what, sealing, cause] of [
    ['sealed for another key', () => ({ recipient: kz }), 'decrypt-failed'],
    [
      'signed with a key that is not in the directory',
      () => ({
        signer: generateKey({ institutionId: KZ, use: 'sign', alg: 'EdDSA', from: new Date(0), to: null }),
      }),
      'key-unknown',
    ],
  ] as const) {
    test(`and ${what} is held apart, for the fault may be ours`, async () => {
      const { id, body } = sealed(sealing());
      assert.equal((await post({ id, body })).status, 200);
      const held = await until('the held message', () =>
        mn.database
          .tables<ExchangeTables>()
          .selectFrom('exchange_quarantine')
          .select('cause')
          .where('transmission_id', '=', id)
          .executeTakeFirst(),
      );
      assert.equal(held.cause, cause);
    });
  }

  test('in that it tells more of the person than the purpose allows is accepted without that, and flagged', async () => {
    const before = mn.received.length;
    const { id, body } = sealed({
      change: { content: JSON.parse(JSON.stringify(periodRequest)) as JsonObject },
    });
    await post({ id, body });
    const taken = await until('the document', async () =>
      mn.received.slice(before).find(({ transmissionId }) => transmissionId === id),
    );
    assert.ok(!JSON.stringify(taken.content).includes('citizenships'));
    assert.ok(
      taken.warnings.some(
        (rule) => rule.id === 'person-beyond-purpose' && rule.pointer === '/content/person/citizenships',
      ),
    );
  });
});

const trust = (text: string) => transaction(kz.database, (tx) => kz.exchange.trustPartner(tx, text));

const signed = async (method: 'GET' | 'POST', path: string, body = '') => {
  const bytes = Buffer.from(body);
  const plain = {
    method,
    targetUri: mn.baseUrl + path,
    headers: {
      'content-digest': contentDigest(bytes),
      ...(method === 'POST' ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}),
    },
  };
  const headers = {
    ...plain.headers,
    ...signRequest(plain, { key: keyOf(kz, 'http'), at: new Date(), nonce: randomUUID() }),
  };
  const response = await fetch(plain.targetUri, {
    method,
    headers,
    ...(method === 'POST' ? { body: bytes } : {}),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

describe('the other routes for partners', () => {
  test('ping echoes with the node’s name', async () => {
    const { status, body } = await signed('POST', '/x/v1/ping', JSON.stringify({ echo: 'сайн уу' }));
    assert.deepEqual([status, body['echo'], body['nodeId']], [200, 'сайн уу', 'mn']);
  });

  test('receipts can be fetched, by their transmission’s sender alone', async () => {
    const { id, body } = sealed();
    const first = await post({ id, body });
    const { body: fetched } = await signed('GET', `${PATH}/${id}/receipts`);
    const [levelOne] = fetched['receipts'] as string[];
    assert.equal(levelOne, first.body.toString());
    assert.equal((await signed('GET', `${PATH}/${newId()}/receipts`)).status, 404);
    assert.equal((await fetch(`${mn.baseUrl}${PATH}/${id}/receipts`)).status, 401);
  });

  test('receipts for transmissions that we did not send are refused one by one', async () => {
    const { id, body } = sealed();
    const receipt = (await post({ id, body })).body.toString();
    const { status, body: reply } = await signed(
      'POST',
      '/x/v1/receipts',
      JSON.stringify({ receipts: [receipt, 'x'] }),
    );
    assert.equal(status, 200);
    assert.deepEqual(reply, {
      kept: [],
      refused: [
        { index: 0, cause: 'jws-key-unknown' },
        { index: 1, cause: 'jws-malformed' },
      ],
    });
  });

  test('the profile is public, signed, and brings no key in another’s name', async () => {
    const { profile } = (await (await fetch(`${mn.baseUrl}/x/v1/profile`)).json()) as { profile: string };
    const again = await trust(profile);
    assert.ok(again.ok && again.value.institutionId === MN);
    const cut = await trust(profile.slice(0, -8));
    assert.ok(!cut.ok);
    const impostor = openKeys(generateKeys({ institutionId: MN, from: new Date(0) }));
    const at = new Date();
    const forged = signProfile(mn.exchange.self, {
      keys: impostor.all,
      signer: impostor.active('sign', at),
      profiles: [kzMn.profile],
      log: 'x',
      at,
    });
    const refused = await trust(forged);
    assert.ok(!refused.ok && refused.error.code === 'profile-not-by-known-key');
  });
});
