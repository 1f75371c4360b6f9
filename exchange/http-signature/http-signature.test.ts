import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { describe, test } from 'node:test';
import { parseDictionary, type InnerList } from 'structured-headers';
import { generateKey } from '../crypto/jwk.ts';
import { verifyWith } from '../crypto/signature.ts';
import { readComponents, signatureBase } from './base.ts';
import { contentDigest, digestMatches } from './content-digest.ts';
import type { HttpMessageParts, HttpRequestParts, HttpResponseParts } from './message.ts';
import { signRequest, signResponse } from './sign.ts';
import { verifyRequest, verifyResponse } from './verify.ts';

const at = new Date('2026-11-23T08:00:00Z');
const from = new Date('2026-01-01T00:00:00Z');
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);

const baseOf = (message: HttpMessageParts, input: string) => {
  const [list] = [...parseDictionary(input).values()] as InnerList[];
  assert.ok(list);
  const components = readComponents(list);
  assert.ok(components);
  return signatureBase(message, components, list[1]) ?? '';
};

describe('the test cases of RFC 9421 appendix B', () => {
  const request: HttpRequestParts = {
    method: 'POST',
    targetUri: 'https://example.com/foo?param=Value&Pet=dog',
    headers: {
      host: 'example.com',
      date: 'Tue, 20 Apr 2021 02:07:55 GMT',
      'content-type': 'application/json',
      'content-digest':
        'sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:',
      'content-length': '18',
    },
  };
  const response: HttpResponseParts = {
    status: 200,
    request,
    headers: {
      date: 'Tue, 20 Apr 2021 02:07:56 GMT',
      'content-type': 'application/json',
      'content-digest':
        'sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:',
      'content-length': '23',
    },
  };
  const ed25519 = {
    kty: 'OKP',
    crv: 'Ed25519',
    d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU',
    x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs',
  };
  const p256 = {
    kty: 'EC',
    crv: 'P-256',
    x: 'qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA',
    y: 'Mc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F0',
  };
  test('B.2.4: a response signed with ecdsa-p256-sha256 is verified', () => {
    const base = baseOf(
      response,
      'sig-b24=("@status" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-ecc-p256"',
    );
    const signature =
      'wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==';
    const key = createPublicKey({ key: p256, format: 'jwk' });
    assert.ok(verifyWith('ES256', key, Buffer.from(base), Buffer.from(signature, 'base64')));
  });

  test('B.2.6: a request signed with ed25519 gives the very bytes', () => {
    const base = baseOf(
      request,
      'sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
    );
    assert.equal(
      base,
      [
        '"date": Tue, 20 Apr 2021 02:07:55 GMT',
        '"@method": POST',
        '"@path": /foo',
        '"@authority": example.com',
        '"content-type": application/json',
        '"content-length": 18',
        '"@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
      ].join('\n'),
    );
    const signature = sign(null, Buffer.from(base), createPrivateKey({ key: ed25519, format: 'jwk' }));
    assert.equal(
      signature.toString('base64'),
      'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==',
    );
  });

  test('section 2.4: a component of the request is named so in the base of the response', () => {
    const base = baseOf(response, 's=("@status" "@method";req "@query";req)');
    assert.equal(
      base,
      '"@status": 200\n"@method";req: POST\n"@query";req: ?param=Value&Pet=dog\n"@signature-params": ("@status" "@method";req "@query";req)',
    );
  });
});

