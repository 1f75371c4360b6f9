/** The example cases as the demonstration uses them: people of the registers, and citizens who can sign in. */
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nameText } from '@urtuu/identity';
import type { RegisterPeople } from '@urtuu/registers';
import { listExamples, readExample, registerPeopleOf, synthesise } from '../synth/index.ts';
import { nationalNodes, type NodeId } from './national-nodes.ts';

export const EXAMPLES_DIRECTORY = fileURLToPath(new URL('../../examples', import.meta.url));

export interface ExampleCitizen {
  /** Name of the example's folder. */
  readonly example: string;
  readonly name: string;
  readonly identifiers: readonly {
    readonly scheme: string;
    readonly value: string;
    readonly country: string;
  }[];
}

export interface DemonstrationPeople {
  readonly citizens: readonly ExampleCitizen[];
  /** Files to load into each state's register. */
  readonly registers: Readonly<Record<NodeId, readonly RegisterPeople[]>>;
}

/** Makes the same synthetic people at every start. */
export const SEED = 2026;

/** The people of all examples, and so many synthetic residents of each state. */
export async function demonstrationPeople(synthetic: number): Promise<DemonstrationPeople> {
  const names = await listExamples(EXAMPLES_DIRECTORY);
  const examples = await Promise.all(names.map((name) => readExample(join(EXAMPLES_DIRECTORY, name))));
  const made = (['MN', 'KZ'] as const).map((country) => ({
    country,
    people: [...synthesise({ persons: synthetic, seed: SEED, country })],
  }));
  const registerOf = (id: NodeId): RegisterPeople[] => {
    const { country } = nationalNodes[id];
    const rows = made.flatMap((state) =>
      state.people.flatMap((person) => {
        const known = state.country === country ? person.registerPerson : person.abroad;
        return known === undefined ? [] : [known];
      }),
    );
    return [registerPeopleOf(country, rows), ...examples.map(({ registers }) => registers[country])];
  };
  return {
    citizens: examples.map(({ case: { name }, record }) => {
      const [first] = record.person.names;
      return {
        example: basename(name),
        name: first === undefined ? name : nameText(first),
        identifiers: record.person.identifiers,
      };
    }),
    registers: { mn: registerOf('mn'), kz: registerOf('kz') },
  };
}
