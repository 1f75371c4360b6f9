import { day } from '@urtuu/kernel';
import {
  KHUR,
  khurPort,
  SHEP,
  shepPort,
  type RegisterPeople,
  type RegisterPort,
  type RegisterRefusalCode,
} from '@urtuu/registers';
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { startKhurSimulator } from './khur-simulator.ts';
import { startShepSimulator } from './shep-simulator.ts';
import type { Simulator, SimulatorFault } from './simulator-server.ts';

const clock = (): Date => new Date('2026-11-20T08:00:00Z');
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const otherKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const regnum = 'ТТ61041211';
const iin = '610412399003';

const mnPeople: RegisterPeople = {
  format: 'urtuu-register-people',
  version: 1,
  register: 'khur',
  people: [
    {
      key: regnum,
      services: {
        [KHUR.idCard.operation]: [
          {
            regnum,
            civilId: '990000000001',
            lastname: 'Ахмет',
            firstname: 'Нурлан',
            birthDate: '1961-04-12',
            gender: 'Эрэгтэй',
          },
        ],
        [KHUR.salary.operation]: [1, 2, 3].map((month) => ({
          year: '1996',
          month: String(month),
          orgName: 'Жишээ & Ко <ХХК>',
          orgSiID: '9900001',
          salaryAmount: '25000.0',
          salaryFee: '2500.0',
          paid: 'true',
        })),
        [KHUR.deaths.operation]: [{ civilId: '', regnum, deceaseDate: '2026-10-30', regDate: '2026-11-02' }],
      },
    },
  ],
};

const kzPeople: RegisterPeople = {
  format: 'urtuu-register-people',
  version: 1,
  register: 'shep',
  people: [
    {
      key: iin,
      services: {
        [SHEP.person.serviceId]: [
          {
            iin,
            surname: 'Ахмет',
            name: 'Нұрлан',
            patronymic: '',
            nameLatin: 'Nurlan',
            surnameLatin: 'Akhmet',
            birthDate: '1961-04-12',
            genderCode: '1',
            citizenshipCode: 'KZ',
          },
        ],
        [SHEP.labourRecord.serviceId]: [
          {
            employer: 'Үлгі & Ко',
            startDate: '1985-03-01',
            endDate: '1997-12-31',
            documentCode: 'LABOUR_BOOK',
            documentRef: 'ЕК-99-1',
          },
        ],
        [SHEP.savings.serviceId]: [
          { accountKind: 'uapf', balance: '1500000.00', currency: 'KZT', asOf: '2026-11-01' },
        ],
        [SHEP.deaths.serviceId]: [{ iin, deathDate: '2026-10-30', registeredOn: '2026-11-02' }],
      },
    },
  ],
};

interface Side {
  readonly simulator: Simulator;
  readonly port: RegisterPort;
  /** the same port with credentials the gateway does not accept */
  readonly stranger: RegisterPort;
  readonly key: string;
  readonly unknownKey: string;
}

async function mongolia(): Promise<Side> {
  const simulator = await startKhurSimulator({
    port: 0,
    people: mnPeople,
    accessToken: 'test-token',
    signingPublicKey: keys.publicKey,
    clock,
    slowMs: 5_000,
  });
  const options = {
    baseUrl: simulator.url,
    directoryUrl: simulator.directoryUrl,
    accessToken: 'test-token',
    signingKey: keys.privateKey,
    clock,
    fetch,
    timeoutMs: 400,
  };
  return {
    simulator,
    port: khurPort(options),
    stranger: khurPort({ ...options, signingKey: otherKeys.privateKey }),
    key: regnum,
    unknownKey: 'ТТ70010111',
  };
}

async function kazakhstan(): Promise<Side> {
  const simulator = await startShepSimulator({
    port: 0,
    people: kzPeople,
    senderId: 'urtuu',
    password: 'test',
    clock,
    slowMs: 5_000,
  });
  let messages = 0;
  const options = {
    url: simulator.serviceUrl,
    directoryUrl: simulator.directoryUrl,
    senderId: 'urtuu',
    password: 'test',
    clock,
    newMessageId: () => `00000000-0000-4000-8000-${String((messages += 1)).padStart(12, '0')}`,
    fetch,
    timeoutMs: 400,
  };
  return {
    simulator,
    port: shepPort(options),
    stranger: shepPort({ ...options, password: 'wrong' }),
    key: iin,
    unknownKey: '700101399001',
  };
}

