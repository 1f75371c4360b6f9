/** Search of all records by what somebody types: candidates by keys in the database, the likeliest first. */
import {
  matchWords,
  nameText,
  nameWords,
  normaliseIdentifier,
  type NameMatch,
  type WordMatch,
} from '@urtuu/identity';
import { sql, type Queries } from '@urtuu/platform';
import type { RecordSource } from '../records/person-record.ts';
import { recordsOf } from '../records/record-store.ts';
import type { PersonsTables, RecordRow } from '../tables.ts';
import type { PersonQuery } from './read-query.ts';

export interface FoundRecord {
  readonly record: RecordRow;
  /** how the name was found; undefined where a number or the birth date alone was asked for */
  readonly match: NameMatch | undefined;
  /** each part of what was typed, and what of the record answers it */
  readonly why: readonly FoundPart[];
}

export interface FoundPart {
  readonly typed: string;
  readonly held: string;
  readonly how: WordMatch | 'number' | 'birthDate';
}

/** Candidates taken from the database, of which those that hold every word remain. */
const MOST_CANDIDATES = 400;
const MOST_SHOWN = 50;

export interface Finding {
  readonly found: readonly FoundRecord[];
  /** more than are shown may fit: another word or a birth date would tell them apart */
  readonly more: boolean;
}

/** @param source of which source the records are; of any unless stated */
export async function findRecords(
  queries: Queries,
  query: PersonQuery,
  source?: RecordSource,
): Promise<Finding> {
  const ids = await candidates(queries, query, source);
  const records = await recordsOf(queries, ids);
  const found = records
    .flatMap((record): FoundRecord[] => {
      const match = query.words.length === 0 ? undefined : bestForm(query, record);
      if (query.words.length > 0 && match === undefined) return [];
      return [{ record, match, why: reasonsOf(query, record, match) }];
    })
    .sort(
      (a, b) =>
        (b.match?.likeness ?? 0) - (a.match?.likeness ?? 0) ||
        a.record.source_key.localeCompare(b.record.source_key, 'en'),
    );
  return {
    found: found.slice(0, MOST_SHOWN),
    more: found.length > MOST_SHOWN || ids.length === MOST_CANDIDATES,
  };
}

function reasonsOf(query: PersonQuery, record: RecordRow, match: NameMatch | undefined): FoundPart[] {
  const words = (match?.words ?? []).map(({ wanted, held, how }) => ({ typed: wanted, held, how }));
  const numbers = query.numbers.flatMap((spellings): FoundPart[] => {
    for (const { scheme, value } of record.identifiers) {
      const written = normaliseIdentifier(scheme, value);
      const typed = spellings.find((spelling) => written.startsWith(spelling));
      if (typed !== undefined) return [{ typed, held: value, how: 'number' }];
    }
    return [];
  });
  const { birthDate } = query;
  const born: FoundPart[] =
    birthDate === undefined ? [] : [{ typed: birthDate, held: record.birth_date, how: 'birthDate' }];
  return [...words, ...numbers, ...born];
}

/** The form of the name that holds every word best. */
function bestForm({ words }: PersonQuery, record: RecordRow): NameMatch | undefined {
  return record.names
    .map((name) => matchWords(words, nameWords(nameText(name), name.script)))
    .filter((match) => match !== undefined)
    .sort((a, b) => b.likeness - a.likeness)[0];
}

/** Ids of records that hold the number and the birth date and share the most words. */
async function candidates(
  queries: Queries,
  query: PersonQuery,
  source: RecordSource | undefined,
): Promise<string[]> {
  const { words, numbers, birthDate } = query;
  if (words.length === 0 && numbers.length === 0 && birthDate === undefined) return [];
  const db = queries.tables<PersonsTables>();
  let wanted = db.selectFrom('persons_record').select('persons_record.record_id').limit(MOST_CANDIDATES);
  if (source !== undefined) wanted = wanted.where('source', '=', source);
  if (birthDate !== undefined) wanted = wanted.where('birth_date', 'like', `${likeText(birthDate)}%`);
  for (const spellings of numbers) {
    wanted = wanted.where('persons_record.record_id', 'in', (of) =>
      of
        .selectFrom('persons_number')
        .select('persons_number.record_id')
        .where((where) => where.or(spellings.map((value) => where('value', 'like', `${likeText(value)}%`)))),
    );
  }
  if (words.length > 0) {
    const shares = words.map(
      ({ keys, folds: [own = ''] }, i) => sql<{ word: number; record_id: string }>`
        select ${i}::integer as word, record_id from persons_key where key = any(${[...keys]}::integer[])
        union
        select ${i}::integer, record_id from persons_word where ${sql.lit(own.length >= 2)} and word like ${`${likeText(own)}%`}`,
    );
    const shared = sql<{ record_id: string; words: number }>`(
      select record_id, count(distinct word) as words from (${sql.join(shares, sql` union `)}) as share group by record_id
    )`.as('shared');
    wanted = wanted
      .innerJoin(shared, (join) => join.onRef('shared.record_id', '=', 'persons_record.record_id'))
      .orderBy('shared.words', 'desc');
  }
  const rows = await wanted.orderBy('persons_record.source_key').execute();
  return rows.map((row) => row.record_id);
}

/** What a user types is text, not a pattern. */
function likeText(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
