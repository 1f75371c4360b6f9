import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { transaction } from '@urtuu/platform';
import { kzMn } from '../agreement/kz-mn.ts';
import { generateKeys, openKeys } from '../crypto/key-store.ts';
import { signProfile } from '../directory/profile.ts';
import { contentDigest } from '../http-signature/content-digest.ts';
import { signRequest } from '../http-signature/sign.ts';
import { keyOf, MN, newId, PATH, startWire, type Wire } from './wire.fixture.ts';

let wire: Wire;
before(async () => {
  wire = await startWire();
});
after(() => wire.stop());

const signed = async (method: 'GET' | 'POST', path: string, body = '') => {
  const bytes = Buffer.from(body);
  const plain = {
    method,
    targetUri: wire.mn.baseUrl + path,
    headers: {
      'content-digest': contentDigest(bytes),
      ...(method === 'POST' ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}),
    },
  };
  const headers = {
    ...plain.headers,
    ...signRequest(plain, { key: keyOf(wire.kz, 'http'), at: new Date(), nonce: randomUUID() }),
  };
  const response = await fetch(plain.targetUri, {
    method,
    headers,
    ...(method === 'POST' ? { body: bytes } : {}),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

const trust = (text: string) =>
  transaction(wire.kz.database, (tx) => wire.kz.exchange.trustPartner(tx, text));

describe('the other routes for partners', () => {
  test('ping echoes with the node’s name', async () => {
    const { status, body } = await signed('POST', '/x/v1/ping', JSON.stringify({ echo: 'сайн уу' }));
    assert.deepEqual([status, body['echo'], body['nodeId']], [200, 'сайн уу', 'mn']);
  });

  test('several transmissions under one signature are answered as if each had come alone', async () => {
    const [one, other, spoiled] = [wire.sealed(), wire.sealed(), wire.sealed()];
    const alone = await wire.post({ id: one.id, body: one.body });
    const transmissions = [
      { transmissionId: one.id, body: one.body },
      { transmissionId: other.id, body: other.body },
      { transmissionId: newId(), body: spoiled.body },
      { transmissionId: spoiled.id, body: '{' },
    ];
    const batch = await signed('POST', `${PATH}/batch`, JSON.stringify({ transmissions }));
    assert.equal(batch.status, 200);
    const receipts = batch.body['receipts'] as (string | null)[];
    assert.equal(receipts[0], alone.body.toString(), 'the same bytes for a repetition');
    assert.deepEqual(receipts.slice(2), [null, null], 'another id than inside the seal, and no JSON');
    const again = await wire.post({ id: other.id, body: other.body });
    assert.equal(again.body.toString(), receipts[1]);
  });

  test('receipts can be fetched, by their transmission’s sender alone', async () => {
    const { id, body } = wire.sealed();
    const first = await wire.post({ id, body });
    const { body: fetched } = await signed('GET', `${PATH}/${id}/receipts`);
    const [levelOne] = fetched['receipts'] as string[];
    assert.equal(levelOne, first.body.toString());
    assert.equal((await signed('GET', `${PATH}/${newId()}/receipts`)).status, 404);
    assert.equal((await fetch(`${wire.mn.baseUrl}${PATH}/${id}/receipts`)).status, 401);
  });

  test('receipts for transmissions that we did not send are refused one by one', async () => {
    const { id, body } = wire.sealed();
    const receipt = (await wire.post({ id, body })).body.toString();
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
    const { profile } = (await (await fetch(`${wire.mn.baseUrl}/x/v1/profile`)).json()) as {
      profile: string;
    };
    const again = await trust(profile);
    assert.ok(again.ok && again.value.institutionId === MN);
    const cut = await trust(profile.slice(0, -8));
    assert.ok(!cut.ok);
    const impostor = openKeys(generateKeys({ institutionId: MN, from: new Date(0) }));
    const at = new Date();
    const forged = signProfile(wire.mn.exchange.self, {
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
