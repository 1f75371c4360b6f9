/**
 * Milliseconds to find one person among millions: keys of the question, candidates by an index in PostgreSQL, the
 * likeliest of them compared. 95 of 100 searches are faster than the figure.
 */
import { createWriteStream } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { SeededRandom } from '@urtuu/kernel';
import {
  CORRIDOR_MODEL,
  CORRIDOR_SETTINGS,
  rankCandidates,
  searchKeys,
  TableBuilder,
  termStatistics,
  type LinkTable,
  type TermStatistics,
} from '@urtuu/identity';
import {
  corridorPeople,
  CORRIDOR_HEADER,
  recordOf,
  withErrors,
  type CorridorPerson,
} from '@urtuu/identity/constructed';
import { openDatabase, startEmbeddedPostgres, type Database } from '@urtuu/platform';
import { digits, type Bench } from './figure.ts';

const SEED = 5;
const BATCH = 50_000;
const SEARCHES = 1000;
const MOST_CANDIDATES = 120;
const SCRIPTS = ['kk-Cyrl', 'ru-Cyrl', 'mn-Cyrl', 'Latn', 'kk-Arab', 'Hani'] as const;

export const identitySearchBench: Bench = {
  names: ['identity.search'],
  async run({ quick }) {
    const persons = quick ? 200_000 : 5_000_000;
    const dir = await mkdtemp(join(tmpdir(), 'urtuu-bench-'));
    // The database server runs as another user and reads the files that are copied in.
    await chmod(dir, 0o755);
    const server = await startEmbeddedPostgres({ dir: join(dir, 'postgres') });
    try {
      await server.ensureDatabase('persons');
      const database = openDatabase(server.url('persons'), { applicationName: 'bench', poolSize: 1 });
      try {
        const { terms, questions } = await fill(database, dir, persons);
        const { millis, first, candidates } = await search(database, terms, questions, persons);
        return [
          {
            bench: 'identity.search',
            value: digits(millis[Math.floor(millis.length * 0.95)] ?? 0),
            unit: 'ms',
            limit: null,
            ratio: null,
            cores: 1,
            note: `95 of 100 searches among ${persons.toLocaleString('en-GB')} persons are faster; median ${digits(millis[Math.floor(millis.length / 2)] ?? 0)} ms; ${digits(candidates)} persons compared on average; right person first in ${digits(first)} of searches`,
          },
        ];
      } finally {
        await database.close();
      }
    } finally {
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    }
  },
};

interface Question {
  readonly row: readonly string[];
  readonly person: number;
}

/** Persons and their keys, in tables of two columns; the index on keys holds the persons too. */
async function fill(
  { pool }: Database,
  dir: string,
  persons: number,
): Promise<{ terms: TermStatistics; questions: Question[] }> {
  await pool.query(`
    create unlogged table person (id integer not null, record jsonb not null);
    create unlogged table search_key (key integer not null, person integer not null)`);
  const random = new SeededRandom(SEED, 1);
  const questions: Question[] = [];
  let terms: TermStatistics | undefined;
  let first = 0;
  for (const batch of batches(corridorPeople(SEED, persons))) {
    const rows = batch.map((person) => withErrors(random, recordOf(random, person, random.pick(SCRIPTS))));
    for (const [i, person] of batch.entries()) {
      if (!random.chance(SEARCHES / persons)) continue;
      const row = withErrors(random, recordOf(random, person, random.pick(SCRIPTS)));
      questions.push({ row, person: first + i });
    }
    const table = tableOf(rows);
    // A sample is enough: a name that is common is common in the first fifty thousand.
    terms ??= termStatistics(table, CORRIDOR_SETTINGS);
    const keys = searchKeys(table, CORRIDOR_SETTINGS);
    await copyIn(
      pool,
      dir,
      'person',
      rows.map((row, i) => `${first + i}\t${JSON.stringify(row).replaceAll('\\', '\\\\')}`),
    );
    await copyIn(
      pool,
      dir,
      'search_key',
      keys.flatMap((each, i) => each.map((key) => `${key}\t${first + i}`)),
    );
    first += batch.length;
  }
  await pool.query(`
    set maintenance_work_mem = '1GB';
    create unique index on person (id);
    create index on search_key (key) include (person)`);
  await pool.query('vacuum analyze person');
  await pool.query('vacuum analyze search_key');
  return { terms: terms ?? termStatistics(tableOf([]), CORRIDOR_SETTINGS), questions };
}

async function search(
  { pool }: Database,
  terms: TermStatistics,
  questions: readonly Question[],
  population: number,
): Promise<{ millis: readonly number[]; first: number; candidates: number }> {
  const millis: number[] = [];
  let first = 0;
  let candidates = 0;
  // The first round fills the caches of the server and lets the compiler learn.
  for (const isMeasured of [false, true]) {
    for (const { row, person } of questions) {
      const began = performance.now();
      const [keys = []] = searchKeys(tableOf([row]), CORRIDOR_SETTINGS);
      const found = await pool.query<{ id: number; record: string[] }>({
        name: 'candidates',
        text: `
          with likely as (
            select person, count(*) as shared from search_key where key = any($1::integer[])
            group by person order by shared desc, person limit ${MOST_CANDIDATES}
          )
          select id, record from likely join person on id = likely.person`,
        values: [keys],
      });
      const hits = rankCandidates(
        CORRIDOR_HEADER,
        row,
        found.rows.map(({ id, record }) => ({ id, row: record })),
        { settings: CORRIDOR_SETTINGS, model: CORRIDOR_MODEL, terms, population },
      );
      if (!isMeasured) continue;
      millis.push(performance.now() - began);
      candidates += found.rows.length;
      if (hits[0]?.id === person) first += 1;
    }
  }
  return {
    millis: millis.sort((x, y) => x - y),
    first: first / questions.length,
    candidates: candidates / questions.length,
  };
}

function tableOf(rows: readonly (readonly string[])[]): LinkTable {
  const builder = new TableBuilder(CORRIDOR_SETTINGS);
  builder.begin(CORRIDOR_HEADER, 0);
  for (const row of rows) builder.add(row, 0);
  return builder.freeze();
}

function* batches(people: Iterable<CorridorPerson>): Generator<CorridorPerson[]> {
  let batch: CorridorPerson[] = [];
  for (const person of people) {
    batch.push(person);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function copyIn(
  pool: Database['pool'],
  dir: string,
  table: string,
  lines: readonly string[],
): Promise<void> {
  const file = join(dir, `${table}.tsv`);
  const stream = createWriteStream(file);
  for (const line of lines) if (!stream.write(`${line}\n`)) await once(stream, 'drain');
  stream.end();
  await finished(stream);
  await pool.query(`copy ${table} from '${file}'`);
}
