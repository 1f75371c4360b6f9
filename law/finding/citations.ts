import type { UsedParameter, Version } from '../parameters/parameter.ts';
import type { UsedFlag } from './finding.ts';

/**
 * What an assessment has named so far: parameter versions and answers to open questions, each once, in the order of
 * first use. The assessments of a nation name much the same in the same order, so a list is not copied for each of
 * them: one more entry is a step to another list, made once and found again. Lists never change after they are made.
 */
export class Citations {
  readonly #before: Citations | undefined;
  readonly #entry: Version | UsedFlag | undefined;
  readonly #steps = new Map<Version | UsedFlag, Citations>();
  /** the step taken last, which mostly is the one that is wanted */
  #lastEntry: Version | UsedFlag | undefined;
  #lastStep: Citations = this;
  #lists: Lists | undefined;

  private constructor(before: Citations | undefined, entry: Version | UsedFlag | undefined) {
    this.#before = before;
    this.#entry = entry;
  }

  static none(): Citations {
    return new Citations(undefined, undefined);
  }

  /** This list and one more entry, or this list where it is named already. */
  and(entry: Version | UsedFlag): Citations {
    if (entry === this.#lastEntry) return this.#lastStep;
    let step = this.#steps.get(entry);
    if (step === undefined) {
      step = this.#has(entry) ? this : new Citations(this, entry);
      this.#steps.set(entry, step);
    }
    this.#lastEntry = entry;
    this.#lastStep = step;
    return step;
  }

  get versions(): readonly Version[] {
    return this.#read().versions;
  }

  /** the versions as results cite them */
  get parameters(): readonly UsedParameter[] {
    return this.#read().parameters;
  }

  get flags(): readonly UsedFlag[] {
    return this.#read().flags;
  }

  #has(entry: Version | UsedFlag): boolean {
    if (this.#entry === entry) return true;
    return this.#before === undefined ? false : this.#before.#has(entry);
  }

  #read(): Lists {
    this.#lists ??= listed(this.#entries());
    return this.#lists;
  }

  #entries(): (Version | UsedFlag)[] {
    const before = this.#before === undefined ? [] : this.#before.#entries();
    if (this.#entry !== undefined) before.push(this.#entry);
    return before;
  }
}

interface Lists {
  readonly versions: readonly Version[];
  readonly parameters: readonly UsedParameter[];
  readonly flags: readonly UsedFlag[];
}

function listed(entries: readonly (Version | UsedFlag)[]): Lists {
  const versions: Version[] = [];
  const flags: UsedFlag[] = [];
  for (const entry of entries) {
    if ('published' in entry) versions.push(entry);
    else flags.push(entry);
  }
  const parameters = versions.map(({ used }) => used);
  return { versions, parameters: Object.freeze(parameters), flags: Object.freeze(flags) };
}
