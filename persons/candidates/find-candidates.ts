/** Records that may be of the same person as one record: found by shared keys, compared, the likeliest first. */
import { compareIdentity, CORRIDOR_SETTINGS, type IdentityComparison } from '@urtuu/identity';
import { sql, type Queries } from '@urtuu/platform';
import { standingOf } from '../links/decide-link.ts';
import type { Standing } from '../links/standing.ts';
import { keysOf, type ComparedRecord, type RecordSource } from '../records/person-record.ts';
import { recordsOf } from '../records/record-store.ts';
import { evidenceOf, type PairEvidence } from '../scoring/evidence.ts';
import { scoringGround } from '../scoring/ground.ts';
import type { PersonsTables, RecordRow } from '../tables.ts';

/** A record set beside another, with what weighs for and against, and what was decided of the two before. */
export interface ComparedPair {
  readonly record: RecordRow;
  readonly evidence: PairEvidence;
  /** by fixed rules, field by field */
  readonly comparison: IdentityComparison;
  readonly standing: Standing | undefined;
}

const MOST_CANDIDATES = 120;

export interface CandidateWish {
  /** of which source the candidates are; of any unless stated */
  readonly source?: RecordSource;
  /** compared whatever their keys */
  readonly also?: readonly string[];
  /** lowest probability of a candidate found by keys */
  readonly atLeast: number;
}

export async function findCandidates(
  queries: Queries,
  asked: RecordRow,
  { source, also = [], atLeast }: CandidateWish,
): Promise<ComparedPair[]> {
  const { keys } = keysOf(comparedOf(asked));
  const db = queries.tables<PersonsTables>();
  const { rows } = await sql<{ record_id: string }>`
    select persons_key.record_id from persons_key
    ${source === undefined ? sql`` : sql`join persons_record on persons_record.record_id = persons_key.record_id and persons_record.source = ${source}`}
    where key = any(${[...keys]}::integer[]) and persons_key.record_id <> ${asked.record_id}
    group by persons_key.record_id order by count(*) desc, persons_key.record_id limit ${MOST_CANDIDATES}
  `.execute(db);
  const ids = [...new Set([...also, ...rows.map((row) => row.record_id)])];
  const compared = await comparePairs(queries, asked, await recordsOf(queries, ids));
  return compared.filter(
    ({ record, evidence }) => also.includes(record.record_id) || evidence.probability >= atLeast,
  );
}

export async function comparePairs(
  queries: Queries,
  asked: RecordRow,
  records: readonly RecordRow[],
): Promise<ComparedPair[]> {
  if (records.length === 0) return [];
  const evidence = evidenceOf(comparedOf(asked), records.map(comparedOf), await scoringGround(queries));
  const pairs: ComparedPair[] = [];
  for (const [at, record] of records.entries()) {
    const of = evidence[at];
    if (of === undefined) throw new Error('Every record compared has its evidence');
    pairs.push({
      record,
      evidence: of,
      comparison: compareIdentity(comparedOf(asked), comparedOf(record)),
      standing: await standingOf(queries, [asked.record_id, record.record_id]),
    });
  }
  return pairs.sort(
    (x, y) =>
      y.evidence.probability - x.evidence.probability ||
      y.evidence.score - x.evidence.score ||
      (x.record.record_id < y.record.record_id ? -1 : 1),
  );
}

/** From this probability on a pair is for a clerk. */
export const REVIEW_FROM = CORRIDOR_SETTINGS.thresholds.review;
/** From this probability on a pair is shown to whoever looks at a record. */
export const SHOW_FROM = CORRIDOR_SETTINGS.thresholds.search;

export function comparedOf(row: RecordRow): ComparedRecord {
  const { names, identifiers, sex, country, birth_date } = row;
  return { names, identifiers, sex, country, birthDate: birth_date };
}