function putPeople(url: string, body: string): Promise<Response> {
  return fetch(`${url}/simulator/persons`, { method: 'PUT', body });
}

const faults: readonly (readonly [SimulatorFault, RegisterRefusalCode])[] = [
  ['down', 'unavailable'],
  ['slow', 'timeout'],
  ['malformed', 'malformed'],
  ['entityBomb', 'malformed'],
  ['wrongCode', 'refused'],
  ['soapFault', 'refused'],
];

for (const [name, start] of [
  ['KHUR', mongolia],
  ['SHEP', kazakhstan],
] as const) {
  describe(`the ${name} port against the ${name} simulator`, () => {
    let side: Side;
    before(async () => {
      side = await start();
    });
    after(() => side.simulator.stop());

    test('reads a person with rows as delivered, digests and folded periods', async () => {
      const answer = await side.port.read(side.key);
      assert.ok(answer.ok, JSON.stringify(answer));
      const { person, rows, source, folded } = answer.value;
      assert.equal(person.key, side.key);
      assert.equal(folded.periods.length, 1);
      assert.match(folded.periods[0]?.employer ?? '', /& Ко/);
      assert.deepEqual(folded.doubts, []);
      assert.ok(rows.length >= 2 && rows.length === source.length);
      for (const ref of source) assert.match(ref.rawDigest, /^[0-9a-f]{64}$/);
      assert.ok(folded.periods[0]?.evidence.every((evidence) => evidence.hash?.length === 64));
    });

    test('finds the person certainly by number, and only doubtfully by name', async () => {
      const wanted = {
        identifiers: [{ scheme: name === 'KHUR' ? 'mn.register' : 'kz.iin', value: side.key }],
        names: [{ script: 'Latn', family: 'Akhmet', given: 'Nurlan' }],
        birthDate: '1961-04-12',
        sex: 'male',
      } as const;
      const certain = await side.port.find(wanted);
      assert.ok(certain.ok);
      assert.equal(certain.value.verdict, 'same');
      const byName = await side.port.find({ ...wanted, identifiers: [] });
      assert.ok(byName.ok);
      assert.deepEqual([byName.value.verdict, byName.value.candidates.length], ['doubtful', 1]);
      const other = await side.port.find({ ...wanted, identifiers: [], birthDate: '1971-04-12' });
      assert.deepEqual(other, { ok: true, value: { verdict: 'none', candidates: [] } });
    });

    test('says that a person is not there', async () => {
      const answer = await side.port.read(side.unknownKey);
      assert.equal(answer.ok ? '' : answer.error.code, 'notFound');
    });

    test('searches by part of a name in another script', async () => {
      const found = await side.port.search('нурл');
      assert.ok(found.ok);
      assert.deepEqual(
        found.value.map((person) => person.key),
        [side.key],
      );
    });

    test('lists who was entered after a mark, and begins anew with a mark it does not know', async () => {
      const first = await side.port.changes('');
      assert.ok(first.ok);
      const [listed] = first.value.persons;
      assert.equal(listed?.key, side.key);
      assert.ok(listed.identifiers.some(({ value }) => value === side.key));
      assert.equal(listed.alive, false);
      assert.equal(first.value.more, false);
      const next = await side.port.changes(first.value.mark);
      assert.deepEqual(next, { ok: true, value: { persons: [], mark: first.value.mark, more: false } });
      for (const strange of ['of-another-run 1', `${first.value.mark.split(' ')[0] ?? ''} x`]) {
        const anew = await side.port.changes(strange);
        assert.ok(anew.ok);
        assert.equal(anew.value.persons.length, 1);
      }
    });

    test('hears of deaths by the day on which they were registered', async () => {
      const feed = await side.port.deaths(day('2026-11-01'), day('2026-11-20'));
      assert.ok(feed.ok);
      assert.deepEqual(
        feed.value.deaths.map((death) => [death.key, death.deathDate]),
        [[side.key, '2026-10-30']],
      );
      const before = await side.port.deaths(day('2026-10-01'), day('2026-10-31'));
      assert.ok(before.ok);
      assert.deepEqual(before.value.deaths, []);
    });

    test('hears today of a death that today’s load brings, whatever its row says', async () => {
      const whole = name === 'KHUR' ? mnPeople : kzPeople;
      const deaths = name === 'KHUR' ? KHUR.deaths.operation : SHEP.deaths.serviceId;
      const people = whole.people.map(({ key, services }) => ({
        key,
        services: Object.fromEntries(Object.entries(services).filter(([service]) => service !== deaths)),
      }));
      side.simulator.load({ ...whole, people });
      side.simulator.load(whole);
      const feed = await side.port.deaths(day('2026-11-20'), day('2026-11-20'));
      assert.ok(feed.ok);
      assert.equal(feed.value.deaths.length, 1);
    });

    test('is refused with wrong credentials', async () => {
      const answer = await side.stranger.read(side.key);
      assert.ok(!answer.ok);
      assert.ok(['unauthorised', 'refused'].includes(answer.error.code));
      assert.equal(answer.error.retryable, false);
    });

    for (const [fault, code] of faults) {
      test(`answers ${code} when the gateway is ${fault}`, async () => {
        side.simulator.behave(fault);
        const answer = await side.port.read(side.key);
        side.simulator.behave('none');
        assert.equal(answer.ok ? '' : answer.error.code, code);
      });
    }

    test('loads people by its administration door, and names what is wrong with a file', async () => {
      const { url } = side.simulator;
      const good = await putPeople(url, JSON.stringify(name === 'KHUR' ? mnPeople : kzPeople));
      assert.deepEqual([good.status, await good.json()], [200, { loaded: 1, persons: 1 }]);
      for (const body of ['{', '{}', JSON.stringify(name === 'KHUR' ? kzPeople : mnPeople)]) {
        assert.equal((await putPeople(url, body)).status, 422);
      }
    });

    test('says on its page that it is a simulator, and serves its description', async () => {
      assert.match(await (await fetch(side.simulator.url)).text(), /This is a simulator/);
      const path = name === 'KHUR' ? '/insurance-1.5.0/ws' : '/SyncChannel';
      assert.match(await (await fetch(`${side.simulator.url}${path}?WSDL`)).text(), /<wsdl:definitions/);
    });
  });
}

