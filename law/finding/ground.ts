import { parseDecimal, type Day, type Rational } from '@urtuu/kernel';
import { flag, permits, usedFlag, type Flag } from '../parameters/flag.ts';
import type { Series, Version } from '../parameters/parameter.ts';
import type { UsedFlag } from './finding.ts';

/**
 * What an assessment stands on: the parameter versions it read and the open questions it answered. Statutes read
 * law only through it, so nothing can be used without being named in the result.
 */
export class Ground {
  readonly versions: Version[] = [];
  readonly flags: UsedFlag[] = [];
  readonly #assume: Readonly<Record<string, string>> | undefined;

  constructor(assume: Readonly<Record<string, string>> | undefined) {
    this.#assume = assume;
  }

  /** The version in force on a day, noted as used. */
  take(series: Series, on: Day): Version {
    const version = series.at(on);
    if (!this.versions.includes(version)) {
      this.versions.push(version);
      if (version.flag !== undefined) this.option(flag(version.flag));
    }
    return version;
  }

  /** The answer to an open question: the assumption, else the default; null where there is neither. */
  option(asked: Flag): string | null {
    const assumed = this.#assume?.[asked.flag];
    if (assumed !== undefined && !permits(asked, assumed))
      throw new RangeError(`${asked.flag}=${assumed} is not among the options`);
    const answer = assumed ?? asked.default;
    const used = usedFlag(asked, answer);
    if (!this.flags.some((known) => known.flag === asked.flag)) this.flags.push(used);
    return answer;
  }

  /** A numeric answer to an open question. */
  decimalOption(asked: Flag): Rational | undefined {
    const answer = this.option(asked);
    return answer === null ? undefined : parseDecimal(answer);
  }

  /** The entry of a flag already asked, for a finding that rests on it. */
  used(asked: Flag): UsedFlag {
    return this.flags.find((known) => known.flag === asked.flag) ?? usedFlag(asked, this.option(asked));
  }
}
