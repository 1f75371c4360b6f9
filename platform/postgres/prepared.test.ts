import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { testDatabase, type TestDatabase } from '../testing.ts';
import { transaction } from './database.ts';
import { statementNames } from './prepared.ts';
import { sql } from 'kysely';

describe('names of statements', () => {
  test('a text that is run again and again has one name', () => {
    const names = statementNames();
    const given = Array.from({ length: 5 }, () => names.nameOf('select 1'));
    assert.equal(given[0], undefined);
    assert.notEqual(given[4], undefined);
    assert.equal(given[3], given[4]);
  });

  test('what has no plan has no name', () => {
    const names = statementNames();
    const given = Array.from({ length: 5 }, () => names.nameOf('begin'));
    assert.deepEqual(new Set(given), new Set([undefined]));
  });

  test('their number is bounded, whatever is run', () => {
    const names = statementNames();
    const given = new Set<string | undefined>();
    for (let i = 0; i < 2_000; i += 1) {
      for (let run = 0; run < 4; run += 1) given.add(names.nameOf(`select ${i}`));
    }
    assert.ok(given.size <= 401, `${given.size} names`);
  });
});

describe('a database with named statements', () => {
  let at: TestDatabase;
  before(async () => {
    at = await testDatabase([]);
    await at.database.pool.query('create table thing (a integer); insert into thing values (1)');
  });
  after(() => at.drop());

  const rows = async (): Promise<unknown[]> =>
    transaction(
      at.database,
      async (tx) => (await sql`select * from thing where a = ${1}`.execute(tx.tables())).rows,
    );

  test('plans a text once and answers as before', async () => {
    for (let i = 0; i < 8; i += 1) assert.deepEqual(await rows(), [{ a: 1 }]);
    const { rows: kept } = await at.database.pool.query('select name from pg_prepared_statements');
    assert.equal(kept.length, 1);
  });

  test('goes on after a table got another column: the first run of the old plan fails, the next does not', async () => {
    for (let i = 0; i < 8; i += 1) await rows();
    await at.database.pool.query('alter table thing add column b integer');
    await assert.rejects(rows(), /cached plan/);
    assert.deepEqual(await rows(), [{ a: 1, b: null }]);
  });
});
