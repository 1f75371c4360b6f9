/** Access to one PostgreSQL database: typed queries by Kysely, transactions that several modules share. */
import { Kysely, PostgresDialect, type IsolationLevel, type Transaction } from 'kysely';
import pg from 'pg';
import { preparingPool } from './prepared.ts';
import { valueTypes } from './value-types.ts';
import { hasCode } from './process-life.ts';

/** What a query needs: the database itself, or a transaction on it. */
export interface Queries {
  /** The query builder, seeing the tables of the module that calls. A module names its own tables alone. */
  tables<Tables>(): Kysely<Tables>;
}

declare const transactionBrand: unique symbol;

/** An open transaction. Passing it on lets other modules write in the same transaction. */
export interface Tx extends Queries {
  readonly [transactionBrand]: 'Tx';
}

export interface Database extends Queries {
  readonly url: string;
  readonly pool: pg.Pool;
  /** Ends the connections, after their running queries. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  /** Most connections at a time, 10 unless stated. */
  readonly poolSize?: number;
  /** Told of idle connections that broke; the pool replaces them by itself. */
  readonly onConnectionLost?: (error: Error) => void;
}

/** Opens a database. No connection is made before the first query. */
export function openDatabase(url: string, options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: options.applicationName,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 10_000,
    types: valueTypes(),
  });
  const lost = (error: Error): void => options.onConnectionLost?.(error);
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  const root = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: preparingPool(pool) }) });
  let closing: Promise<void> | undefined;
  const database: Database = {
    url,
    pool,
    tables: <Tables>() => root as unknown as Kysely<Tables>,
    // Kysely ends the pool only if it has used it.
    close: () => (closing ??= root.destroy().then(() => (pool.ended ? undefined : pool.end()))),
  };
  roots.set(database, root);
  return database;
}

export interface TransactionOptions {
  /** `read committed` unless stated. */
  readonly isolation?: IsolationLevel;
  /**
   * How often the work may run anew after a serialization failure or a deadlock. The work must then be repeatable:
   * it touches the database alone. 0 unless stated.
   */
  readonly retries?: number;
}

/** Runs work in one transaction: committed when it returns, rolled back when it throws. */
export async function transaction<T>(
  database: Database,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const root = roots.get(database);
  if (root === undefined) throw new Error('transaction() wants a database made by openDatabase()');
  for (let left = options.retries ?? 0; ; left -= 1) {
    const committed: (() => void)[] = [];
    try {
      const begin = root.transaction();
      const isolated = options.isolation === undefined ? begin : begin.setIsolationLevel(options.isolation);
      const result = await isolated.execute((open) => {
        const tx = transactionOn(open);
        afterwards.set(tx, committed);
        return work(tx);
      });
      for (const run of committed) run();
      return result;
    } catch (error) {
      if (left <= 0 || !isConflict(error)) throw error;
    }
  }
}

/**
 * Runs once the transaction has committed, and never if it rolls back: a wake-up, nothing that must not be lost, for
 * the process may end in between. It must not throw.
 */
export function afterCommit(tx: Tx, run: () => void): void {
  const committed = afterwards.get(tx);
  if (committed === undefined) throw new Error('afterCommit() wants a transaction made by transaction()');
  committed.push(run);
}

const afterwards = new WeakMap<Tx, (() => void)[]>();
const roots = new WeakMap<Database, Kysely<unknown>>();

function transactionOn(open: Transaction<unknown>): Tx {
  const tx = { tables: <Tables>() => open as unknown as Kysely<Tables> };
  return tx as unknown as Tx;
}

/** serialization_failure, deadlock_detected */
function isConflict(error: unknown): boolean {
  return hasCode(error, '40001') || hasCode(error, '40P01');
}
