/** How alike two records are, bar by bar, as a clerk sees it and as a decision keeps it. */
import {
  CORRIDOR_MODEL,
  CORRIDOR_SETTINGS,
  rankCandidates,
  type TermStatistics,
  type Waterfall,
} from '@urtuu/identity';
import { LINKAGE_HEADER, linkageRows, type ComparedRecord } from '../records/person-record.ts';

export interface PairEvidence extends Waterfall {
  /** version of the frequencies of names it rests on; 0 where the register is too small to have any */
  readonly terms: number;
  /** persons in the register: the prior is that one of them is meant */
  readonly population: number;
}

export interface ScoringGround {
  readonly terms: TermStatistics;
  readonly version: number;
  readonly population: number;
}

/** Every pair has a score here, however low; what is worth showing is decided elsewhere. */
const SETTINGS = {
  ...CORRIDOR_SETTINGS,
  thresholds: { ...CORRIDOR_SETTINGS.thresholds, search: 0 },
};

/** Evidence of each candidate by its place, of the two forms of the names that are most alike. */
export function evidenceOf(
  asked: ComparedRecord,
  candidates: readonly ComparedRecord[],
  { terms, version, population }: ScoringGround,
): PairEvidence[] {
  const forms = candidates.flatMap((candidate, at) => linkageRows(candidate).map((row) => ({ id: at, row })));
  const best = new Map<number, Waterfall>();
  for (const row of linkageRows(asked)) {
    const hits = rankCandidates(LINKAGE_HEADER, row, forms, {
      settings: SETTINGS,
      model: CORRIDOR_MODEL,
      terms,
      population,
    });
    for (const { id, evidence } of hits) {
      if (evidence.score > (best.get(id)?.score ?? Number.NEGATIVE_INFINITY)) best.set(id, evidence);
    }
  }
  return candidates.map((_, at) => {
    const evidence = best.get(at);
    if (evidence === undefined) throw new Error('A candidate was compared and has no score');
    return { ...evidence, terms: version, population };
  });
}
