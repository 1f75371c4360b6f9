import assert from 'node:assert/strict';
import { createHmac, createPrivateKey, createPublicKey } from 'node:crypto';
import { describe, test } from 'node:test';
import { canonicalJson, type JsonObject } from '@urtuu/kernel';
import { generalVerify, GeneralSign, importJWK } from 'jose';
import { generateKey, type KeyAlg, type PrivateKey } from './jwk.ts';
import { DOCUMENT_JWS, RECEIPT_JWS, signJson, verifyJson } from './jws.ts';
import { signBytes, verifyWith } from './signature.ts';

const at = new Date('2026-11-23T08:00:00Z');
const from = new Date('2026-01-01T00:00:00Z');
const make = (alg: KeyAlg, to: Date | null = null) =>
  generateKey({ institutionId: 'urn:x', use: 'sign', alg, from, to });
const key = make('EdDSA');
const payload = { a: 'ҢңӨө', n: 1 };
const verify = (text: string, known: readonly PrivateKey[] = [key]) =>
  verifyJson(text, { kind: DOCUMENT_JWS, keyOf: (kid) => known.find((k) => k.kid === kid), at });
const codeOf = (text: string, known?: readonly PrivateKey[]) => {
  const result = verify(text, known);
  return result.ok ? 'ok' : result.error.code;
};

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A JWS with any header, signed properly by the key: what a forger with a partner's key could still try. */
function withHeader(change: Record<string, unknown>, body: unknown = payload, signer = key): string {
  const kid = signer.kid;
  const iat = 1_795_000_000;
  const usual = { alg: 'EdDSA', kid, ...DOCUMENT_JWS, prof: 'p@1.0.0', iat, crit: ['prof', 'iat'] };
  const head = encode({ ...usual, ...change });
  const text = encode(typeof body === 'string' ? body : canonicalJson(body as JsonObject));
  const signature = signBytes(signer, Buffer.from(`${head}.${text}`)).toString('base64url');
  return JSON.stringify({ payload: text, signatures: [{ protected: head, signature }] });
}