test('a simulator answers on this machine alone, not to a name pointed at it', async () => {
  const simulator = await startKhurSimulator({ port: 0, people: mnPeople, accessToken: 't', clock });
  const { port } = new URL(simulator.url);
  const statusOf = (method: string, path: string, host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const wanted = { host: '127.0.0.1', port, method, path, headers: { host }, agent: false };
      const sent = request(wanted, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.once('error', reject).end(method === 'PUT' ? 'down' : undefined);
    });
  assert.equal(await statusOf('GET', '/simulator/persons', `evil.example:${port}`), 421);
  assert.equal(await statusOf('PUT', '/simulator/fault', `evil.example:${port}`), 421);
  assert.equal(await statusOf('GET', '/simulator/persons', `localhost:${port}`), 200);
  await simulator.stop();
});

test('a gateway that is not there is unavailable', async () => {
  const side = await mongolia();
  await side.simulator.stop();
  const answer = await side.port.read(side.key);
  assert.ok(!answer.ok && answer.error.code === 'unavailable' && answer.error.retryable);
});

test('a stale timestamp is refused', async () => {
  const simulator = await startKhurSimulator({ port: 0, people: mnPeople, accessToken: 't', clock });
  const late = khurPort({
    baseUrl: simulator.url,
    accessToken: 't',
    signingKey: keys.privateKey,
    clock: () => new Date('2026-11-20T08:06:00Z'),
    fetch,
  });
  const answer = await late.read(regnum);
  await simulator.stop();
  assert.equal(answer.ok ? '' : answer.error.code, 'refused');
});

/** Stands for a signer: what it changes is seen by the gateway. */
function sign(envelope: string): Promise<string> {
  return Promise.resolve(envelope.replace('unsigned', 'test'));
}

test('an envelope goes out as its signer wrote it; without the signer the register is unavailable', async () => {
  const simulator = await startShepSimulator({
    port: 0,
    people: kzPeople,
    senderId: 'urtuu',
    password: 'test',
    clock,
  });
  const options = {
    url: simulator.serviceUrl,
    senderId: 'urtuu',
    password: 'unsigned',
    clock,
    newMessageId: () => '00000000-0000-4000-8000-000000000001',
    fetch,
  };
  const signed = await shepPort({ ...options, sign }).read(iin);
  assert.ok(signed.ok);
  const unsigned = await shepPort({
    ...options,
    sign: () => Promise.reject(new Error('signer is down')),
  }).read(iin);
  assert.equal(unsigned.ok ? '' : unsigned.error.code, 'unavailable');
  await simulator.stop();
});
