import type { Day, Rational } from '@urtuu/kernel';
import { flag, type Flag } from '../parameters/flag.ts';
import { storedVersions, type Series, type UsedParameter, type Version } from '../parameters/parameter.ts';
import { answersUnder, type Answers, type Assumptions } from './answers.ts';
import type { Citations } from './citations.ts';
import type { UsedFlag } from './finding.ts';

/** Reading law otherwise than as it stands. */
export interface Reading {
  /** for forecasts: where a value in force after this day is not known, that of this day goes on */
  readonly carryFrom?: Day | undefined;
  /** the versions of an earlier result, which go before those in force now */
  readonly stored?: readonly UsedParameter[] | undefined;
}

const NOTHING: ReadonlyMap<string, readonly Version[]> = new Map();

/**
 * What an assessment stands on: the parameter versions it read and the open questions it answered. Statutes read
 * law only through it, so nothing can be used without being named in the result.
 */
export class Ground {
  readonly #answers: Answers;
  readonly #reading: Reading | undefined;
  readonly #stored: ReadonlyMap<string, readonly Version[]>;
  #cited: Citations;
  #carried = false;

  constructor(assume: Assumptions | undefined, reading?: Reading) {
    this.#answers = answersUnder(assume);
    this.#reading = reading;
    this.#stored = reading?.stored === undefined ? NOTHING : storedVersions(reading.stored);
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
    const version = this.#reading === undefined ? series.at(on) : this.#read(series, on, this.#reading);
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

  #read(series: Series, on: Day, { carryFrom }: Reading): Version {
    const version = series.at(on);
    const stored = this.#stored.get(series.key)?.findLast(({ from }) => from <= on);
    if (stored !== undefined) {
      if (version.flag !== undefined) this.option(flag(version.flag));
      return stored;
    }
    const known = version.amount !== undefined || version.day !== undefined || version.flag !== undefined;
    if (known || carryFrom === undefined || on <= carryFrom) return version;
    this.#carried = true;
    return series.at(carryFrom);
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
