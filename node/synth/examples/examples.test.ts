import { compareIdentity, identifierWarnings } from '@urtuu/identity';
import { day } from '@urtuu/kernel';
import { assess } from '@urtuu/law';
import { foldRegisterPerson } from '@urtuu/registers';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { EXAMPLES, filesOf } from './example-files.ts';
import { listExamples, readExample } from './read-example.ts';

const root = fileURLToPath(new URL('../../../examples/', import.meta.url));
const names = await listExamples(root);

test('every example has its folder, and every folder its definition', () => {
  assert.deepEqual(names, EXAMPLES.map((example) => example.name).sort());
  assert.ok(names.length >= 16);
  assert.equal(new Set(EXAMPLES.map((example) => example.person.serial)).size, EXAMPLES.length);
});

for (const example of EXAMPLES) {
  const folder = `${root}${example.name}`;

  describe(`the example ${example.name}`, () => {
    test('stands in its folder as its definition writes it', async () => {
      for (const [name, text] of filesOf(example)) {
        assert.equal(
          await readFile(`${folder}/${name}`, 'utf8'),
          text,
          `${name} is out of date; run write-examples.ts`,
        );
      }
    });

    test('is readable whole, with numbers that agree with the person', async () => {
      const { record, claim, case: read } = await readExample(folder);
      assert.equal(read.name, example.name);
      assert.deepEqual(claim.record.person.identifiers, record.person.identifiers);
      for (const identifier of record.person.identifiers) {
        assert.deepEqual(identifierWarnings(identifier, record.person), []);
      }
    });

    test('is one person in both registers, doubtful only where its journey says so', async () => {
      const { registers, record, case: read } = await readExample(folder);
      const verdicts = (['MN', 'KZ'] as const).flatMap((state) =>
        registers[state].people.map((person) => {
          const { subject } = foldRegisterPerson(registers[state].register, person);
          assert.ok(subject);
          return compareIdentity(record.person, subject).verdict;
        }),
      );
      const doubtful = read.expected.journey.tasks.includes('identityDoubt');
      assert.deepEqual(new Set(verdicts), new Set(doubtful ? ['doubtful', 'same'] : ['same']));
    });

    test('is delivered by the registers with only the doubts its journey names', async () => {
      const { registers, case: read } = await readExample(folder);
      const doubts = (['MN', 'KZ'] as const).flatMap((state) =>
        registers[state].people.flatMap(
          (person) => foldRegisterPerson(registers[state].register, person).folded.doubts,
        ),
      );
      assert.equal(
        doubts.length > 0,
        read.expected.journey.tasks.includes('evidenceDoubt'),
        JSON.stringify(doubts),
      );
    });

    test('comes out as computed by hand', async () => {
      const { record, case: read } = await readExample(folder);
      const { law, on, treaty, assume, ...expected } = read.expected.assess;
      const assessment = assess(record, {
        law,
        on: day(on),
        explain: 'full',
        ...(treaty === undefined ? {} : { treaty }),
        ...(assume === undefined ? {} : { assume }),
      });
      assert.deepEqual(
        {
          outcome: assessment.outcome,
          simulation: assessment.simulation,
          components: assessment.components.map(({ component, outcome, amount, route }) => ({
            component,
            outcome,
            ...(amount === undefined ? {} : { amount }),
            ...(route === undefined ? {} : { route }),
          })),
          ...(assessment.total === undefined ? {} : { total: assessment.total }),
          ...(assessment.missing.length === 0
            ? {}
            : { missing: assessment.missing.map((missing) => missing.fact) }),
          ...(assessment.until === undefined ? {} : { until: assessment.until }),
        },
        expected,
      );
    });
  });
}
