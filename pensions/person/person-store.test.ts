import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { expectOk, uuidV7Source } from '@urtuu/kernel';
import type { RecordPerson } from '@urtuu/law';
import { transaction } from '@urtuu/platform';
import { testDatabase, type TestDatabase } from '@urtuu/platform/testing';
import { pensionsMigrations } from '../migrations.ts';
import type { Stating } from './person.ts';
import { keepPerson, personKeyOfClaim } from './person-store.ts';

const newId = uuidV7Source(Date.now, randomBytes);
const now = new Date('2026-11-23T08:00:00Z');

const known: RecordPerson = {
  identifiers: [
    { scheme: 'mn.register', value: 'ТТ62031599', country: 'MN' },
    { scheme: 'mn.civil', value: '990000000001', country: 'MN' },
  ],
  names: [{ script: 'mn-Cyrl', given: 'Ерлан', patronymic: 'Ахмет' }],
  sex: 'male',
  birthDate: '1962-03-15',
  citizenships: ['MN'],
  residence: 'MN',
};
const stated: RecordPerson = {
  identifiers: [
    { scheme: 'mn.register', value: 'ТТ62031599', country: 'MN' },
    { scheme: 'mn.civil', value: '990000000002', country: 'MN' },
    { scheme: 'kz.iin', value: '620315399999', country: 'KZ' },
  ],
  names: [{ script: 'kk-Cyrl', family: 'Ахмет', given: 'Ерлан' }],
  sex: 'female',
  birthDate: '1999-01-01',
  citizenships: ['KZ'],
  residence: 'KZ',
  deathDate: '2020-01-01',
};

describe('a person of this node', () => {
  let db: TestDatabase;
  before(async () => {
    db = await testDatabase([pensionsMigrations]);
  });
  after(() => db.drop());

  const keep = async (person: RecordPerson, by: Stating) =>
    expectOk(
      await transaction(db.database, (tx) => keepPerson(tx, person, { newId, now, by })),
      'one person',
    );

  test('of whom the other state tells otherwise stays as known, and gets its number and name there', async () => {
    const { personKey } = await keep(known, 'own');
    const { person, ...kept } = await keep(stated, 'partner');
    assert.equal(kept.personKey, personKey);
    assert.deepEqual(person, {
      ...known,
      names: [...known.names, ...stated.names],
      identifiers: [...known.identifiers, stated.identifiers[2]],
    });
    assert.equal(await personKeyOfClaim(db.database, 'kz.iin:620315399999'), personKey);
    assert.equal(await personKeyOfClaim(db.database, 'mn.civil:990000000002'), undefined);
  });

  test('is as the own institution stated last', async () => {
    const moved = { ...known, residence: 'KZ' } as const;
    assert.equal((await keep(moved, 'own')).person.residence, 'KZ');
  });
});
