/**
 * Named statements: PostgreSQL parses and plans a text once for each connection, not at each run. Measured on the
 * exchange: a third of the server's time.
 */
import { createHash } from 'node:crypto';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { hasCode } from './process-life.ts';

/** A text is named from this run on: lists of varying length make texts that are run once. */
const RUNS_BEFORE_NAMING = 3;
/** Each connection keeps its own plans, so their number is bounded; further texts run without a name. */
const MOST_NAMES = 400;
const MOST_COUNTED = 4_000;
const LONGEST_TEXT = 16_384;

/** The name to run a text under, undefined to run it unnamed. One for a database: all connections share the names. */
export interface StatementNames {
  nameOf(text: string): string | undefined;
  /** A text whose plan no longer fits, for its table has changed, gets another name. */
  renew(text: string): void;
}

export function statementNames(): StatementNames {
  const names = new Map<string, string>();
  const runs = new Map<string, number>();
  let generation = 0;
  return {
    nameOf(text) {
      const known = names.get(text);
      if (known !== undefined) return known;
      if (names.size >= MOST_NAMES || text.length > LONGEST_TEXT || !PLANNED.test(text)) return undefined;
      const times = (runs.get(text) ?? 0) + 1;
      if (times < RUNS_BEFORE_NAMING) {
        if (runs.size >= MOST_COUNTED) runs.clear();
        runs.set(text, times);
        return undefined;
      }
      runs.delete(text);
      const name = `u${generation}-${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
      names.set(text, name);
      return name;
    },
    renew(text) {
      generation += 1;
      names.delete(text);
    },
  };
}

/** Statements with a plan; BEGIN, COMMIT and definitions have none. */
const PLANNED = /^\s*(?:select|insert|update|delete|with|merge)\b/i;

/** A pool for Kysely whose clients run texts by name. The pool's own `query` and `connect` stay as they are. */
export function preparingPool(pool: pg.Pool): PostgresPool {
  const names = statementNames();
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const known = clients.get(client);
      if (known !== undefined) return known;
      const preparing = new PreparingClient(client, names);
      clients.set(client, preparing);
      return preparing;
    },
  };
}

class PreparingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #names: StatementNames;

  constructor(client: pg.PoolClient, names: StatementNames) {
    this.#client = client;
    this.#names = names;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query(what: string | PostgresCursor<unknown>, parameters: readonly unknown[] = []): unknown {
    if (typeof what !== 'string') throw new Error('Rows are not read by cursor here');
    const name = this.#names.nameOf(what);
    const values = [...parameters];
    if (name === undefined) return this.#client.query(what, values);
    return this.#client.query({ name, text: what, values }).catch((error: unknown) => {
      if (hasCode(error, FEATURE_NOT_SUPPORTED) || hasCode(error, NO_SUCH_STATEMENT)) this.#names.renew(what);
      throw error;
    });
  }

  release(destroy?: boolean): void {
    this.#client.release(destroy);
  }
}

/** "cached plan must not change result type": the table has other columns than when the text was planned. */
const FEATURE_NOT_SUPPORTED = '0A000';
/** Somebody between us and the server changed the session. */
const NO_SUCH_STATEMENT = '26000';
