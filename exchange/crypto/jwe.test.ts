import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { generalDecrypt, GeneralEncrypt } from 'jose';
import { open, seal, sealedHeader } from './jwe.ts';
import { generateKey, privateKey, publicJwkSchema, type PrivateKey } from './jwk.ts';

const from = new Date('2026-01-01T00:00:00Z');
const alg = 'ECDH-ES+A256KW';
const key = generateKey({ institutionId: 'urn:mn', use: 'encrypt', alg, from, to: null });
const other = generateKey({ institutionId: 'urn:kz', use: 'encrypt', alg, from, to: null });
const header = { tid: '0192ab34-0000-7000-8000-000000000000', prof: 'kz-mn-pension@1.0.0', to: ['urn:mn'] };
const sealed = (text: string, ...keys: PrivateKey[]) => seal(text, header, keys, randomBytes);
const openWith = (text: string, ...keys: PrivateKey[]) =>
  open(text, (kid) => keys.find((k) => k.kid === kid));
const codeOf = (text: string) => {
  const result = openWith(text, key);
  return result.ok ? 'ok' : result.error.code;
};

function p256Key(): PrivateKey {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicJwkSchema.parse(pair.publicKey.export({ format: 'jwk' }));
  return privateKey({ kid: 'p256', use: 'encrypt', alg, from, to: null, jwk }, pair.privateKey);
}

const protect = (members: Record<string, unknown>) =>
  Buffer.from(
    JSON.stringify({ alg, enc: 'A256GCM', typ: 'urtuu+jwe', cty: 'urtuu+jws', ...header, ...members }),
  ).toString('base64url');
const flip = (text: unknown) => (String(text).startsWith('A') ? 'B' : 'A') + String(text).slice(1);

describe('a sealed document', () => {
  test('is opened whole by its recipient, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const opened = openWith(sealed(text, key), key);
        assert.ok(opened.ok);
        assert.equal(opened.value.plaintext, text);
      }),
      { numRuns: 30 },
    );
  });

  test('is opened by each of several recipients and by nobody else', () => {
    const text = sealed('бичиг', other, key);
    assert.ok(openWith(text, key).ok);
    assert.ok(openWith(text, other).ok);
    const third = openWith(text, p256Key());
    assert.ok(!third.ok && third.error.code === 'jwe-recipient-missing');
  });

  for (const [name, recipient] of [
    ['X25519', key],
    ['P-256', p256Key()],
  ] as const) {
    test(`under ${name} goes both ways with jose`, async () => {
      const opened = await generalDecrypt(JSON.parse(sealed('бичиг', recipient)), recipient.privateKey);
      assert.equal(Buffer.from(opened.plaintext).toString(), 'бичиг');
      const second = p256Key();
      const theirs = await new GeneralEncrypt(Buffer.from('хариу'))
        .setProtectedHeader({ enc: 'A256GCM', alg, typ: 'urtuu+jwe', cty: 'urtuu+jws', ...header })
        .addRecipient(recipient.key)
        .setUnprotectedHeader({ kid: recipient.kid })
        .addRecipient(second.key)
        .setUnprotectedHeader({ kid: 'second' })
        .encrypt();
      const ours = openWith(JSON.stringify(theirs), recipient);
      assert.ok(ours.ok);
      assert.equal(ours.value.plaintext, 'хариу');
    });
  }

  test('tells a router only transmission, profile and recipients', () => {
    const clear = sealedHeader(sealed('secret', key));
    assert.deepEqual(clear, { ok: true, value: header });
  });

  const changed = (change: (jwe: Record<string, unknown>) => void) => {
    const jwe = JSON.parse(sealed('text', key));
    change(jwe);
    return JSON.stringify(jwe);
  };
  const refusals: readonly [string, string, string][] = [
    [
      'a changed ciphertext',
      changed((jwe) => (jwe['ciphertext'] = flip(jwe['ciphertext']))),
      'jwe-decrypt-failed',
    ],
    ['a changed tag', changed((jwe) => (jwe['tag'] = flip(jwe['tag']))), 'jwe-decrypt-failed'],
    [
      'a changed clear header',
      changed((jwe) => (jwe['protected'] = protect({ tid: 'x' }))),
      'jwe-decrypt-failed',
    ],
    ['compression', changed((jwe) => (jwe['protected'] = protect({ zip: 'DEF' }))), 'jwe-suite-forbidden'],
    [
      'another content cipher',
      changed((jwe) => (jwe['protected'] = protect({ enc: 'A128GCM' }))),
      'jwe-suite-forbidden',
    ],
    [
      'a password as key',
      changed((jwe) => (jwe['protected'] = protect({ alg: 'PBES2-HS256+A128KW' }))),
      'jwe-suite-forbidden',
    ],
    ['a direct key', changed((jwe) => (jwe['protected'] = protect({ alg: 'dir' }))), 'jwe-suite-forbidden'],
    ['additional data of its own', changed((jwe) => (jwe['aad'] = 'eA')), 'jwe-malformed'],
    ['a short initialisation vector', changed((jwe) => (jwe['iv'] = 'AAAA')), 'jwe-malformed'],
    ['a truncated end', sealed('text', key).slice(0, -20), 'jwe-malformed'],
  ];
  for (const [what, text, code] of refusals) {
    test(`with ${what} is refused as ${code}`, () => assert.equal(codeOf(text), code));
  }

  test('with an ephemeral point of small order is refused', () => {
    const zero = { kty: 'OKP', crv: 'X25519', x: Buffer.alloc(32).toString('base64url') };
    const text = changed((jwe) => {
      const recipients = jwe['recipients'] as { header: { kid: string; epk: unknown } }[];
      for (const recipient of recipients) recipient.header.epk = zero;
    });
    assert.equal(codeOf(text), 'jwe-decrypt-failed');
  });
});
