import { constructIin, constructRegister, identifierFaults, identifierWarnings } from '@urtuu/identity';
import { day } from '@urtuu/kernel';
import { assess, parseInsuranceRecord } from '@urtuu/law';
import { foldRegisterPerson, parseRegisterPeople } from '@urtuu/registers';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { placeInTestRange, registerPeopleOf, synthesise } from './synthesise.ts';

for (const country of ['MN', 'KZ'] as const) {
  describe(`synthetic people of ${country}`, () => {
    const people = [...synthesise({ persons: 200, seed: 7, country })];

    test('are the same for the same seed, and do not depend on how many are made', () => {
      assert.deepEqual([...synthesise({ persons: 40, seed: 7, country })], people.slice(0, 40));
      assert.notDeepEqual([...synthesise({ persons: 40, seed: 8, country })], people.slice(0, 40));
    });

    test('have numbers of their own that agree with them', () => {
      const numbers = people.flatMap(({ record }) => record.person.identifiers.map(({ value }) => value));
      assert.equal(new Set(numbers).size, numbers.length);
      for (const { record } of people) {
        for (const identifier of record.person.identifiers) {
          assert.deepEqual(identifierWarnings(identifier, record.person), []);
        }
      }
    });

    test('are whole insurance records that the law can assess', () => {
      const outcomes = new Set<string>();
      for (const { record } of people) {
        const parsed = parseInsuranceRecord(JSON.parse(JSON.stringify(record)), identifierFaults);
        assert.ok(parsed.ok, JSON.stringify(parsed));
        const law = country === 'MN' ? 'mn' : 'kz';
        outcomes.add(assess(parsed.value, { law, on: day('2026-11-02'), explain: 'none' }).outcome);
      }
      assert.ok(outcomes.has('eligible') && outcomes.has('notEligible'));
    });

    test('are people of a register file, whose rows fold to what the record says', () => {
      const file = registerPeopleOf(
        country,
        people.map((person) => person.registerPerson),
      );
      assert.deepEqual(parseRegisterPeople(JSON.parse(JSON.stringify(file))), { ok: true, value: file });
      for (const { record, registerPerson } of people) {
        const { folded } = foldRegisterPerson(file.register, registerPerson);
        const own = record.periods.filter(
          (period) => period.country === country && period.certainty !== 'claimed',
        );
        assert.deepEqual(own, folded.periods);
      }
    });

    test('lead lives of every kind: settled, with gaps, in two states', () => {
      const kinds = new Set(people.map((person) => person.kind));
      assert.ok(kinds.size >= 4);
      assert.ok(
        people.some(({ record }) => new Set(record.periods.map((period) => period.country)).size === 2),
      );
      assert.ok(people.some(({ record }) => record.person.deathDate !== undefined));
      const average = people.reduce((sum, { record }) => sum + record.earnings.length, 0) / people.length;
      assert.ok(average > 50 && average < 400, `${average} earnings rows a person`);
    });
  });
}

test('sixty thousand people of both states never share a number', () => {
  const numbers = new Set<string>();
  for (let index = 0; index < 30_000; index += 1) {
    for (const country of ['MN', 'KZ'] as const) {
      const { birth, serial } = placeInTestRange(index, country);
      for (const sex of ['male', 'female'] as const) {
        numbers.add(constructIin({ birthDate: birth, sex }, serial));
        numbers.add(constructRegister({ birthDate: birth, sex }, serial));
      }
    }
  }
  assert.equal(numbers.size, 30_000 * 2 * 2 * 2);
});
