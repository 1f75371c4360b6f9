import type { CorridorRegister } from '@urtuu/identity/constructed';
import { corridorRegister } from '@urtuu/identity/constructed';
import type { ListedPerson } from '@urtuu/registers';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { personsContract } from '../contract.ts';
import { startRoom, type Room } from '../testing/room.fixture.ts';

type Reply = ReturnType<typeof personsContract.searchPersons.reply.parse>;

const nurlan: ListedPerson = {
  key: 'ТТ61041211',
  identifiers: [{ scheme: 'mn.register', value: 'ТТ61041211' }],
  names: [{ script: 'mn-Cyrl', given: 'Нурлан', patronymic: 'Ахметийн' }],
  birthDate: '1961-04-12',
  sex: 'male',
  alive: true,
};

describe('the search of persons', () => {
  let room: Room;
  const search = async (q: string): Promise<Reply> => {
    const { status, body } = await room.ask('aigul', 'GET', `/api/persons?q=${encodeURIComponent(q)}`);
    assert.equal(status, 200);
    return personsContract.searchPersons.reply.parse(body);
  };
  const keys = async (q: string): Promise<string[]> => (await search(q)).items.map((item) => item.sourceKey);

  before(async () => {
    room = await startRoom();
    room.directory.entered.push(nurlan);
    await room.fill();
    await room.keep({
      source: 'case',
      sourceKey: '0198c0de-0000-7000-8000-000000000001',
      country: 'KZ',
      names: [{ script: 'kk-Cyrl', given: 'Нұрлан', patronymic: 'Ахметұлы' }],
      identifiers: [{ scheme: 'kz.iin', value: '610412399001' }],
      birthDate: '1961-04-12',
      sex: 'male',
      alive: true,
    });
  });
  after(() => room.stop());

  const both = ['ТТ61041211', '0198c0de-0000-7000-8000-000000000001'].sort();
  for (const typed of [
    'Нурлан',
    'нұрлан ахмет',
    'Akhmetov Nurlan',
    'Nur',
    '努尔兰',
    '努尔兰·阿合买提',
    'نۇرلان',
    '1961-04-12',
    'ахметов 1961',
  ]) {
    test(`finds a person in register and case by “${typed}”`, async () => {
      assert.deepEqual((await keys(typed)).sort(), both);
    });
  }

  test('finds by the beginning of a number, as its issuer writes it', async () => {
    assert.deepEqual(await keys('tt6104'), ['ТТ61041211']);
    assert.deepEqual(await keys('610412399OO1'), ['0198c0de-0000-7000-8000-000000000001']);
  });

  test('finds nobody by another name, another year, a pattern, or nothing', async () => {
    for (const typed of ['Ерлан', 'Нурлан 1962', '%', '_', '', 'Нурлан Бат']) {
      assert.deepEqual(await keys(typed), [], typed);
    }
  });

  test('says of each part of what was typed by what of the record it was found', async () => {
    const [first] = (await search('Akhmetov Нурлан tt6104 1961')).items;
    assert.equal(first?.sourceKey, 'ТТ61041211');
    assert.deepEqual(first.why, [
      { typed: 'Akhmetov', held: 'Ахметийн', how: 'spelling' },
      { typed: 'Нурлан', held: 'Нурлан', how: 'same' },
      { typed: 'ТТ6104', held: 'ТТ61041211', how: 'number' },
      { typed: '1961', held: '1961-04-12', how: 'birthDate' },
    ]);
    assert.equal((await search('努尔兰')).items[0]?.why[0]?.how, 'sound');
  });

  test('leaves a note of each person shown', async () => {
    await search('tt61041211');
    const [noted] = await room.accessLog.list({ limit: 1 });
    assert.equal(noted?.personKey, 'name of mn.register:ТТ61041211');
    assert.equal(noted.what, 'person-search');
    assert.equal(noted.reader, 'Aigul');
  });

  test('follows what the register enters anew, and no longer finds the older name', async () => {
    room.directory.entered.push({ ...nurlan, names: [{ script: 'mn-Cyrl', given: 'Сэрик' }], alive: false });
    await room.fill();
    assert.deepEqual(await keys('Нурлан tt6104'), []);
    const [serik] = (await search('Серік')).items;
    assert.equal(serik?.sourceKey, 'ТТ61041211');
    assert.equal(serik.alive, false);
  });

  test('keeps what it has while the directory is down or there is none', async () => {
    for (const state of ['down', 'notOffered'] as const) {
      room.directory.state = state;
      await room.fill();
      assert.deepEqual(await keys('Серік'), ['ТТ61041211']);
    }
    room.directory.state = 'open';
  });
});

describe('the search among two thousand constructed persons', () => {
  let room: Room;
  let made: CorridorRegister;
  before(async () => {
    room = await startRoom();
    made = corridorRegister(31, 2000, 200);
    room.directory.pageSize = 300;
    room.directory.entered.push(...made.register.map(({ row }, i) => listed(row, i)));
    await room.fill();
  });
  after(() => room.stop());

  test('has the right one among its first five mostly, by name and year, typed in whatever script and order', async () => {
    let asked = 0;
    let found = 0;
    for (const { row, person } of made.questions) {
      const [given = '', patronymic = '', family = '', full = ''] = row;
      const words = `${full} ${given} ${patronymic.length > 2 ? patronymic : ''} ${family}`
        .trim()
        .split(/\s+/u);
      const year = (row[6] ?? '').slice(0, 4);
      const heldYear = (made.register[person]?.row[6] ?? '').slice(0, 4);
      if (words.length < 2 || year !== heldYear || year === '') continue;
      asked += 1;
      const q = encodeURIComponent(`${words.slice(0, 2).toReversed().join(' ')} ${year}`);
      const { body } = await room.ask('bat', 'GET', `/api/persons?q=${q}`);
      const { items } = personsContract.searchPersons.reply.parse(body);
      if (items.slice(0, 5).some(({ sourceKey }) => sourceKey === String(person))) found += 1;
    }
    assert.ok(asked > 100, `${asked} asked`);
    assert.ok(found / asked >= 0.75, `${found} of ${asked}`);
  });
});

function listed(row: readonly string[], i: number): ListedPerson {
  const [given = '', patronymic = '', family = '', full = '', script = '', , birthDate = '', sex] = row;
  const name = full === '' ? { given, patronymic, family } : { given: full };
  return {
    key: String(i),
    identifiers: [],
    names: [{ script, ...name }],
    birthDate,
    sex: sex === 'male' || sex === 'female' ? sex : undefined,
    alive: true,
  };
}
