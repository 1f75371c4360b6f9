/** Records that are one person as far as links say: the strongest links first, and never across a “not the same”. */
import { clustersOf } from '@urtuu/identity';
import { sql, type Queries } from '@urtuu/platform';
import type { PersonsTables } from '../tables.ts';
import type { LinkBasis } from './standing.ts';

export interface StandingLink {
  readonly records: readonly [string, string];
  readonly outcome: 'same' | 'notSame';
  readonly basis: LinkBasis;
  readonly score: number;
  readonly decisionId: string;
}

export interface PersonCluster {
  /** ids of the records, the one asked for among them */
  readonly members: readonly string[];
  /** every link and parting among the records that links of any kind reach */
  readonly links: readonly StandingLink[];
  /** the link without which the cluster falls apart most easily; undefined for one record alone */
  readonly weakest: StandingLink | undefined;
  /** some members are joined through others only: such a chain wants a human's look */
  readonly isChain: boolean;
  /** links that a “not the same” keeps from counting */
  readonly refused: readonly StandingLink[];
}

/**
 * The cluster a record stands in now.
 * @param counts which links are there for the reader; the others are left out
 */
export async function clusterOf(
  queries: Queries,
  recordId: string,
  counts: (link: StandingLink) => boolean = () => true,
): Promise<PersonCluster> {
  const links = (await linksAround(queries, recordId)).filter(counts);
  const ids = [...new Set([recordId, ...links.flatMap(({ records }) => records)])];
  const numberOf = new Map(ids.map((id, i) => [id, i]));
  const pair = ({ records: [a, b] }: StandingLink): readonly [number, number] => [
    numberOf.get(a) ?? 0,
    numberOf.get(b) ?? 0,
  ];
  const same = links.filter(({ outcome }) => outcome === 'same');
  const apart = links.filter(({ outcome }) => outcome === 'notSame').map(pair);
  const { clusters, refused } = clustersOf(
    {
      a: Int32Array.from(same, (link) => pair(link)[0]),
      b: Int32Array.from(same, (link) => pair(link)[1]),
      score: Float32Array.from(same, strength),
      siblingLike: new Uint8Array(same.length),
    },
    Number.NEGATIVE_INFINITY,
    apart,
  );
  const linkAt = (a: number, b: number): StandingLink | undefined =>
    same.find((link) => pair(link)[0] === a && pair(link)[1] === b);
  const cluster = clusters.find(({ members }) => members.includes(0));
  return {
    members: (cluster?.members ?? [0]).flatMap((member) => ids[member] ?? []),
    links,
    weakest: cluster === undefined ? undefined : linkAt(cluster.weakest.a, cluster.weakest.b),
    isChain: cluster?.isChain ?? false,
    refused: refused.flatMap(({ a, b }) => linkAt(a, b) ?? []),
  };
}

/** A human's link is stronger than any rule's; of one kind, the better evidence. */
function strength({ basis, score }: StandingLink): number {
  return score + (basis === 'human' ? 1000 : 0);
}

/** Links and partings among all records that a record reaches over links of “same”. */
async function linksAround(queries: Queries, recordId: string): Promise<StandingLink[]> {
  const { rows } = await sql<{
    record_a: string;
    record_b: string;
    outcome: 'same' | 'notSame';
    basis: LinkBasis;
    score: number;
    decision_id: string;
  }>`
    with recursive reached (record_id) as (
      select ${recordId}::uuid
      union
      select case when link.record_a = reached.record_id then link.record_b else link.record_a end
      from reached
      join persons_link link on reached.record_id in (link.record_a, link.record_b) and link.outcome = 'same'
    )
    select record_a, record_b, outcome, basis, score, decision_id from persons_link
    where record_a in (select record_id from reached) or record_b in (select record_id from reached)
    order by record_a, record_b
  `.execute(queries.tables<PersonsTables>());
  return rows.map((row) => ({
    records: [row.record_a, row.record_b],
    outcome: row.outcome,
    basis: row.basis,
    score: row.score,
    decisionId: row.decision_id,
  }));
}
