import assert from 'node:assert/strict';
import { test } from 'node:test';
import { thumbprintOf } from './jwk.ts';
import { generateKeys, openKeys } from './key-store.ts';

const from = new Date('2026-01-01T00:00:00Z');
const file = () => generateKeys({ institutionId: 'urn:urtuu:inst:mn:test', from });

test('a key file opens to one key per use, named after the institution', () => {
  const store = openKeys(JSON.parse(JSON.stringify(file())));
  for (const use of ['sign', 'encrypt', 'http', 'log'] as const) {
    const key = store.active(use, new Date('2026-06-01T00:00:00Z'));
    assert.equal(key.use, use);
    assert.ok(key.kid.startsWith(`urn:urtuu:inst:mn:test#${use}-`));
    assert.equal(store.byKid(key.kid), key);
  }
});

test('a key that is not yet valid is not used', () => {
  const store = openKeys(file());
  assert.throws(() => store.active('sign', new Date('2025-12-31T23:59:59Z')), /no sign key valid/);
});

test('of two valid keys the newer signs', () => {
  const older = file();
  const newer = generateKeys({ institutionId: older.institutionId, from: new Date('2026-05-01T00:00:00Z') });
  const store = openKeys({ ...older, keys: [...newer.keys, ...older.keys] });
  assert.equal(store.active('sign', new Date('2026-06-01T00:00:00Z')).from.getMonth(), 4);
  assert.equal(store.active('sign', new Date('2026-02-01T00:00:00Z')).from.getMonth(), 0);
});

test('a key file whose key does not fit its use is refused', () => {
  const broken = file();
  const [first] = broken.keys;
  assert.ok(first);
  assert.throws(
    () => openKeys({ ...broken, keys: [{ ...first, use: 'encrypt' }] }),
    /is not a key for encrypt/,
  );
});

test('the thumbprint of an Ed25519 key is that of RFC 8037 appendix A.3', () => {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' } as const;
  assert.equal(thumbprintOf(jwk), 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
});
