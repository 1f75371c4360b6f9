/**
 * Sessions in the database, so that any process of a node knows them and a sign-out holds everywhere. The browser has
 * a random token in a cookie; the table has its hash, so that a copy of the table opens no session.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../postgres/database.ts';
import { jsonb } from '../postgres/value-types.ts';
import { cookieOf, setCookie } from './cookies.ts';
import type { Principal, SessionSource } from './principal.ts';

export interface SessionsOptions {
  /** Distinguishes the cookies of nodes on one host, which share a browser's jar: `mn`, `kz`. */
  readonly name: string;
  /** Whether browsers reach the node by https; then the cookie goes no other way. */
  readonly https: boolean;
  /** Minutes without a request after which a session ends, 30 unless stated. */
  readonly idleMinutes?: number;
  /** Hours after which a session ends however busy, 12 unless stated. */
  readonly longestHours?: number;
  readonly now?: () => Date;
}

export interface Sessions extends SessionSource {
  readonly cookieName: string;
  /** Starts a session; returns the `set-cookie` value that hands it to the browser. */
  begin(principal: Principal, idToken: string | undefined): Promise<string>;
  /** Ends the session of a request; returns the cookie's removal and, for the provider, the ID token. */
  end(headers: RequestHeaders): Promise<{ readonly setCookie: string; readonly idToken: string | undefined }>;
}

type RequestHeaders = Parameters<SessionSource['principalOf']>[0];

const MINUTE = 60_000;

export function openSessions(database: Database, options: SessionsOptions): Sessions {
  const { name, https, now = () => new Date() } = options;
  const idle = (options.idleMinutes ?? 30) * MINUTE;
  const longest = (options.longestHours ?? 12) * 60 * MINUTE;
  // The prefix binds the cookie to this host and to https (RFC 6265bis section 4.1.3.2).
  const cookieName = `${https ? '__Host-' : ''}urtuu_${name}`;
  const table = database.tables<Tables>();

  return {
    cookieName,
    async principalOf(headers) {
      const hash = hashIn(headers, cookieName);
      if (hash === undefined) return undefined;
      const at = now();
      const row = await table
        .selectFrom('platform_session')
        .select(['principal', 'expires_at', 'ends_at'])
        .where('token_hash', '=', hash)
        .where('expires_at', '>', at)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const expiry = new Date(Math.min(at.getTime() + idle, row.ends_at.getTime()));
      // A write a minute is enough to keep a session awake.
      if (expiry.getTime() - row.expires_at.getTime() > MINUTE) {
        await table
          .updateTable('platform_session')
          .set({ expires_at: expiry })
          .where('token_hash', '=', hash)
          .execute();
      }
      return row.principal;
    },
    async begin(principal, idToken) {
      const at = now();
      await table.deleteFrom('platform_session').where('expires_at', '<=', at).execute();
      const token = randomBytes(32).toString('base64url');
      const ends = new Date(at.getTime() + longest);
      await table
        .insertInto('platform_session')
        .values({
          token_hash: hashOf(token),
          principal: jsonb(principal),
          id_token: idToken ?? null,
          created_at: at,
          expires_at: new Date(Math.min(at.getTime() + idle, ends.getTime())),
          ends_at: ends,
        })
        .execute();
      return setCookie(cookieName, token, { secure: https });
    },
    async end(headers) {
      const hash = hashIn(headers, cookieName);
      const row =
        hash &&
        (await table
          .deleteFrom('platform_session')
          .where('token_hash', '=', hash)
          .returning('id_token')
          .executeTakeFirst());
      const removal = setCookie(cookieName, '', { secure: https, maxAge: 0 });
      return { setCookie: removal, idToken: row?.id_token ?? undefined };
    },
  };
}

function hashIn(headers: RequestHeaders, name: string): Buffer | undefined {
  const token = cookieOf(headers, name);
  return token === undefined || token === '' ? undefined : hashOf(token);
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

interface Tables {
  readonly platform_session: {
    token_hash: Buffer;
    principal: Principal;
    id_token: string | null;
    created_at: Date;
    expires_at: Date;
    ends_at: Date;
  };
}
