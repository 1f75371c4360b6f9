import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Generated } from 'kysely';
import { dropTestDatabase, emptyTestDatabaseUrl, testDatabase, type TestDatabase } from '../testing.ts';
import { afterCommit, openDatabase, transaction, type Tx } from './database.ts';
import { migrate, pendingMigrations, readMigrations } from './migrate.ts';
import { jsonb } from './value-types.ts';

interface Tables {
  readonly thing: {
    id: Generated<number>;
    day: string | null;
    days: string[] | null;
    big: number | null;
    amount: string | null;
    at: Date | null;
    data: unknown;
  };
}

const CREATE = `create table thing (id bigint generated always as identity, day date, days date[], big bigint,
  amount numeric, at timestamptz, data jsonb)`;

const FIRST = 'create table first (id int); select pg_sleep(0.05);';

describe('a database', () => {
  let test1: TestDatabase;
  before(async () => {
    test1 = await testDatabase([]);
    await test1.database.pool.query(CREATE);
  });
  after(() => test1.drop());

  test('returns days as text, whole numbers as numbers, decimals as text, instants as Date, JSON parsed', async () => {
    const at = new Date('2026-11-23T05:00:00Z');
    const row = {
      day: '1998-01-01',
      days: ['1998-01-01', '2026-02-28'],
      big: 9007199254740991,
      amount: '123456789.123456789',
      at,
      data: jsonb([{ a: 1 }, 'б']),
    };
    const back = await test1.database
      .tables<Tables>()
      .insertInto('thing')
      .values(row)
      .returningAll()
      .executeTakeFirstOrThrow();
    assert.deepEqual(back, { ...row, id: 1, data: [{ a: 1 }, 'б'] });
  });

  test('refuses a whole number that JavaScript cannot hold', async () => {
    await assert.rejects(test1.database.pool.query('select 9007199254740993::bigint as big'), /safe range/);
  });

  test('commits what several modules wrote in one transaction, or none of it', async () => {
    const write = (tx: Tx, amount: string): Promise<unknown> =>
      tx.tables<Tables>().insertInto('thing').values({ amount }).execute();
    const failed = transaction(test1.database, async (tx) => {
      await write(tx, '1');
      await write(tx, '2');
      throw new Error('stop');
    });
    await assert.rejects(failed, /stop/);
    await transaction(test1.database, async (tx) => {
      await write(tx, '3');
      await write(tx, '4');
    });
    const rows = await test1.database
      .tables<Tables>()
      .selectFrom('thing')
      .select('amount')
      .where('amount', 'in', ['1', '2', '3', '4'])
      .orderBy('id')
      .execute();
    assert.deepEqual(rows, [{ amount: '3' }, { amount: '4' }]);
  });

  test('wakes somebody after the commit, and nobody after a rollback', async () => {
    const woken: string[] = [];
    const write = async (tx: Tx, amount: string): Promise<void> => {
      await tx.tables<Tables>().insertInto('thing').values({ amount }).execute();
      afterCommit(tx, () => woken.push(amount));
      assert.deepEqual(woken, []);
    };
    const undone = transaction(test1.database, async (tx) => {
      await write(tx, '7');
      throw new Error('stop');
    });
    await assert.rejects(undone, /stop/);
    await transaction(test1.database, (tx) => write(tx, '8'));
    assert.deepEqual(woken, ['8']);
  });

  test('runs serializable work anew after a conflict where the caller declared it repeatable', async () => {
    const { database } = test1;
    await database.pool.query('create table counter (n int); insert into counter values (0)');
    const increment = (): Promise<void> =>
      transaction(
        database,
        async (tx) => {
          const db = tx.tables<{ counter: { n: number } }>();
          const { n } = await db.selectFrom('counter').select('n').executeTakeFirstOrThrow();
          await db
            .updateTable('counter')
            .set({ n: n + 1 })
            .execute();
        },
        { isolation: 'serializable', retries: 20 },
      );
    await Promise.all(Array.from({ length: 5 }, increment));
    const { rows } = await database.pool.query('select n from counter');
    assert.deepEqual(rows, [{ n: 5 }]);
  });
});

describe('migrations', () => {
  let directory: string;
  let url: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'urtuu-migrations-'));
    url = await emptyTestDatabaseUrl();
    await writeFile(join(directory, '0001-first.sql'), FIRST);
  });
  after(async () => {
    await dropTestDatabase(url);
    await rm(directory, { recursive: true });
  });

  const modules = (): { module: string; directory: URL }[] => [
    { module: 'trial', directory: pathToFileURL(`${directory}/`) },
  ];
  async function migrateOnce(): Promise<string[]> {
    const database = openDatabase(url, { applicationName: 'migrations' });
    const lines: string[] = [];
    try {
      await migrate(database, modules(), (line) => lines.push(line));
      assert.deepEqual(await pendingMigrations(database, modules()), []);
    } finally {
      await database.close();
    }
    return lines;
  }

  test('are applied once by two that race', async () => {
    const applied = (await Promise.all([migrateOnce(), migrateOnce(), migrateOnce()])).flat();
    const files = await readMigrations(modules());
    assert.deepEqual(
      applied,
      files.map(({ module, name }) => `applied ${module} ${name}`),
    );
  });

  test('go forward by new files, and a failing file leaves nothing behind', async () => {
    await writeFile(join(directory, '0002-second.sql'), 'create table second (id int); select 1/0;');
    await assert.rejects(migrateOnce(), /trial\/0002-second\.sql failed/);
    await writeFile(join(directory, '0002-second.sql'), 'create table second (id int);');
    assert.deepEqual(await migrateOnce(), ['applied trial 0002-second.sql']);
  });

  test('refuse a file that was changed after it was applied', async () => {
    await writeFile(join(directory, '0001-first.sql'), 'create table first (id bigint);');
    await assert.rejects(migrateOnce(), /trial\/0001-first\.sql was applied with other contents/);
  });

  test('refuse an older program than the database', async () => {
    await writeFile(join(directory, '0001-first.sql'), FIRST);
    await rm(join(directory, '0002-second.sql'));
    await assert.rejects(migrateOnce(), /does not know: it is older than the database/);
  });

  test('refuse numbers with a gap', async () => {
    await writeFile(join(directory, '0004-gap.sql'), 'select 1;');
    await assert.rejects(migrateOnce(), /without gaps/);
  });
});
