import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { generateKeys, openKeys } from './key-store.ts';
import { DOCUMENT_JWS, signJson } from './jws.ts';
import { statementSigner } from './statement.ts';

const from = new Date('2026-01-01T00:00:00Z');
const at = new Date('2026-11-25T08:00:00Z');
const keys = openKeys(generateKeys({ institutionId: 'urn:urtuu:inst:mn:test', from }));
const others = openKeys(generateKeys({ institutionId: 'urn:urtuu:inst:kz:test', from }));
const payload = { type: 'test', outcome: 'same' };

describe('a statement', () => {
  const signer = statementSigner(keys);
  const statement = signer.sign(payload, at);

  test('is read as it was signed', () => assert.deepEqual(signer.read(statement, at), payload));

  test('of another institution, of another kind, from before the key, or changed is none', () => {
    assert.equal(statementSigner(others).read(statement, at), undefined);
    assert.equal(signer.read(statement, new Date('2025-12-31T00:00:00Z')), undefined);
    const document = signJson(payload, DOCUMENT_JWS, {
      keys: [keys.active('sign', at)],
      prof: 'x@1.0.0',
      at,
    });
    assert.equal(signer.read(document, at), undefined);
    const changed = statement.replace(
      /"payload":"[^"]+"/,
      `"payload":"${Buffer.from('{"type":"x"}').toString('base64url')}"`,
    );
    assert.notEqual(changed, statement);
    assert.equal(signer.read(changed, at), undefined);
    assert.equal(signer.read('', at), undefined);
  });
});
