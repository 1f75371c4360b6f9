import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { get } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { cookieJar } from '../client/cookie-jar.ts';
import { startDevelopmentProvider, type DevelopmentProvider } from './development-provider.ts';

const institutionId = 'urn:urtuu:inst:kz:test';
const origin = 'http://localhost:1';
const verifier = 'a'.repeat(43);
let provider: DevelopmentProvider;

before(async () => {
  provider = await startDevelopmentProvider({
    port: 0,
    accounts: [
      { account: 'clerk.kz', name: 'Clerk', roles: ['clerk'], institutionId, clients: ['urtuu-kz'] },
      { account: 'clerk.mn', name: 'Clerk', roles: ['clerk'], clients: ['urtuu-mn'] },
      { account: 'citizen.a', name: 'A <b>', roles: ['citizen'], person: 'kz.iin:1', clients: ['urtuu-kz'] },
    ],
  });
  provider.admit([
    { clientId: 'urtuu-kz', clientSecret: 'secret-of-kz', origins: [origin] },
    { clientId: 'urtuu-mn', clientSecret: 'secret-of-mn', origins: ['http://localhost:2'] },
  ]);
});
after(() => provider.stop());

function authorization(extra: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: 'urtuu-kz',
    response_type: 'code',
    scope: 'openid profile',
    redirect_uri: `${origin}/auth/callback`,
    state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...extra,
  });
  return `${provider.issuer}/auth?${query.toString()}`;
}

/** Follows to the page of accounts; the answer to choosing one is followed to the client's address. */
async function sign(account: string, jar = cookieJar(fetch)) {
  const sent = await jar.fetch(authorization());
  const page = new URL(sent.headers.get('location') ?? '', provider.issuer).toString();
  const shown = await (await jar.fetch(page)).text();
  const chosen = await jar.fetch(page, { method: 'POST', body: new URLSearchParams({ account }) });
  let next = chosen.headers.get('location');
  while (next?.startsWith(provider.issuer)) next = (await jar.fetch(next)).headers.get('location');
  return { shown, chosen, back: next === null ? undefined : new URL(next) };
}

async function exchangeCode(code: string, codeVerifier = verifier) {
  const body = new URLSearchParams({ grant_type: 'authorization_code', code, code_verifier: codeVerifier });
  body.set('redirect_uri', `${origin}/auth/callback`);
  const authorization = `Basic ${Buffer.from('urtuu-kz:secret-of-kz').toString('base64')}`;
  return fetch(`${provider.issuer}/token`, { method: 'POST', body, headers: { authorization } });
}

/** `fetch` lets nobody choose the Host header. */
function statusFor(host: string): Promise<number | undefined> {
  const { port } = new URL(provider.issuer);
  const path = '/.well-known/openid-configuration';
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).once('error', reject);
  });
}

describe('the development provider', () => {
  test('answers on this machine alone, not to a name pointed at it', async () => {
    const { port } = new URL(provider.issuer);
    assert.deepEqual(
      [await statusFor(`localhost:${port}`), await statusFor(`evil.example:${port}`)],
      [200, 421],
    );
  });

  test('lets somebody choose an account without a password and tells the node who it is', async () => {
    const { back } = await sign('clerk.kz');
    const answer = await exchangeCode(back?.searchParams.get('code') ?? '');
    const { id_token: token } = (await answer.json()) as { id_token: string };
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
    assert.partialDeepStrictEqual(claims, {
      sub: 'clerk.kz',
      urtuu_roles: ['clerk'],
      urtuu_institution: institutionId,
    });
  });

  test('gives no token without the proof of the asking browser', async () => {
    const { back } = await sign('clerk.kz');
    const answer = await exchangeCode(back?.searchParams.get('code') ?? '', 'b'.repeat(43));
    assert.equal(answer.status, 400);
  });

  test('refuses an authorization request without a proof key', async () => {
    const answer = await cookieJar(fetch).fetch(authorization({ code_challenge: '' }));
    assert.match(answer.headers.get('location') ?? '', /error=invalid_request/);
  });

  test('offers the accounts of the asking node alone, and shows names as text', async () => {
    const { shown } = await sign('clerk.kz');
    assert.match(shown, /clerk\.kz/);
    assert.doesNotMatch(shown, /clerk\.mn/);
    assert.match(shown, /A &lt;b&gt;/);
  });

  test('signs nobody in under an account of another node', async () => {
    const { chosen } = await sign('clerk.mn');
    assert.equal(chosen.status, 422);
  });

  test('asks for a choice at every sign-in, even in the same browser', async () => {
    const jar = cookieJar(fetch);
    await sign('clerk.kz', jar);
    const { shown, back } = await sign('citizen.a', jar);
    assert.match(shown, /clerk\.kz/);
    assert.ok(back?.searchParams.get('code'));
  });

  test('sends nobody to an address that is not the node’s', async () => {
    const answer = await cookieJar(fetch).fetch(
      authorization({ redirect_uri: 'http://evil.example/auth/callback' }),
    );
    assert.equal(answer.status, 400);
  });
});
