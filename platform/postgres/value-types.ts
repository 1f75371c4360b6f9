/** How PostgreSQL's values become ours, decided once for every module. */
import pg from 'pg';
import { sql, type RawBuilder } from 'kysely';

const OID = { int8: 20, date: 1082, dateArray: 1182, int8Array: 1016 } as const;

type Parse = (text: string) => unknown;

/**
 * BIGINT is a number, refused outside the safe integers; DATE is `YYYY-MM-DD` text, never a Date, which would drag a
 * time zone in; NUMERIC stays text; TIMESTAMPTZ is a Date; JSON is parsed.
 */
export function valueTypes(): pg.CustomTypesConfig {
  const own = new Map<number, Parse>([
    [OID.int8, safeInteger],
    [OID.date, (text) => text],
    [OID.dateArray, plainArray],
    [OID.int8Array, (text) => plainArray(text).map((item) => (item === null ? null : safeInteger(item)))],
  ]);
  return {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      own.get(oid) ??
      (format === 'binary' ? pg.types.getTypeParser(oid, format) : pg.types.getTypeParser(oid)),
  };
}

/** A value for a JSON or JSONB column. Without it the driver would write an array as a PostgreSQL array. */
export function jsonb<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`;
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`A database integer is outside the safe range: ${text}`);
  return value;
}

/** One-dimensional arrays whose items hold no quotes, commas or brackets: dates and integers. */
function plainArray(text: string): (string | null)[] {
  const inner = text.slice(1, -1);
  return inner === '' ? [] : inner.split(',').map((item) => (item === 'NULL' ? null : item));
}