describe('a signed document', () => {
  for (const alg of ['EdDSA', 'ES256'] as const) {
    test(`by ${alg} is verified, by us and by jose`, async () => {
      const signer = make(alg);
      const text = signJson(payload, DOCUMENT_JWS, { keys: [signer], prof: 'p@1.0.0', at });
      const result = verify(text, [signer]);
      assert.ok(result.ok);
      assert.deepEqual(result.value.payload, payload);
      const theirs = await generalVerify(JSON.parse(text), await importJWK(signer.jwk, alg), {
        crit: { prof: true, iat: true },
      });
      assert.equal(Buffer.from(theirs.payload).toString(), canonicalJson(payload));
    });
  }

  test('made by jose is verified', async () => {
    const text = await new GeneralSign(Buffer.from(canonicalJson(payload)))
      .addSignature(await importJWK({ ...key.privateKey.export({ format: 'jwk' }) }, 'EdDSA'), {
        crit: { prof: true, iat: true },
      })
      .setProtectedHeader({
        alg: 'EdDSA',
        kid: key.kid,
        ...DOCUMENT_JWS,
        prof: 'p@1.0.0',
        iat: 1,
        crit: ['prof', 'iat'],
      })
      .sign();
    assert.equal(codeOf(JSON.stringify(text)), 'ok');
  });

  test('may carry two signatures, and both must be good', () => {
    const second = make('ES256');
    const text = signJson(payload, DOCUMENT_JWS, { keys: [key, second], prof: 'p@1.0.0', at });
    assert.equal(codeOf(text, [key, second]), 'ok');
    const parsed = JSON.parse(text);
    parsed.signatures[1].signature = parsed.signatures[0].signature;
    assert.equal(codeOf(JSON.stringify(parsed), [key, second]), 'jws-signature-invalid');
  });

  test('may carry a signature of a national suite that we do not run beside one that we do', () => {
    const parsed = JSON.parse(withHeader({}));
    const gost = JSON.parse(withHeader({ alg: 'GOST3410-2015-512' }));
    const both = { payload: parsed.payload, signatures: [gost.signatures[0], parsed.signatures[0]] };
    assert.equal(codeOf(JSON.stringify(both)), 'ok');
    assert.equal(codeOf(JSON.stringify(gost)), 'jws-alg-forbidden');
  });

  const refusals: readonly [string, string, string][] = [
    ['algorithm none', withHeader({ alg: 'none' }), 'jws-alg-forbidden'],
    ['algorithm NONE in capitals', withHeader({ alg: 'NONE' }), 'jws-alg-forbidden'],
    ['an algorithm that is not the key’s', withHeader({ alg: 'ES256' }), 'jws-alg-forbidden'],
    ['an embedded key', withHeader({ jwk: key.jwk }), 'jws-header-forbidden'],
    ['a key behind an address', withHeader({ jku: 'https://example.org/keys' }), 'jws-header-forbidden'],
    ['a certificate behind an address', withHeader({ x5u: 'https://example.org/c' }), 'jws-header-forbidden'],
    ['an unencoded payload', withHeader({ b64: false }), 'jws-header-forbidden'],
    ['an unknown critical header', withHeader({ crit: ['prof', 'iat', 'exp'] }), 'jws-crit-unknown'],
    ['a missing critical header', withHeader({ crit: ['prof'] }), 'jws-crit-unknown'],
    ['a key that nobody trusts', withHeader({ kid: 'urn:y#sign-1' }), 'jws-key-unknown'],
    ['a receipt in the place of a document', withHeader({ ...RECEIPT_JWS }), 'jws-kind-wrong'],
    ['a payload that is not canonical', withHeader({}, '{"b":1,"a":2}'), 'jws-payload-not-canonical'],
    ['a payload with a member given twice', withHeader({}, '{"a":1,"a":1}'), 'jws-payload-not-canonical'],
    ['a payload that is a list', withHeader({}, '[]'), 'jws-payload-not-canonical'],
    ['no signature at all', JSON.stringify({ payload: '', signatures: [] }), 'jws-malformed'],
    [
      'an unprotected header',
      withHeader({}).replace('"protected"', '"header":{},"protected"'),
      'jws-malformed',
    ],
    ['half a message', withHeader({}).slice(0, 200), 'jws-malformed'],
    ['text that is not JSON', 'hello', 'jws-malformed'],
  ];
  for (const [what, text, code] of refusals) {
    test(`with ${what} is refused as ${code}`, () => assert.equal(codeOf(text), code));
  }

  test('with an HMAC over our public key is refused', () => {
    const parsed = JSON.parse(withHeader({ alg: 'HS256' }));
    const [entry] = parsed.signatures;
    const secret = createPublicKey(key.privateKey).export({ format: 'pem', type: 'spki' });
    entry.signature = createHmac('sha256', secret)
      .update(`${entry.protected}.${parsed.payload}`)
      .digest('base64url');
    assert.equal(codeOf(JSON.stringify(parsed)), 'jws-alg-forbidden');
  });

  test('with one changed letter is refused', () => {
    const parsed = JSON.parse(withHeader({}));
    parsed.payload = Buffer.from(canonicalJson({ ...payload, n: 2 })).toString('base64url');
    assert.equal(codeOf(JSON.stringify(parsed)), 'jws-signature-invalid');
  });

  test('by a key whose time is over, or has not begun, is refused', () => {
    const old = make('EdDSA', new Date('2026-02-01T00:00:00Z'));
    assert.equal(codeOf(withHeader({}, payload, old), [old]), 'jws-key-not-valid');
    const young = generateKey({
      institutionId: 'urn:x',
      use: 'sign',
      alg: 'EdDSA',
      from: new Date('2027-01-01'),
      to: null,
    });
    assert.equal(codeOf(withHeader({}, payload, young), [young]), 'jws-key-not-valid');
  });

  test('by a key for HTTP is refused, for keys have one use', () => {
    const http = generateKey({ institutionId: 'urn:x', use: 'http', alg: 'EdDSA', from, to: null });
    assert.equal(codeOf(withHeader({}, payload, http), [http]), 'jws-key-unknown');
  });
});

test('Ed25519 gives the signature of RFC 8032 section 7.1, test 2', () => {
  const d = Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex').toString(
    'base64url',
  );
  const x = Buffer.from('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', 'hex').toString(
    'base64url',
  );
  const secret = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d, x }, format: 'jwk' });
  const signature = signBytes({ ...key, privateKey: secret }, Buffer.from('72', 'hex'));
  assert.equal(
    signature.toString('hex'),
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  );
});

test('ES256 verifies the example of RFC 7515 appendix A.3', () => {
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
    y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
  };
  const signed =
    'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ';
  const signature = 'DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q';
  const verified = verifyWith(
    'ES256',
    createPublicKey({ key: jwk, format: 'jwk' }),
    Buffer.from(signed),
    Buffer.from(signature, 'base64url'),
  );
  assert.ok(verified);
});
