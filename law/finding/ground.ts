import type { Day, Rational } from '@urtuu/kernel';
import { flag, type Flag } from '../parameters/flag.ts';
import type { Series, UsedParameter, Version } from '../parameters/parameter.ts';
import { answersUnder, type Answers, type Assumptions } from './answers.ts';
import type { Citations } from './citations.ts';
import type { UsedFlag } from './finding.ts';

/**
 * What an assessment stands on: the parameter versions it read and the open questions it answered. Statutes read
 * law only through it, so nothing can be used without being named in the result.
 */
export class Ground {
  readonly #answers: Answers;
  readonly #carriedFrom: Day | undefined;
  #cited: Citations;
  #carried = false;

  /** @param carriedFrom where a later value is not known, that of this day goes on; for forecasts alone */
  constructor(assume: Assumptions | undefined, carriedFrom?: Day) {
    this.#answers = answersUnder(assume);
    this.#carriedFrom = carriedFrom;
    this.#cited = this.#answers.start();
  }

  /** Every version read so far, in the order of first use. */
  get versions(): readonly Version[] {
    return this.#cited.versions;
  }

  /** The same as results cite them. */
  get parameters(): readonly UsedParameter[] {
    return this.#cited.parameters;
  }

  /** Every open question answered so far, in the order of first use. */
  get flags(): readonly UsedFlag[] {
    return this.#cited.flags;
  }

  /** The version in force on a day, noted as used. */
  take(series: Series, on: Day): Version {
    const version = this.#carriedFrom === undefined ? series.at(on) : this.#orCarried(series, on);
    const cited = this.#cited.and(version);
    if (cited === this.#cited) return version;
    this.#cited = cited;
    if (version.flag !== undefined) this.option(flag(version.flag));
    return version;
  }

  /** Whether some value was carried on beyond what the law says. */
  get carried(): boolean {
    return this.#carried;
  }

  #orCarried(series: Series, on: Day): Version {
    const version = series.at(on);
    const known = version.amount !== undefined || version.day !== undefined || version.flag !== undefined;
    if (known || this.#carriedFrom === undefined || on <= this.#carriedFrom) return version;
    this.#carried = true;
    return series.at(this.#carriedFrom);
  }

  /** The answer to an open question: the assumption, else the default; null where there is neither. */
  option(asked: Flag): string | null {
    return this.used(asked).option;
  }

  /** A numeric answer to an open question. */
  decimalOption(asked: Flag): Rational | undefined {
    const answer = this.#answers.to(asked);
    this.#cited = this.#cited.and(answer.used);
    return answer.decimal;
  }

  /** The entry of an open question, for a finding that rests on its answer. */
  used(asked: Flag): UsedFlag {
    const { used } = this.#answers.to(asked);
    this.#cited = this.#cited.and(used);
    return used;
  }
}
