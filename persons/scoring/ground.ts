/** What scoring rests on: how many persons the register has, and how common their names are. */
import {
  CORRIDOR_SETTINGS,
  TableBuilder,
  termStatistics,
  type LinkTable,
  type TermStatistics,
} from '@urtuu/identity';
import { jsonb, sql, transaction, type Database, type Queries } from '@urtuu/platform';
import { z } from 'zod';
import { LINKAGE_HEADER, linkageRows } from '../records/person-record.ts';
import type { PersonsTables, RecordRow } from '../tables.ts';
import type { ScoringGround } from './evidence.ts';

/** In a smaller register a name that occurs once would seem common; then all names count alike. */
const FEWEST_PERSONS = 1000;
/**
 * A national register holds millions. A directory that lists fewer is a part of it, so nobody becomes likely for want
 * of others.
 */
const LEAST_POPULATION = 1_000_000;
/** A name that is common is common in a sample. */
const SAMPLE = 50_000;

const bitsSchema = z.object({ rare: z.number(), bits: z.array(z.tuple([z.number(), z.number()])) });
const statisticsSchema = z.record(
  z.string(),
  z.object({ fold: bitsSchema.optional(), skeleton: bitsSchema.optional() }),
);
export type StoredStatistics = z.infer<typeof statisticsSchema>;

/** The newest frequencies, and the size of the register now. */
export async function scoringGround(queries: Queries): Promise<ScoringGround> {
  const newest = await queries
    .tables<PersonsTables>()
    .selectFrom('persons_term_statistics')
    .select(['version', 'persons', 'statistics'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const population = Math.max(LEAST_POPULATION, newest?.persons ?? 0);
  if (newest === undefined) return { terms: { byComparison: {} }, version: 0, population };
  return { terms: termsOf(statisticsSchema.parse(newest.statistics)), version: newest.version, population };
}

/** Counts names anew where there are none yet, or the register has doubled since. Answers whether it did. */
export async function countNames(database: Database, now: Date): Promise<boolean> {
  const newest = await database
    .tables<PersonsTables>()
    .selectFrom('persons_term_statistics')
    .select('persons')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const least = Math.max(FEWEST_PERSONS, 2 * (newest?.persons ?? 0));
  if ((await countPersons(database, least)) < least) return false;
  return transaction(database, async (tx) => {
    const db = tx.tables<PersonsTables>();
    await sql`select pg_advisory_xact_lock(hashtextextended('persons names', 0))`.execute(db);
    const persons = await countPersons(tx, undefined);
    const records = await db
      .selectFrom('persons_record')
      .selectAll()
      .where('source', '=', 'register')
      .orderBy(sql`hashtextextended(source_key, 0)`)
      .limit(SAMPLE)
      .execute();
    const statistics = storedOf(termStatistics(tableOf(records), CORRIDOR_SETTINGS));
    await db
      .insertInto('persons_term_statistics')
      .values({ persons, statistics: jsonb(statistics), made_at: now })
      .execute();
    return true;
  });
}

/** Persons of the register, counted no further than `most`. */
async function countPersons(queries: Queries, most: number | undefined): Promise<number> {
  let some = queries
    .tables<PersonsTables>()
    .selectFrom('persons_record')
    .select('record_id')
    .where('source', '=', 'register');
  if (most !== undefined) some = some.limit(most);
  const { count } = await queries
    .tables<PersonsTables>()
    .selectFrom(some.as('some'))
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function tableOf(records: readonly RecordRow[]): LinkTable {
  const builder = new TableBuilder(CORRIDOR_SETTINGS);
  builder.begin(LINKAGE_HEADER, 0);
  for (const record of records) {
    const [row = []] = linkageRows({ ...record, birthDate: record.birth_date });
    builder.add(row, 0);
  }
  return builder.freeze();
}

function storedOf({ byComparison }: TermStatistics): StoredStatistics {
  return Object.fromEntries(
    Object.entries(byComparison).map(([name, kinds]) => [
      name,
      Object.fromEntries(
        Object.entries(kinds).map(([kind, { rare, bits }]) => [kind, { rare, bits: [...bits] }]),
      ),
    ]),
  );
}

function termsOf(stored: StoredStatistics): TermStatistics {
  return {
    byComparison: Object.fromEntries(
      Object.entries(stored).map(([name, { fold, skeleton }]) => {
        const [folds, skeletons] = [bitsOf(fold), bitsOf(skeleton)];
        return [
          name,
          {
            ...(folds === undefined ? {} : { fold: folds }),
            ...(skeletons === undefined ? {} : { skeleton: skeletons }),
          },
        ];
      }),
    ),
  };
}

function bitsOf(
  stored: z.infer<typeof bitsSchema> | undefined,
): { readonly rare: number; readonly bits: ReadonlyMap<number, number> } | undefined {
  return stored === undefined ? undefined : { rare: stored.rare, bits: new Map(stored.bits) };
}
