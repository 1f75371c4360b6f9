import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { ok, refuse } from '@urtuu/kernel';
import type { InjectOptions } from 'fastify';
import { openAccessLog, type AccessLog } from '../access/access-log.ts';
import { createClient, ProblemError, type Role } from '../contract.ts';
import { createLogger } from '../telemetry/logger.ts';
import { permissionFaults, testDatabase, testServer, type TestDatabase } from '../testing.ts';
import { withHeaders } from './call.ts';
import { catalogue, clubContract, people } from './club.fixture.ts';
import { serveOpenApi } from './openapi.ts';
import { mergeCatalogues, problemCatalogue } from './problem-catalogue.ts';
import { registerRoutes } from './routes.ts';
import type { HttpServer } from './server.ts';

const nothing = (): void => undefined;
const forever = (): void => undefined;
const knock = (role: Role | undefined): Record<string, string> => (role === undefined ? {} : as(role));
const as = (name: string): Record<string, string> => ({ 'x-test-principal': name, 'x-urtuu': '1' });

describe('a route of a contract', () => {
  let db: TestDatabase;
  let accessLog: AccessLog;
  let server: HttpServer;
  let next: () => void = nothing;
  const lines: string[] = [];

  before(async () => {
    db = await testDatabase([]);
    accessLog = openAccessLog(db.database);
    const logger = createLogger({
      name: 'club',
      level: 'debug',
      destination: { write: (line) => void lines.push(line) },
    });
    server = await testServer({ catalogue, people, logger, handlerTimeout: 50 });
    registerRoutes(
      server,
      clubContract,
      {
        async readMember({ params, query, access }) {
          if (params.memberId === 'm404') return refuse({ code: 'business/not-found' });
          if (params.memberId === 'm1') {
            access.read({
              personKey: 'person-1',
              purpose: 'membership',
              article: 'club art. 3',
              what: 'member',
            });
          }
          if (params.memberId === 'm2') access.readNobody();
          return ok({ memberId: params.memberId, ...(query.year === undefined ? {} : { year: query.year }) });
        },
        async renameMember({ body, ifMatch }) {
          if (body.name === 'closed') {
            return refuse({ code: 'club/closed', detail: 'found Sunday', extra: { opensOn: 'Monday' } });
          }
          if (body.name === 'undeclared') return refuse({ code: 'business/not-found' });
          if (body.name === 'secret') throw new Error('select name from member where iin = 123');
          return ok(withHeaders({ name: body.name, seen: ifMatch }, { etag: '8' }));
        },
        async listCourts({ signal }) {
          next();
          if (next === forever) await new Promise((_, reject) => signal.addEventListener('abort', reject));
          return ok({ courts: ['centre'] });
        },
        card: async () => ok(new TextEncoder().encode('%PDF')),
        challenge: async ({ partner, raw }) => ok({ from: partner.nodeId, bytes: raw.bytes.length }),
        leave: async () => ok(undefined),
      },
      {
        accessLog,
        partner: async ({ headers }) =>
          headers.signature === 'good'
            ? ok({ nodeId: 'other', institutionId: 'urn:club:b', keyId: 'k' })
            : refuse({ code: 'security/unauthenticated', detail: 'no signature' }),
      },
    );
    serveOpenApi(server, { title: 'Club', version: '1' });
  });
  after(async () => {
    await server.close();
    await db.drop();
  });

  async function ask(
    options: InjectOptions,
  ): Promise<{ status: number; body: Record<string, unknown>; headers: Record<string, unknown> }> {
    const response = await server.app.inject(options);
    const isJson = String(response.headers['content-type']).includes('json');
    const body: Record<string, unknown> = isJson ? JSON.parse(response.body) : {};
    return { status: response.statusCode, body, headers: response.headers };
  }
  const rename = (payload: unknown, headers: Record<string, string> = {}): ReturnType<typeof ask> =>
    ask({
      method: 'PUT',
      url: '/api/members/m1',
      headers: { ...as('clerk'), 'if-match': '"7"', 'content-type': 'application/json', ...headers },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });

  test('answers with parsed parameters and records whose data it showed before the reply leaves', async () => {
    const { status, body } = await ask({ url: '/api/members/m1?year=2026', headers: as('clerk') });
    assert.equal(status, 200);
    assert.deepEqual(body, { memberId: 'm1', year: 2026 });
    const [row] = await accessLog.list({ personKeys: ['person-1'] });
    assert.equal(row?.reader, 'Clerk One');
    assert.equal(row?.role, 'clerk');
    assert.equal(row?.institution, 'urn:club:a');
    assert.equal(row?.article, 'club art. 3');
  });

  test('fails rather than show data of a person without saying whose', async () => {
    assert.equal((await ask({ url: '/api/members/m3', headers: as('clerk') })).status, 500);
    assert.equal((await ask({ url: '/api/members/m2', headers: as('clerk') })).status, 200);
    assert.equal((await ask({ url: '/api/members/m404', headers: as('clerk') })).status, 404);
  });

  test('lets nobody in without sign-in and nobody without the role', async () => {
    const unknown = await ask({ url: '/api/members/m1' });
    const wrong = await ask({ url: '/api/members/m1', headers: as('auditor') });
    assert.deepEqual([unknown.status, unknown.body.code], [401, 'security/unauthenticated']);
    assert.deepEqual([wrong.status, wrong.body.code], [403, 'security/forbidden']);
  });

  test('refuses a change that a foreign page could have sent', async () => {
    const headers = { 'x-test-principal': 'clerk' };
    const foreign = await ask({ method: 'DELETE', url: '/api/members/m1', headers });
    const own = await ask({
      method: 'DELETE',
      url: '/api/members/m1',
      headers: { ...headers, 'sec-fetch-site': 'same-origin' },
    });
    const cross = await ask({
      method: 'DELETE',
      url: '/api/members/m1',
      headers: { ...headers, 'sec-fetch-site': 'cross-site' },
    });
    assert.deepEqual([foreign.status, foreign.body.code], [403, 'security/csrf']);
    assert.equal(own.status, 204);
    assert.equal(cross.status, 403);
  });

  test('names every fault of the body with its place', async () => {
    const { status, body, headers } = await rename({ courts: [{ number: 1 }, { number: 'x' }] });
    assert.equal(status, 422);
    assert.equal(headers['content-type'], 'application/problem+json');
    assert.equal(body.code, 'profile/schema-invalid');
    assert.ok(Array.isArray(body.errors));
    assert.deepEqual(
      body.errors.map((error: { pointer: string; code: string }) => [error.pointer, error.code]),
      [
        ['/name', 'invalid_type'],
        ['/courts/1/number', 'invalid_type'],
      ],
    );
  });

  test('refuses more than ten mebibytes', async () => {
    const answer = await rename('x'.repeat(10 * 1024 * 1024 + 1));
    assert.deepEqual([answer.status, answer.body.code], [413, 'profile/too-large']);
  });

  test('refuses a body in an encoding of its own', async () => {
    const { status, body } = await rename({ name: 'A' }, { 'content-encoding': 'gzip' });
    assert.deepEqual([status, body.code], [415, 'profile/media-type']);
    assert.equal((await rename({ name: 'A' }, { 'content-encoding': 'identity' })).status, 200);
  });

  test('takes a code for a purpose and no free text, which the person would read for ever', async () => {
    const url = '/api/members/m1';
    const reading = { ...as('clerk'), 'x-urtuu-purpose': 'claim-processing' };
    assert.equal((await ask({ url, headers: reading })).status, 200);
    for (const purpose of ['because I can', '<b>', 'a'.repeat(65), '']) {
      const { status, body } = await ask({ url, headers: { ...reading, 'x-urtuu-purpose': purpose } });
      assert.deepEqual([status, body.code], [422, 'profile/schema-invalid'], purpose);
    }
  });

  test('refuses broken JSON before anything else', async () => {
    const answer = await rename('{"name":');
    assert.deepEqual([answer.status, answer.body.code], [400, 'profile/malformed-json']);
  });

  test('wants the version that the caller saw, and hands on the new one', async () => {
    const headers = { ...as('clerk'), 'content-type': 'application/json' };
    const without = await ask({ method: 'PUT', url: '/api/members/m1', headers, payload: '{"name":"a"}' });
    const within = await rename({ name: 'a' });
    assert.deepEqual([without.status, without.body.code], [428, 'business/version-required']);
    assert.deepEqual(within.body, { name: 'a', seen: '7' });
    assert.equal(within.headers.etag, '"8"');
  });

  test('refuses in the language asked for, with all five beside it and its own members', async () => {
    const { status, body } = await rename(
      { name: 'closed' },
      { 'accept-language': 'de, kk;q=0.9, ru;q=0.8' },
    );
    assert.equal(status, 409);
    assert.equal(body.type, 'urn:urtuu:problem:club/closed');
    assert.equal(body.title, 'Клуб жабық');
    assert.equal(body.detail, 'found Sunday');
    assert.equal(body.opensOn, 'Monday');
    assert.deepEqual(body.i18n, catalogue['club/closed']?.title);
  });

  test('takes a refusal that the route has not declared for a broken invariant', async () => {
    assert.equal((await rename({ name: 'undeclared' })).status, 500);
  });

  test('tells nothing of an unexpected error outside, and everything needed in the log', async () => {
    lines.length = 0;
    const { status, body } = await rename({ name: 'secret' });
    assert.equal(status, 500);
    assert.equal(body.code, 'internal/unexpected');
    assert.doesNotMatch(JSON.stringify(body), /select/);
    const logged = lines
      .map((line): Record<string, unknown> => JSON.parse(line))
      .find((line) => line.level === 'error');
    assert.equal(`urn:uuid:${String(logged?.requestId)}`, body.instance);
    assert.equal(logged?.route, '/api/members/:memberId');
  });

  test('answers a wrong method, an unknown address and an impossible one as problems', async () => {
    const method = await ask({ method: 'POST', url: '/api/courts' });
    const address = await ask({ url: '/api/nothing' });
    const impossible = await ask({ url: '/api/members/%E0%A4%A' });
    assert.deepEqual([method.status, method.headers.allow], [405, 'GET']);
    assert.deepEqual([address.status, address.body.code], [404, 'business/not-found']);
    assert.deepEqual([impossible.status, impossible.body.code], [404, 'business/not-found']);
  });

  test('ends a handler that takes too long', async () => {
    next = forever;
    const { status, body } = await ask({ url: '/api/courts' });
    next = nothing;
    assert.deepEqual([status, body.code], [504, 'transport/timeout']);
  });

  test('says that the service is away when the database is', async () => {
    next = () => {
      throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    };
    const { status, body, headers } = await ask({ url: '/api/courts' });
    next = nothing;
    assert.deepEqual([status, body.code, headers['retry-after']], [503, 'transport/unavailable', '5']);
  });

  test('sends bytes of the media type it names', async () => {
    const response = await server.app.inject({ url: '/api/members/m1/card.pdf' });
    assert.equal(response.headers['content-type'], 'application/pdf');
    assert.equal(response.body, '%PDF');
  });

  test('for partners sees the bytes as they were sent, whatever they are', async () => {
    const request = { method: 'POST', url: '/x/challenge', payload: Buffer.from([1, 2, 255]) } as const;
    const signed = await ask({
      ...request,
      headers: { signature: 'good', 'content-type': 'application/jose' },
    });
    const unsigned = await ask({ ...request, headers: { 'content-type': 'application/jose' } });
    assert.deepEqual(signed.body, { from: 'other', bytes: 3 });
    assert.deepEqual([unsigned.status, unsigned.body.detail], [401, 'no signature']);
  });

  test('is reached by the typed client over a real connection', async () => {
    const baseUrl = await server.listen({ port: 0 });
    const client = createClient(clubContract, { baseUrl, fetch, headers: () => as('clerk') });
    const renamed = await client.renameMember({
      params: { memberId: 'm 1' },
      body: { name: 'b' },
      ifMatch: '7',
    });
    assert.deepEqual(renamed, { name: 'b', seen: '7' });
    const refused = client.renameMember({
      params: { memberId: 'm1' },
      body: { name: 'closed' },
      ifMatch: '7',
    });
    await assert.rejects(refused, (error) => {
      assert.ok(error instanceof ProblemError);
      assert.deepEqual(error.problem.extra, { opensOn: 'Monday' });
      return true;
    });
    assert.deepEqual(await client.card({ params: { memberId: 'm1' } }), new TextEncoder().encode('%PDF'));
  });

  test('opens to the roles of its table and to nobody else, which one test proves for a whole server', async () => {
    assert.deepEqual(await permissionFaults(server, knock), []);
    const confused = (role: Role | undefined): Record<string, string> =>
      knock(role === 'auditor' ? 'clerk' : role);
    const faults = await permissionFaults(server, confused);
    assert.deepEqual(
      faults.map((fault) => fault.split(' (')[0]),
      ['readMember', 'renameMember', 'leave'],
    );
  });

  test('stands in the OpenAPI document with its roles, schemas and problems', async () => {
    const { body } = await ask({ url: '/api/openapi.json' });
    const paths = body.paths as Record<string, Record<string, Record<string, unknown>>>;
    const put = paths['/api/members/{memberId}']?.put;
    assert.equal(body.openapi, '3.1.0');
    assert.deepEqual(put?.['x-roles'], ['clerk']);
    assert.deepEqual(Object.keys(put?.responses ?? {}), [
      '200',
      '400',
      '401',
      '403',
      '409',
      '412',
      '413',
      '415',
      '422',
      '428',
      '500',
      '503',
    ]);
    assert.match(JSON.stringify(put?.requestBody), /"minLength":1/);
  });

  test('sends the headers that keep a browser safe', async () => {
    const { headers } = await ask({ url: '/api/courts' });
    assert.match(String(headers['content-security-policy']), /default-src 'self'.*frame-ancestors 'none'/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['strict-transport-security'], undefined);
  });
});

test('a catalogue of several refuses a code that two of them define', () => {
  const again = { 'business/not-found': { ...problemCatalogue['business/not-found'] } };
  assert.throws(() => mergeCatalogues(problemCatalogue, again), /Two catalogues define business\/not-found/);
});
