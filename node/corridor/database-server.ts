/** The server that holds one database per node: the built-in PostgreSQL, or one that was named. */
import pg from 'pg';
import { startEmbeddedPostgres } from '@urtuu/platform';

export interface DatabaseServer {
  url(database: string): string;
  ensureDatabase(name: string): Promise<void>;
  dropDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
}

export interface DatabaseServerWish {
  /** Folder of the built-in server. */
  readonly dir: string;
  /** An own server instead: an address of any database on it, with the right to make databases. */
  readonly url?: string;
  readonly log?: (line: string) => void;
}

export async function openDatabaseServer(wish: DatabaseServerWish): Promise<DatabaseServer> {
  if (wish.url === undefined) {
    return startEmbeddedPostgres({ dir: wish.dir, ...(wish.log === undefined ? {} : { log: wish.log }) });
  }
  const given = wish.url;
  const on = (database: string): string => {
    const url = new URL(given);
    url.pathname = `/${encodeURIComponent(database)}`;
    return url.toString();
  };
  const ask = async (statement: string): Promise<pg.QueryResult> => {
    const client = new pg.Client({ connectionString: given });
    await client.connect();
    try {
      return await client.query(statement);
    } finally {
      await client.end();
    }
  };
  return {
    url: on,
    async ensureDatabase(name) {
      const found = await ask(`select 1 from pg_database where datname = ${pg.escapeLiteral(name)}`);
      if (found.rowCount === 0) {
        await ask(`create database ${pg.escapeIdentifier(name)} template template0 encoding 'UTF8'`);
      }
    },
    async dropDatabase(name) {
      await ask(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    },
    stop: () => Promise.resolve(),
  };
}
