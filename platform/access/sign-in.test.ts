import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { createServer as createSocket } from 'node:net';
import { ok } from '@urtuu/kernel';
import { z } from 'zod';
import { defineContract } from '../contract.ts';
import { problemCatalogue } from '../http/problem-catalogue.ts';
import { registerRoutes } from '../http/routes.ts';
import { createServer, type HttpServer } from '../http/server.ts';
import { createLogger } from '../telemetry/logger.ts';
import { startTelemetry } from '../telemetry/telemetry.ts';
import { testDatabase, type TestDatabase } from '../testing.ts';
import { openIdProvider } from './open-id.ts';
import { startTestProvider, type TestProvider } from './open-id.fixture.ts';
import { openSessions } from './sessions.ts';
import { localPath, registerSignIn } from './sign-in.ts';

const deskContract = defineContract({
  open: {
    method: 'POST',
    path: '/api/desk',
    summary: 'Open the desk',
    roles: ['clerk'],
    reply: z.object({ by: z.string() }),
    refusals: [],
  },
});

const accounts = {
  clerk: { name: 'Clerk One', urtuu_roles: ['clerk', 'emperor'], urtuu_institution: 'urn:inst:a' },
  visitor: {
    name: 'Visitor One',
    urtuu_roles: ['clerk', 'citizen'],
    urtuu_institution: 'urn:inst:b',
    urtuu_person: 'kz.iin:x',
  },
  citizen: { name: 'Citizen One', urtuu_roles: ['citizen'], urtuu_person: 'kz.iin:x' },
};

