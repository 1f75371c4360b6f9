import type { Day } from '@urtuu/kernel';
import { LAW_CODES, type LawCode } from '../assessment.ts';
import type { ParameterVersion } from '../parameters/parameter.ts';
import { inForce, parameterTopics } from '../parameters/register.ts';
import written from './norms.json' with { type: 'json' };

/** A norm that several laws know, such as the pension age; named by the message `norm.<norm>`. */
export interface ComparedNorm {
  readonly norm: string;
  /** the parameter of each law; null where the library has none */
  readonly keys: Readonly<Record<LawCode, string | null>>;
}

/** One norm in each law on one day. */
export interface NormOnDay extends ComparedNorm {
  /** the version in force; undefined where the library has no such parameter, or none in force on the day */
  readonly values: Readonly<Partial<Record<LawCode, ParameterVersion>>>;
}

/** A parameter that is not the same on two days. */
export interface ChangedParameter {
  readonly key: string;
  readonly before: ParameterVersion | undefined;
  readonly after: ParameterVersion | undefined;
}

/** Norms are data: whatever is entered as a parameter of two laws can be set side by side. */
const NORMS: readonly ComparedNorm[] = written.norms;

/** Every norm with its value in each law on a day, in the order of the table. */
export function compareLaws(on: Day): NormOnDay[] {
  return NORMS.map((one) => {
    const values: Partial<Record<LawCode, ParameterVersion>> = {};
    for (const law of LAW_CODES) {
      const key = one.keys[law];
      const version = key === null ? undefined : inForce(key, on);
      if (version !== undefined) values[law] = version;
    }
    return { ...one, values };
  });
}

/** What of a pack is not the same on two days, in the order of the pack. */
export function compareDays(pack: string, a: Day, b: Day): ChangedParameter[] {
  return parameterTopics()
    .filter((topic) => topic.pack === pack)
    .flatMap(({ keys }) => keys)
    .map((key) => ({ key, before: inForce(key, a), after: inForce(key, b) }))
    .filter(({ before, after }) => before?.value !== after?.value || before?.status !== after?.status);
}
