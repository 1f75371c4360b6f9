import { corridorRegister } from '@urtuu/identity/constructed';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ComparedRecord } from '../records/person-record.ts';
import { startRoom, type Room } from '../testing/room.fixture.ts';
import { evidenceOf } from './evidence.ts';
import { scoringGround } from './ground.ts';

const named = (given: string): ComparedRecord => ({
  country: 'MN',
  names: [{ script: 'mn-Cyrl', given, patronymic: 'Ахметийн' }],
  identifiers: [],
  birthDate: '1961-04-12',
  sex: 'male',
});

describe('what the scoring rests on', () => {
  let room: Room;
  before(async () => {
    room = await startRoom();
  });
  after(() => room.stop());

  const enter = async (rows: readonly (readonly string[])[], from: number): Promise<void> => {
    room.directory.entered.push(
      ...rows.map(([given = '', patronymic = '', , full = '', script = ''], i) => ({
        key: String(from + i),
        identifiers: [],
        names: [{ script, given: full === '' ? given : full, patronymic }],
        alive: true,
      })),
    );
    await room.fill();
  };

  test('counts no names of a small register, whose persons are not likelier for being few', async () => {
    await enter([['Нурлан', 'Ахмет', '', '', 'mn-Cyrl']], 0);
    const ground = await scoringGround(room.database);
    assert.deepEqual([ground.version, ground.population], [0, 1_000_000]);
    const [common, rare] = ['Нурлан', 'Зэндмэнэ'].map((given) => {
      const [evidence] = evidenceOf(named(given), [named(given)], ground);
      return evidence?.score;
    });
    assert.equal(common, rare);
  });

  test('counts them once there are a thousand, and anew when there are twice as many', async () => {
    const { register } = corridorRegister(4, 3000, 0);
    const rows = register.map(({ row }) => row);
    await enter(rows.slice(0, 1100), 1);
    assert.equal((await scoringGround(room.database)).version, 1);
    await enter(rows.slice(1100, 1400), 1101);
    assert.equal((await scoringGround(room.database)).version, 1);
    await enter(rows.slice(1400), 1401);
    assert.equal((await scoringGround(room.database)).version, 2);
  });

  test('then a rare name is more evidence than a common one, in a bar of its own', async () => {
    const ground = await scoringGround(room.database);
    const { register } = corridorRegister(4, 3000, 0);
    const counts = Map.groupBy(
      register.filter(({ script, row }) => script === 'mn-Cyrl' && row[3] === ''),
      ({ row }) => row[0] ?? '',
    );
    const [common = ''] = [...counts].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
    const [a] = evidenceOf(named(common), [named(common)], ground);
    const [b] = evidenceOf(named('Зэндмэнэ'), [named('Зэндмэнэ')], ground);
    assert.ok(a !== undefined && b !== undefined && b.score > a.score);
    assert.ok(b.bars.some(({ kind }) => kind === 'termFrequency'));
    assert.equal(b.terms, 2);
  });
});
