import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { EXAMPLES_DIRECTORY } from '../corridor/examples.ts';
import type { Corridor } from '../corridor/start-corridor.ts';
import { testCorridor } from '../corridor/test-corridor.ts';
import { listExamples, readExample, readPeopleFile } from '../synth/index.ts';
import { differences } from './expectation.ts';
import { travel } from './journey.ts';
import { openOffice, type Country, type Office } from './office.ts';

let corridor: Corridor;
let offices: Record<Country, Office>;
before(async () => {
  corridor = await testCorridor();
  offices = { MN: await openOffice('MN', corridor.mn.url), KZ: await openOffice('KZ', corridor.kz.url) };
});
after(() => corridor.stop());

const names = await listExamples(EXAMPLES_DIRECTORY);

describe('the corridor takes every example to both decisions, by the public API', () => {
  for (const name of names) {
    test(name, async () => {
      const directory = join(EXAMPLES_DIRECTORY, name);
      const example = await readExample(directory);
      const end = await travel({
        offices,
        example,
        waiting: { patience: 60_000 },
        tell: () => undefined,
        async changeRegister(country, file) {
          const node = country === 'MN' ? corridor.mn : corridor.kz;
          await node.changeRegister(await readPeopleFile(join(directory, file)));
        },
      });
      assert.deepEqual(differences(example.case, end), []);
    });
  }
});