const body = Buffer.from('{"protected":"…"}');
for (const alg of ['EdDSA', 'ES256'] as const) {
  const key = generateKey({ institutionId: 'urn:kz', use: 'http', alg, from, to: null });
  const plain: HttpRequestParts = {
    method: 'POST',
    targetUri: 'http://127.0.0.1:4100/x/v1/transmissions',
    headers: {
      'content-type': 'application/jose+json',
      'content-digest': contentDigest(body),
      'idempotency-key': '0192ab34-0000-7000-8000-000000000000',
    },
  };
  const nonce = 'n'.repeat(22);
  const fields = signRequest(plain, { key, at, nonce });
  const signed: HttpRequestParts = { ...plain, headers: { ...plain.headers, ...fields } };
  const keyOf = (kid: string) => (kid === key.kid ? key : undefined);
  const check = (request: HttpRequestParts, received: Uint8Array = body, when = at) => {
    const result = verifyRequest(request, received, { keyOf, at: when });
    return result.ok ? 'ok' : result.error.code;
  };
  const withFields = (change: Record<string, string>): HttpRequestParts => ({
    ...signed,
    headers: { ...signed.headers, ...change },
  });
  const input = fields['signature-input'];

  describe(`a request signed with ${alg}`, () => {
    test('is verified and gives key and nonce', () => {
      const result = verifyRequest(signed, body, { keyOf, at });
      assert.ok(result.ok);
      assert.deepEqual(result.value, { kid: key.kid, nonce, expires: later(300) });
    });

    const refusals: readonly [string, HttpRequestParts, string][] = [
      ['another method', { ...signed, method: 'PUT' }, 'http-signature-invalid'],
      ['another address', { ...signed, targetUri: `${signed.targetUri}?x=1` }, 'http-signature-invalid'],
      ['another idempotency key', withFields({ 'idempotency-key': 'x' }), 'http-signature-invalid'],
      ['another media type', withFields({ 'content-type': 'text/plain' }), 'http-signature-invalid'],
      ['no signature', plain, 'http-signature-missing'],
      [
        'another tag',
        withFields({ 'signature-input': input.replace('urtuu-x1', 'other') }),
        'http-signature-missing',
      ],
      ['broken fields', withFields({ signature: '(((' }), 'http-signature-malformed'],
      [
        'less covered',
        withFields({ 'signature-input': input.replace('"idempotency-key"', '') }),
        'http-signature-covers-too-little',
      ],
      [
        'no nonce',
        withFields({ 'signature-input': input.replace(/;nonce="n+"/, '') }),
        'http-signature-parameters',
      ],
      [
        'a life of an hour',
        withFields({
          'signature-input': input.replace(/expires=\d+/, `expires=${at.getTime() / 1000 + 3600}`),
        }),
        'http-signature-parameters',
      ],
      [
        'a key that nobody trusts',
        withFields({ 'signature-input': input.replace('#http-', '#evil-') }),
        'http-key-unknown',
      ],
      [
        'the algorithm of the other suite',
        withFields({ 'signature-input': input.replace(/alg="[^"]+"/, 'alg="hmac-sha256"') }),
        'http-alg-forbidden',
      ],
    ];
    for (const [what, request, code] of refusals) {
      test(`with ${what} is refused as ${code}`, () => assert.equal(check(request), code));
    }

    test('with another body is refused', () =>
      assert.equal(check(signed, Buffer.from('{}')), 'http-digest-wrong'));

    test('is fresh for five minutes and no longer, and may be ahead by one', () => {
      assert.equal(check(signed, body, later(300)), 'ok');
      assert.equal(check(signed, body, later(301)), 'http-signature-stale');
      assert.equal(check(signed, body, later(-60)), 'ok');
      assert.equal(check(signed, body, later(-61)), 'http-signature-stale');
    });
  });

  describe(`a response signed with ${alg}`, () => {
    const answer = Buffer.from('receipt');
    const bare: HttpResponseParts = {
      status: 200,
      request: signed,
      headers: { 'content-digest': contentDigest(answer) },
    };
    const response = { ...bare, headers: { ...bare.headers, ...signResponse(bare, { key, at }) } };
    const verdict = (changed: HttpResponseParts) => {
      const result = verifyResponse(changed, answer, { keyOf, at });
      return result.ok ? result.value : result.error.code;
    };

    test('is verified as the answer to its request', () => assert.equal(verdict(response), key.kid));
    test('is no answer to another request', () => {
      const request = withFields({ 'content-digest': contentDigest(Buffer.from('other')) });
      assert.equal(verdict({ ...response, request }), 'http-signature-invalid');
    });
    test('with another status is refused', () => {
      assert.equal(verdict({ ...response, status: 202 }), 'http-signature-invalid');
    });
  });
}

test('a digest in another algorithm than sha-256 is not enough', () => {
  assert.ok(digestMatches(contentDigest(body), body));
  assert.ok(!digestMatches('sha-512=:AAAA:', body));
  assert.ok(!digestMatches('sha-256=:AAAA:', body));
  assert.ok(!digestMatches('sha-256', body));
  assert.ok(!digestMatches(undefined, body));
});
