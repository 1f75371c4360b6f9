/** Records of persons and the keys they are found by. A record that its source states anew replaces its older self. */
import type { NewId } from '@urtuu/kernel';
import { jsonb, sql, type Queries, type Tx } from '@urtuu/platform';
import type { PersonsTables, RecordRow } from '../tables.ts';
import { keysOf, type PersonRecord, type RecordSource } from './person-record.ts';

/**
 * Keeps records as their sources state them now, and answers their ids in the same order. Whose record it is stays as
 * it was first stated.
 */
export async function keepRecords(
  tx: Tx,
  records: readonly PersonRecord[],
  { newId, now }: { readonly newId: NewId; readonly now: Date },
): Promise<readonly string[]> {
  // Of one stated twice in a page the later counts; a statement may touch a row once only.
  const last = new Map(records.map((record) => [nameOf(record), record]));
  const distinct = [...last.values()];
  if (distinct.length === 0) return [];
  const db = tx.tables<PersonsTables>();
  const kept = await db
    .insertInto('persons_record')
    .values(
      distinct.map((record) => ({
        record_id: newId<'PersonRecord'>(),
        source: record.source,
        source_key: record.sourceKey,
        country: record.country,
        names: jsonb(record.names),
        identifiers: jsonb(record.identifiers),
        birth_date: record.birthDate,
        sex: record.sex,
        alive: record.alive,
        changed_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['source', 'source_key']).doUpdateSet((of) => ({
        names: of.ref('excluded.names'),
        identifiers: of.ref('excluded.identifiers'),
        birth_date: of.ref('excluded.birth_date'),
        sex: of.ref('excluded.sex'),
        alive: of.ref('excluded.alive'),
        changed_at: of.ref('excluded.changed_at'),
      })),
    )
    .returning(['record_id', 'source', 'source_key'])
    .execute();
  const idOf = new Map(
    kept.map((row) => [nameOf({ source: row.source, sourceKey: row.source_key }), row.record_id]),
  );
  await replaceKeys(tx, distinct, idOf);
  return records.map((record) => idOf.get(nameOf(record)) ?? missing(record));
}

async function replaceKeys(
  tx: Tx,
  records: readonly PersonRecord[],
  idOf: ReadonlyMap<string, string>,
): Promise<void> {
  const db = tx.tables<PersonsTables>();
  const ids = [...idOf.values()];
  await db.deleteFrom('persons_key').where('record_id', 'in', ids).execute();
  await db.deleteFrom('persons_word').where('record_id', 'in', ids).execute();
  await db.deleteFrom('persons_number').where('record_id', 'in', ids).execute();
  const found = records.map((record) => ({
    id: idOf.get(nameOf(record)) ?? missing(record),
    ...keysOf(record),
  }));
  const keys = found.flatMap(({ id, keys, wordKeys }) =>
    [...new Set([...keys, ...wordKeys])].map((key) => ({ key, id })),
  );
  const words = found.flatMap(({ id, words }) => words.map((word) => ({ word, id })));
  const numbers = found.flatMap(({ id, numbers }) => numbers.map((number) => ({ ...number, id })));
  // One array a column: a row a parameter would pass the protocol's limit of 65,535.
  await sql`insert into persons_key (key, record_id)
    select * from unnest(${keys.map(({ key }) => key)}::integer[], ${keys.map(({ id }) => id)}::uuid[])`.execute(
    db,
  );
  await sql`insert into persons_word (word, record_id)
    select * from unnest(${words.map(({ word }) => word)}::text[], ${words.map(({ id }) => id)}::uuid[])`.execute(
    db,
  );
  await sql`insert into persons_number (value, scheme, record_id)
    select * from unnest(
      ${numbers.map(({ value }) => value)}::text[],
      ${numbers.map(({ scheme }) => scheme)}::text[],
      ${numbers.map(({ id }) => id)}::uuid[]
    )`.execute(db);
}

export async function recordsOf(queries: Queries, ids: readonly string[]): Promise<RecordRow[]> {
  if (ids.length === 0) return [];
  return queries
    .tables<PersonsTables>()
    .selectFrom('persons_record')
    .selectAll()
    .where('record_id', 'in', ids)
    .execute();
}

export async function recordOfSource(
  queries: Queries,
  source: RecordSource,
  sourceKey: string,
): Promise<RecordRow | undefined> {
  return queries
    .tables<PersonsTables>()
    .selectFrom('persons_record')
    .selectAll()
    .where('source', '=', source)
    .where('source_key', '=', sourceKey)
    .executeTakeFirst();
}

function nameOf({ source, sourceKey }: Pick<PersonRecord, 'source' | 'sourceKey'>): string {
  return `${source} ${sourceKey}`;
}

function missing(record: PersonRecord): never {
  throw new Error(`A record of ${record.source} was written and is not there`);
}
