import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { generateKey } from '../crypto/jwk.ts';
import { contentDigest } from '../http-signature/content-digest.ts';
import { TRANSMISSION_MEDIA } from '../inbox/receive.ts';
import { verifyReceipt } from '../receipts/receipt.ts';
import { until } from './two-nodes.fixture.ts';
import { keyOf, MN, newId, startWire, type Posting, type Wire } from './wire.fixture.ts';

let wire: Wire;
before(async () => {
  wire = await startWire();
});
after(() => wire.stop());

describe('a delivery in good order', () => {
  test('is answered by a signed L1 receipt over the bytes as sent, bound to the request', async () => {
    const { id, body } = wire.sealed();
    const answer = await wire.post({ id, body });
    assert.deepEqual([answer.status, answer.type, answer.signed], [200, TRANSMISSION_MEDIA, true]);
    const verified = verifyReceipt(answer.body.toString(), {
      keyOf: (kid) => wire.mn.keys.byKid(kid),
      at: new Date(),
    });
    assert.ok(verified.ok);
    const { level, transmissionId, institution } = verified.value.receipt;
    assert.deepEqual([level, transmissionId, institution], ['L1', id, MN]);
  });

  test('sent a thousand times, also at once, has one row, one processing, and the same receipt bytes', async () => {
    const { id, body } = wire.sealed();
    const answers = new Set<string>();
    for (let round = 0; round < 20; round += 1) {
      const replies = await Promise.all(Array.from({ length: 50 }, () => wire.post({ id, body })));
      for (const reply of replies) answers.add(`${reply.status} ${reply.body.toString()}`);
    }
    assert.equal(answers.size, 1);
    await until('processing', async () =>
      wire.mn.received.some(({ transmissionId }) => transmissionId === id),
    );
    assert.equal(wire.mn.received.filter(({ transmissionId }) => transmissionId === id).length, 1);
  });

  test('whose id comes again with other bytes is refused', async () => {
    const { id, body } = wire.sealed();
    await wire.post({ id, body });
    const other = await wire.post({ id, body: wire.sealed({ id }).body });
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
    [
      'has no HTTP signature',
      () => ({ ...wire.sealed(), unsigned: true }),
      401,
      'security/signature-invalid',
    ],
    ['is signed by a stranger', () => ({ ...wire.sealed(), key: stranger }), 401, 'security/key-unknown'],
    [
      'is signed with a key that is not for HTTP',
      () => ({ ...wire.sealed(), key: { ...keyOf(wire.kz, 'http'), kid: keyOf(wire.kz, 'sign').kid } }),
      401,
      'security/key-unknown',
    ],
    [
      'is forged: another body under the signature',
      () => ({ ...wire.sealed(), tamper: { 'content-digest': contentDigest(Buffer.from('{}')) } }),
      401,
      'security/signature-invalid',
    ],
    [
      'is forged: another id under the signature',
      () => ({ ...wire.sealed(), tamper: { 'idempotency-key': newId() } }),
      401,
      'security/signature-invalid',
    ],
    ['is stale', () => ({ ...wire.sealed(), at: minutesAgo(6) }), 401, 'security/stale'],
    ['comes from the future', () => ({ ...wire.sealed(), at: minutesAgo(-3) }), 401, 'security/stale'],
    [
      'has another media type',
      () => ({ ...wire.sealed(), contentType: 'text/plain' }),
      415,
      'profile/media-type',
    ],
    ['is not JSON', () => ({ id: newId(), body: 'hello' }), 422, 'profile/schema-invalid'],
    [
      'is not text',
      () => ({ id: newId(), body: Buffer.from([0xff, 0xfe, 0x7b]) }),
      422,
      'profile/schema-invalid',
    ],
    [
      'is cut off',
      () => ({ id: newId(), body: wire.sealed().body.slice(0, 900) }),
      422,
      'profile/schema-invalid',
    ],
    [
      'has a member twice',
      () => ({ id: newId(), body: wire.sealed().body.replace('"iv":', '"tag":"","iv":') }),
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
      () => ({ id: newId(), body: wire.sealed().body }),
      422,
      'profile/schema-invalid',
    ],
    [
      'is for another institution',
      () => wire.sealed({ to: ['urn:urtuu:inst:cn:test'] }),
      403,
      'security/recipient-wrong',
    ],
    [
      'is in an unknown version of the profile',
      () => wire.sealed({ prof: 'kz-mn-pension@9.0.0' }),
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
      const before = await wire.inboxSize();
      const answer = await wire.post(posting());
      const problem = JSON.parse(answer.body.toString()) as { code: string; i18n: object };
      assert.deepEqual(
        [answer.status, problem.code, answer.type],
        [status, code, 'application/problem+json'],
      );
      assert.deepEqual(Object.keys(problem.i18n).sort(), ['en', 'kk', 'mn', 'ru', 'zh']);
      assert.equal(await wire.inboxSize(), before);
    });
  }

  test('because its nonce was used, even by a request that was good', async () => {
    const nonce = randomUUID();
    assert.equal((await wire.post({ ...wire.sealed(), nonce })).status, 200);
    const replayed = await wire.post({ ...wire.sealed(), nonce });
    assert.deepEqual([replayed.status, JSON.parse(replayed.body.toString()).code], [401, 'security/stale']);
    assert.ok(replayed.signed);
  });
});
