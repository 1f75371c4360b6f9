import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openDatabase } from '@urtuu/platform';
import { signIn, type SignedIn } from '../client/sign-in.ts';
import type { Corridor } from '../corridor/start-corridor.ts';
import { testCorridor } from '../corridor/test-corridor.ts';
import { openOffice, type Office } from '../journey/office.ts';
import { evidenceOf } from './evidence.ts';
import { answered, claimsOf, fileClaim } from './stream.ts';

const SYNTHETIC = 60;

let corridor: Corridor;
let kz: Office;
let clerk: SignedIn;
/** A message that was really sent, as its bytes. */
let genuine = '';

before(async () => {
  corridor = await testCorridor({ synthetic: SYNTHETIC });
  kz = await openOffice('KZ', corridor.kz.url);
  clerk = await signIn(corridor.kz.url, 'clerk.kz');
  const [claim] = claimsOf(1, SYNTHETIC);
  assert.ok(claim);
  await answered(kz, await fileClaim(kz, claim));
  const database = openDatabase(corridor.kz.config['database.url'], { applicationName: 'test' });
  const { rows } = await database.pool.query<{ body: string }>('select body from exchange_outbox limit 1');
  genuine = rows[0]?.body ?? '';
  await database.close();
});
after(() => corridor.stop());

const JOSE = 'application/jose+json';
const forgedSignature = {
  'signature-input':
    'sig1=("@method" "@target-uri" "content-digest");created=1;keyid="urn:urtuu:inst:kz:pensions#http";nonce="n"',
  signature: 'sig1=:AAAA:',
  'content-digest': 'sha-256=:AAAA:',
};

const refused: readonly [string, () => RequestInit, RegExp][] = [
  [
    'a message without any signature',
    () => ({ body: genuine, headers: { 'content-type': JOSE } }),
    /^security\//,
  ],
  [
    'a genuine message under a forged signature',
    () => ({ body: genuine, headers: { 'content-type': JOSE, ...forgedSignature } }),
    /^security\//,
  ],
  [
    'a message cut in the middle',
    () => ({
      body: genuine.slice(0, genuine.length / 2),
      headers: { 'content-type': JOSE, ...forgedSignature },
    }),
    /^(security|profile)\//,
  ],
  [
    'a file that is not what it says',
    () => ({ body: new Uint8Array([0x89, 0x50, 0x4e, 0x47]), headers: { 'content-type': JOSE } }),
    /^(security|profile)\//,
  ],
  [
    'another media type',
    () => ({ body: genuine, headers: { 'content-type': 'text/csv' } }),
    /^(security|profile)\//,
  ],
  ['an empty body', () => ({ headers: { 'content-type': JOSE } }), /^(security|profile)\//],
  [
    'eleven megabytes',
    () => ({ body: 'x'.repeat(11 * 1024 * 1024), headers: { 'content-type': JOSE } }),
    /^profile\/too-large$/,
  ],
];

describe('bad input at the door of partners', () => {
  for (const [what, request, code] of refused) {
    test(`${what} is answered with a problem document, and nothing is kept`, async () => {
      const before = await evidenceOf(corridor.mn);
      const answer = await fetch(`${corridor.mn.url}/x/v1/transmissions`, { method: 'POST', ...request() });
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
      const problem = (await answer.json()) as { code: string; i18n: Record<string, string>; status: number };
      assert.match(problem.code, code);
      assert.equal(problem.status, answer.status);
      assert.deepEqual(Object.keys(problem.i18n).toSorted(), ['en', 'kk', 'mn', 'ru', 'zh']);
      assert.deepEqual(await evidenceOf(corridor.mn), before);
    });
  }

  test('after all of it the stream goes on', async () => {
    const [, claim] = claimsOf(2, SYNTHETIC);
    assert.ok(claim);
    const view = await answered(kz, await fileClaim(kz, claim));
    assert.ok(view.transmissions.length >= 2);
  });
});

describe('bad input at the door of the console', () => {
  const JSON_TYPE = 'application/json';
  const FORM = 'application/x-www-form-urlencoded';
  const huge = `"${'x'.repeat(11 * 1024 * 1024)}"`;
  const table: readonly [string, string, string, string, number][] = [
    ['text that is not JSON', '{"kind":', JSON_TYPE, 'profile/malformed-json', 400],
    ['another media type', 'kind=oldAge', FORM, 'profile/media-type', 415],
    ['a member given twice', '{"kind":"oldAge","kind":"oldAge"}', JSON_TYPE, 'profile/malformed-json', 400],
    ['members that are missing', '{}', JSON_TYPE, 'profile/schema-invalid', 422],
    ['eleven megabytes', huge, JSON_TYPE, 'profile/too-large', 413],
  ];
  for (const [what, body, type, code, status] of table) {
    test(`${what} is ${status} ${code}`, async () => {
      const answer = await fetch(`${corridor.kz.url}/api/claims`, {
        method: 'POST',
        body,
        headers: { ...clerk.headers(), 'content-type': type },
      });
      const problem = (await answer.json()) as { code: string };
      assert.deepEqual([answer.status, problem.code], [status, code]);
    });
  }

  test('an impossible date is named with its place', async () => {
    const [good] = claimsOf(3, SYNTHETIC).slice(2);
    assert.ok(good);
    const record = { ...good.record, person: { ...good.record.person, birthDate: '1960-02-30' } };
    const { faults } = await kz.clerk.checkClaim({ body: { ...good, record } });
    assert.ok(
      faults.some(({ pointer, code }) => pointer.endsWith('/person/birthDate') && code === 'impossible-date'),
    );
  });
});
