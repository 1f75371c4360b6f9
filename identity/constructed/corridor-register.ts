import { SeededRandom } from '@urtuu/kernel';
import type { ReadableScript } from '../names/writing.ts';
import type { People } from './corridor-names.ts';
import { corridorPeople, type CorridorPerson } from './corridor-people.ts';
import { recordOf, withErrors } from './corridor-records.ts';

/** One record with the truth about it. */
export interface ConstructedRecord {
  readonly row: readonly string[];
  readonly script: ReadableScript;
  /** position of the person in `persons` */
  readonly person: number;
}

/** A register that holds each of the persons once, and questions for some of them from other documents. */
export interface CorridorRegister {
  readonly persons: readonly CorridorPerson[];
  readonly register: readonly ConstructedRecord[];
  readonly questions: readonly ConstructedRecord[];
}

/** Made-up persons in scripts by chance, with errors on both sides: the same for the same seed. */
export function corridorRegister(seed: number, persons: number, questions: number): CorridorRegister {
  const people = [...corridorPeople(seed, persons)];
  const random = new SeededRandom(seed, 1_000_003);
  const write = (person: number): ConstructedRecord => {
    const who = people[person];
    if (who === undefined) throw new RangeError(`There is no person ${person}`);
    const script = random.pick(SCRIPTS[who.people]);
    return { row: withErrors(random, recordOf(random, who, script)), script, person };
  };
  return {
    persons: people,
    register: people.map((_, person) => write(person)),
    questions: Array.from({ length: questions }, () => write(random.between(0, people.length - 1))),
  };
}

/** Scripts in which documents of a people are met; Mongols of Kazakhstan and China among them. */
const SCRIPTS: Readonly<Record<People, readonly [ReadableScript, ...ReadableScript[]]>> = {
  kazakh: ['kk-Cyrl', 'ru-Cyrl', 'mn-Cyrl', 'Latn', 'kk-Arab', 'Hani'],
  khalkha: ['mn-Cyrl', 'Latn', 'ru-Cyrl', 'kk-Cyrl', 'Hani'],
  russian: ['ru-Cyrl', 'Latn', 'kk-Cyrl'],
  han: ['Hani', 'Hani', 'Hani', 'Latn'],
};