for (const claimsByUserInfo of ['no', 'yes'] as const) {
  describe(`signing in, with claims by ${claimsByUserInfo === 'yes' ? 'UserInfo' : 'ID token'}`, () => {
    let db: TestDatabase;
    let provider: TestProvider;
    let server: HttpServer;
    let origin: string;
    let now = new Date('2026-11-23T08:00:00Z');

    before(async () => {
      db = await testDatabase([]);
      const port = await freePort();
      origin = `http://127.0.0.1:${port}`;
      provider = await startTestProvider({
        redirectUri: `${origin}/auth/callback`,
        accounts,
        claimsByUserInfo,
      });
      const sessions = openSessions(db.database, { name: 'test', https: false, now: () => now });
      server = await createServer({
        catalogue: problemCatalogue,
        logger: createLogger({ name: 'test', level: 'silent' }),
        telemetry: startTelemetry({ service: 'test' }),
        session: sessions,
      });
      registerSignIn(server, {
        origin,
        sessions,
        provider: openIdProvider({
          issuer: provider.issuer,
          clientId: 'urtuu',
          clientSecret: 'a-secret-of-the-test',
        }),
        institutionId: 'urn:inst:a',
        personKeyOf: async (claim) => (claim === 'kz.iin:x' ? 'person-7' : undefined),
        perMinute: 12,
      });
      registerRoutes(server, deskContract, { open: async ({ principal }) => ok({ by: principal.subject }) });
      await server.listen({ port });
    });
    after(async () => {
      await server.close();
      await provider.stop();
      await db.drop();
    });

    test('leads back to the page one came from, with a session of one’s roles', async () => {
      provider.become('clerk');
      const browser = newBrowser();
      const landed = await browser.follow(`${origin}/auth/sign-in?returnTo=/cases%3Fq%3D1`);
      assert.equal(landed, `${origin}/cases?q=1`);
      const session = await browser.json(`${origin}/api/session`, { headers: { 'accept-language': 'mn' } });
      assert.deepEqual(session, {
        signedIn: true,
        subject: 'clerk',
        name: 'Clerk One',
        roles: ['clerk'],
        institutionId: 'urn:inst:a',
        locale: 'mn',
      });
      const opened = await browser.json(`${origin}/api/desk`, {
        method: 'POST',
        headers: { 'x-urtuu': '1' },
      });
      assert.deepEqual(opened, { by: 'clerk' });
    });

    test('gives a cookie that scripts cannot read, and keeps its hash alone', async () => {
      provider.become('clerk');
      const browser = newBrowser();
      await browser.follow(`${origin}/auth/sign-in`);
      const line = browser.lines.find((line) => line.startsWith('urtuu_test=') && !line.includes('Max-Age'));
      assert.match(line ?? '', /; Path=\/; HttpOnly; SameSite=Lax$/);
      const token = /urtuu_test=([^;]+)/.exec(line ?? '')?.[1] ?? '';
      const { rows } = await db.database.pool.query(
        `select row_to_json(s)::text as text from platform_session s`,
      );
      assert.ok(token.length > 40);
      assert.ok(rows.every((row: { text: string }) => !row.text.includes(token)));
    });

    test('leaves staff of another institution nothing but what they are as citizens', async () => {
      provider.become('visitor');
      const browser = newBrowser();
      await browser.follow(`${origin}/auth/sign-in`);
      const { roles, personKey } = await browser.json(`${origin}/api/session`);
      assert.deepEqual([roles, personKey], [['citizen'], 'person-7']);
    });

    test('finds the citizen’s own person', async () => {
      provider.become('citizen');
      const browser = newBrowser();
      await browser.follow(`${origin}/auth/sign-in`);
      const session = await browser.json(`${origin}/api/session`);
      assert.equal(session.personKey, 'person-7');
    });

    test('out ends the session, here and at the provider', async () => {
      provider.become('clerk');
      const browser = newBrowser();
      await browser.follow(`${origin}/auth/sign-in`);
      const foreign = await browser.send(`${origin}/auth/sign-out`, { method: 'POST' });
      assert.equal(foreign.status, 403);
      const out = await browser.json(`${origin}/auth/sign-out`, {
        method: 'POST',
        headers: { 'x-urtuu': '1' },
      });
      assert.match(String(out.location), /\/session\/end\?.*id_token_hint=/);
      assert.equal((await browser.json(`${origin}/api/session`)).signedIn, false);
    });

    test('lasts while it is used, and not longer than half a day', async () => {
      provider.become('clerk');
      const browser = newBrowser();
      await browser.follow(`${origin}/auth/sign-in`);
      const start = now.getTime();
      const states: boolean[] = [];
      for (const minutes of [29, 58, 87, 118]) {
        now = new Date(start + minutes * 60_000);
        states.push((await browser.json(`${origin}/api/session`)).signedIn === true);
      }
      assert.deepEqual(states, [true, true, true, false]);
      await browser.follow(`${origin}/auth/sign-in`);
      const second = now.getTime();
      let last = 0;
      for (let minutes = 20; minutes < 13 * 60; minutes += 20) {
        now = new Date(second + minutes * 60_000);
        if ((await browser.json(`${origin}/api/session`)).signedIn === true) last = minutes;
      }
      assert.equal(last, 11 * 60 + 40);
    });

    test('is refused for a return that this browser has not begun, or whose state or code is another', async () => {
      const browser = newBrowser();
      const strange = await browser.json(`${origin}/auth/callback?code=x&state=${'y'.repeat(43)}`);
      assert.equal(strange.code, 'security/sign-in-failed');
      const begun = await browser.send(`${origin}/auth/sign-in`);
      const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
      const wrongState = await browser.json(
        `${origin}/auth/callback?code=x&state=${state.slice(0, 8)}${'z'.repeat(35)}`,
      );
      const wrongCode = await browser.json(`${origin}/auth/callback?code=x&state=${state}`);
      assert.deepEqual([wrongState.status, wrongCode.status], [401, 401]);
      const page = await browser.send(`${origin}/auth/callback?code=x&state=${state}`, {
        headers: { accept: 'text/html' },
      });
      assert.equal(page.headers.get('location'), '/?signIn=failed');
    });

    test('again and again from one address is slowed down', async () => {
      const browser = newBrowser();
      let slowed: Response | undefined;
      for (let i = 0; i < 13 && slowed === undefined; i += 1) {
        const response = await browser.send(`${origin}/auth/sign-in`);
        if (response.status === 429) slowed = response;
      }
      const problem = (await slowed?.json()) as { code: string };
      assert.equal(problem.code, 'transport/overloaded');
      assert.notEqual(slowed?.headers.get('retry-after'), null);
    });
  });
}

test('one returns to an own path, never to another host', () => {
  for (const path of ['/', '/cases?q=a%20b', '/cases/1#x']) assert.equal(localPath(path), path);
  for (const away of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '',
    'cases',
    '/a\nb',
    '/a\\b',
    `/${'a'.repeat(1000)}`,
  ]) {
    assert.equal(localPath(away), '/', away);
  }
  assert.equal(localPath(null), '/');
});

/** A browser as far as redirects and cookies go; one jar per host, whatever the port, as browsers have it. */
function newBrowser(): {
  readonly lines: string[];
  send(url: string, init?: RequestInit): Promise<Response>;
  json(url: string, init?: RequestInit): Promise<Record<string, unknown>>;
  follow(url: string): Promise<string>;
} {
  const jar = new Map<string, string>();
  const lines: string[] = [];
  async function send(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      lines.push(line);
      const [pair = ''] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, pair.slice(name.length + 1));
    }
    return response;
  }
  return {
    lines,
    send,
    json: async (url, init) => (await send(url, init)).json() as Promise<Record<string, unknown>>,
    async follow(url) {
      let at = url;
      for (let step = 0; step < 10; step += 1) {
        const response = await send(at);
        const next = response.headers.get('location');
        if (next === null) return at;
        at = new URL(next, at).toString();
      }
      throw new Error('goes in circles');
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createSocket().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
