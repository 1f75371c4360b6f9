import { ok, refuse } from '@urtuu/kernel';
import type { PersonRead } from '@urtuu/platform';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { registerRefusal, type RegisterPort } from './register-port.ts';
import { registerHandlers } from './routes.ts';

const listed = {
  key: 'ТТ61041211',
  scheme: 'mn.register',
  name: 'Нурлан Ахмет',
  birthDate: '1961-04-12',
  sex: 'male',
  alive: true,
} as const;

/** A register of one person, in memory; the ports themselves are tested against their simulators. */
const register: RegisterPort = {
  country: 'MN',
  system: 'khur',
  find: () => Promise.resolve(ok({ verdict: 'none', candidates: [] })),
  search: (text) =>
    Promise.resolve(
      text === 'down'
        ? refuse(registerRefusal('unavailable', 'person search', 'HTTP 503'))
        : ok(text === 'nobody' ? [] : [listed]),
    ),
  read: (key) =>
    Promise.resolve(
      key === listed.key
        ? ok({
            person: {
              key,
              identifiers: [{ scheme: 'mn.register', value: key, country: 'MN' }],
              names: [{ script: 'mn-Cyrl', given: 'Нурлан', patronymic: 'Ахмет' }],
              birthDate: '1961-04-12',
              sex: 'male',
              citizenships: ['MN'],
            },
            rows: [],
            source: [],
            folded: { periods: [], earnings: [], accounts: [], benefits: [], doubts: [], trace: [] },
          })
        : refuse(registerRefusal('notFound', 'WS100101', 'result code 1')),
    ),
  changes: () => Promise.resolve(refuse(registerRefusal('notOffered', 'person changes', 'none'))),
  deaths: () => Promise.resolve(refuse(registerRefusal('notOffered', 'deaths', 'none'))),
};

const handlers = registerHandlers({
  register,
  accessKeyOf: (scheme, value) => Promise.resolve(`name of ${scheme}:${value}`),
});

/** The parts of a call that these handlers read. */
function callOf<P, Q>(params: P, query: Q) {
  const reads: PersonRead[] = [];
  let nobody = false;
  const access = {
    read: (...more: readonly PersonRead[]) => void reads.push(...more),
    readNobody: () => {
      nobody = true;
    },
  };
  const call = {
    params,
    query,
    body: undefined,
    principal: { subject: 'clerk.mn', name: 'Clerk', roles: ['clerk' as const] },
    partner: undefined,
    ifMatch: undefined,
    purpose: undefined,
    locale: 'en' as const,
    access,
    requestId: 'r-1',
    signal: new AbortController().signal,
    raw: { method: 'GET', url: '/', headers: {}, bytes: new Uint8Array(), ip: '127.0.0.1' },
  };
  return { call, reads, nobody: () => nobody };
}

describe('the register pages', () => {
  test('record a reading for every person they list, under a key that hides the identifier', async () => {
    const { call, reads } = callOf(undefined, { q: 'нурлан', purpose: 'claim-1' });
    const answer = await handlers.searchRegister(call);
    assert.ok(answer.ok);
    assert.deepEqual(
      reads.map(({ purpose, what }) => [purpose, what]),
      [['claim-1', 'register-search']],
    );
    assert.equal(reads[0]?.personKey, `name of mn.register:${listed.key}`);
  });

  test('state that nobody was read when nothing was found', async () => {
    const { call, reads, nobody } = callOf(undefined, { q: 'nobody' });
    await handlers.searchRegister(call);
    assert.deepEqual([reads.length, nobody()], [0, true]);
  });

  test('record the reading of a person whose rows they show', async () => {
    const { call, reads } = callOf({ key: listed.key }, {});
    const answer = await handlers.registerPerson(call);
    assert.ok(answer.ok);
    assert.equal(reads[0]?.what, 'register-rows');
  });

  test('refuse a person who is not there, and a register that is down', async () => {
    const stranger = await handlers.registerPerson(callOf({ key: 'ТТ70010111' }, {}).call);
    assert.equal(stranger.ok ? '' : stranger.error.code, 'business/not-found');
    const down = await handlers.searchRegister(callOf(undefined, { q: 'down' }).call);
    assert.equal(down.ok ? '' : down.error.code, 'transport/unavailable');
  });
});
