/** Scored pairs as columns; the first record is the lower. */
export interface Links {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** bits of evidence, prior included */
  readonly score: Float32Array;
  /** 1 where what tells brothers and twins apart does not agree */
  readonly siblingLike: Uint8Array;
}

export interface Cluster {
  readonly members: readonly number[];
  /** The link without which the cluster falls apart most easily: the lowest score of its strongest spanning tree. */
  readonly weakest: { readonly a: number; readonly b: number; readonly score: number };
  /** Members that are joined through others only: such a chain is for a human. */
  readonly isChain: boolean;
}

export interface Clustering {
  readonly clusters: readonly Cluster[];
  /** Links that a human's "not the same" kept from joining two groups. */
  readonly refused: readonly { readonly a: number; readonly b: number; readonly score: number }[];
}

/**
 * Groups of records joined by links of at least `atLeast` bits, the strongest first. A pair that a human told apart
 * never stands in one cluster, whatever the scores: the link that would join them is refused.
 */
export function clustersOf(
  links: Links,
  atLeast: number,
  apart: readonly (readonly [number, number])[] = [],
): Clustering {
  const order = [...links.score.keys()].filter((i) => (links.score[i] ?? 0) >= atLeast);
  order.sort((x, y) => (links.score[y] ?? 0) - (links.score[x] ?? 0));
  const groups = new Groups(apart);
  const refused: { a: number; b: number; score: number }[] = [];
  for (const i of order) {
    const link = { a: links.a[i] ?? 0, b: links.b[i] ?? 0, score: links.score[i] ?? 0 };
    if (!groups.join(link)) refused.push(link);
  }
  return { clusters: groups.clusters(), refused };
}

interface Group {
  readonly members: number[];
  weakest: Cluster['weakest'];
  direct: number;
}

class Groups {
  readonly #of = new Map<number, Group>();
  readonly #apart = new Map<number, Set<number>>();

  constructor(apart: readonly (readonly [number, number])[]) {
    for (const [x, y] of apart) {
      this.#apart.set(x, (this.#apart.get(x) ?? new Set()).add(y));
      this.#apart.set(y, (this.#apart.get(y) ?? new Set()).add(x));
    }
  }

  /** False if a pair told apart would come together. */
  join(link: Cluster['weakest']): boolean {
    const left = this.#of.get(link.a) ?? { members: [link.a], weakest: link, direct: 0 };
    const right = this.#of.get(link.b) ?? { members: [link.b], weakest: link, direct: 0 };
    if (left === right) {
      left.direct += 1;
      return true;
    }
    if (left.members.some((x) => right.members.some((y) => this.#apart.get(x)?.has(y) === true)))
      return false;
    const [larger, smaller] = left.members.length >= right.members.length ? [left, right] : [right, left];
    larger.members.push(...smaller.members);
    larger.direct += smaller.direct + 1;
    // Links come from the strongest down, so the one that joins is the weakest so far.
    larger.weakest = link;
    for (const member of larger.members) this.#of.set(member, larger);
    return true;
  }

  clusters(): Cluster[] {
    return [...new Set(this.#of.values())]
      .map(({ members, weakest, direct }) => ({
        members: members.toSorted((x, y) => x - y),
        weakest,
        isChain: direct < (members.length * (members.length - 1)) / 2,
      }))
      .sort((x, y) => (x.members[0] ?? 0) - (y.members[0] ?? 0));
  }
}
