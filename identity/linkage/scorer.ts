import { Comparer } from './comparer.ts';
import { pairProbability, priorOf, weightsOf, type LinkModel } from './model.ts';
import type { LinkSettings } from './settings.ts';
import type { LinkTable } from './table.ts';
import { termWeight, termWeights, type TermWeights } from './term-frequency.ts';

/** Scores pairs of one table in bits of evidence: prior, levels, term frequencies. One scorer serves one thread. */
export class Scorer {
  readonly comparer: Comparer;
  readonly prior: number;
  readonly #model: LinkModel;
  readonly #settings: LinkSettings;
  readonly #weights: readonly Float64Array[];
  readonly #terms: TermWeights;
  readonly #apartAt: number;
  /** levels on which what tells siblings apart agrees */
  readonly #agrees: ReadonlySet<number>;

  constructor(table: LinkTable, settings: LinkSettings, model: LinkModel, terms?: TermWeights) {
    this.comparer = new Comparer(table, settings);
    this.prior = priorOf(model.lambda);
    this.#model = model;
    this.#settings = settings;
    this.#weights = model.comparisons.map(weightsOf);
    this.#terms = terms ?? termWeights(table, settings);
    const apart = settings.tellsSiblingsApart;
    this.#apartAt = settings.comparisons.findIndex(({ name }) => name === apart?.comparison);
    const levels = settings.comparisons[this.#apartAt]?.levels ?? [];
    this.#agrees = new Set(
      levels.flatMap((level, i) => (agreesBy(apart?.agrees ?? [], level) ? [i + 1] : [])),
    );
  }

  /** Of the pair scored last: what tells brothers and twins apart does not agree, or is missing. */
  get isSiblingLike(): boolean {
    return this.#apartAt >= 0 && !this.#agrees.has(this.comparer.levels[this.#apartAt] ?? 0);
  }

  score(a: number, b: number): number {
    const { comparer } = this;
    comparer.compare(a, b);
    const { levels } = comparer;
    let score = this.prior;
    for (let c = 0; c < levels.length; c += 1) {
      const level = levels[c] ?? 0;
      if (level !== 0)
        score += (this.#weights[c]?.[level] ?? 0) + termWeight(this.#terms, comparer, c, level);
    }
    return score;
  }

  /** The score of a pair, bar by bar; the bars add up to it exactly. */
  explain(a: number, b: number): Waterfall {
    const score = this.score(a, b);
    const bars: WaterfallBar[] = [{ name: 'prior', kind: 'prior', bits: this.prior }];
    for (const [c, { name, levels }] of this.#settings.comparisons.entries()) {
      const level = this.comparer.levels[c] ?? 0;
      if (level === 0) {
        bars.push({ name, kind: 'level', level: 'missing', bits: 0 });
        continue;
      }
      const settings = levels[level - 1];
      const { m = 1, u = 1 } = this.#model.comparisons[c]?.levels[level - 1] ?? {};
      bars.push({
        name,
        kind: 'level',
        level: levelName(settings),
        bits: this.#weights[c]?.[level] ?? 0,
        m,
        u,
      });
      const term = termWeight(this.#terms, this.comparer, c, level);
      if (term !== 0) bars.push({ name, kind: 'termFrequency', bits: term });
    }
    return {
      bars,
      score,
      probability: pairProbability(this.#model, score, this.isSiblingLike),
      settings: this.#model.settings,
    };
  }
}

/** Why a pair has its probability: each bar in bits, upwards for, downwards against. */
export interface Waterfall {
  readonly bars: readonly WaterfallBar[];
  /** sum of the bars */
  readonly score: number;
  readonly probability: number;
  /** settings and version the figures are from */
  readonly settings: string;
}

export interface WaterfallBar {
  /** `prior`, or the name of a comparison */
  readonly name: string;
  readonly kind: 'prior' | 'level' | 'termFrequency';
  readonly level?: string;
  readonly bits: number;
  readonly m?: number;
  readonly u?: number;
}

/** Twins' names are often half alike, so only near likeness agrees. */
function agreesBy(
  tests: readonly string[],
  level: { readonly test: string; readonly atLeast?: number | undefined },
): boolean {
  return tests.includes(level.test) && (level.atLeast ?? 1) >= NEAR;
}

const NEAR = 0.85;

function levelName(
  level:
    | {
        readonly test: string;
        readonly atLeast?: number | undefined;
        readonly among?: string | undefined;
      }
    | undefined,
): string {
  if (level === undefined) return 'missing';
  const likeness = level.atLeast === undefined ? '' : ` ${level.atLeast}`;
  return `${level.test}${likeness}${level.among === undefined ? '' : ` (${level.among})`}`;
}
