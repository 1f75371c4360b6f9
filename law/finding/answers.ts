import { parseDecimal, type Rational } from '@urtuu/kernel';
import { permits, usedFlag, type Flag } from '../parameters/flag.ts';
import { Citations } from './citations.ts';
import type { UsedFlag } from './finding.ts';

export type Assumptions = Readonly<Record<string, string>>;

/** The answer to an open question under a set of assumptions. */
export interface Answer {
  readonly used: UsedFlag;
  /** the answer as a number, where it is one */
  readonly decimal: Rational | undefined;
}

/** The answers under one set of assumptions, each worked out once, and the lists that assessments with them share. */
export class Answers {
  readonly #assume: Assumptions;
  readonly #answers = new Map<Flag, Answer>();
  #none = Citations.none();
  #started = 0;

  constructor(assume: Assumptions) {
    this.#assume = assume;
  }

  /** The assumption, else the default, else null. Throws RangeError on an assumption that is not among the options. */
  to(asked: Flag): Answer {
    const known = this.#answers.get(asked);
    if (known !== undefined) return known;
    const assumed = this.#assume[asked.flag];
    if (assumed !== undefined && !permits(asked, assumed))
      throw new RangeError(`${asked.flag}=${assumed} is not among the options`);
    const option = assumed ?? asked.default;
    const decimal = option === null ? undefined : parseDecimal(option);
    const answer = { used: usedFlag(asked, option), decimal };
    this.#answers.set(asked, answer);
    return answer;
  }

  /** The empty list to start an assessment from. */
  start(): Citations {
    this.#started += 1;
    // Births and dates of a nation end in some thousand lists; a service that runs for months must not keep them all.
    if (this.#started % ASSESSMENTS_OF_ONE_TREE === 0) this.#none = Citations.none();
    return this.#none;
  }

  areOf(assume: Assumptions): boolean {
    let members = 0;
    for (const name in assume) {
      if (assume[name] !== this.#assume[name]) return false;
      members += 1;
    }
    return members === Object.keys(this.#assume).length;
  }
}

const ASSESSMENTS_OF_ONE_TREE = 100_000;

/** Answers without assumptions, and those asked for last: a batch asks for the same a million times. */
const DEFAULT_ANSWERS = new Answers({});
let latest = DEFAULT_ANSWERS;

export function answersUnder(assume: Assumptions | undefined): Answers {
  if (assume === undefined) return DEFAULT_ANSWERS;
  if (!latest.areOf(assume)) latest = new Answers({ ...assume });
  return latest;
}
