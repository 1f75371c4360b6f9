import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day, formatDay } from '@urtuu/kernel';
import { firstDayOfAge } from '../age.ts';
import { parameter } from '../parameters/register.ts';
import { awardOfKazakhstan, kazakhWorker, person } from '../testing.ts';

describe('Pension age of Kazakhstan', () => {
  const women = [
    ['1961-01-01', '2021-01-01'],
    ['1961-12-31', '2021-12-31'],
    ['1962-01-01', '2022-07-01'],
    ['1962-06-30', '2022-12-30'],
    ['1962-07-01', '2023-07-01'],
    ['1966-12-31', '2027-12-31'],
    ['1967-01-01', '2028-07-01'],
    ['1968-01-01', '2030-07-01'],
    ['1970-01-01', '2033-01-01'],
  ] as const;
  for (const [born, reached] of women) {
    test(`of a woman born ${born} is reached on ${reached}`, () => {
      const found = firstDayOfAge(day(born), parameter('kz.age.women'));
      assert.equal(found === undefined ? undefined : formatDay(found), reached);
    });
  }

  test('of men is 63, and the day before is too early', () => {
    const wire = kazakhWorker('100000', { person: person({ birthDate: '1963-03-01' }) });
    assert.equal(awardOfKazakhstan(wire, '2026-03-01').outcome, 'eligible');
    const early = awardOfKazakhstan(wire, '2026-02-28');
    assert.equal(early.outcome, 'notEligible');
    assert.deepEqual(early.nextEligible, [
      { route: 'kz.base', on: '2026-03-01' },
      { route: 'kz.solidarity', on: '2026-03-01' },
    ]);
  });

  test('is undetermined where the birth date is known to the year and the age falls inside it', () => {
    const born = person({ birthDate: '1963-01-01', birthDatePrecision: 'year' });
    const found = awardOfKazakhstan(kazakhWorker('100000', { person: born }), '2026-03-01');
    assert.equal(found.outcome, 'undetermined');
    assert.deepEqual(found.missing[0], { fact: 'person.birthDate', why: 'why.person.birthDate' });
    assert.equal(
      awardOfKazakhstan(kazakhWorker('100000', { person: born }), '2027-01-01').missing.some(
        ({ fact }) => fact === 'person.birthDate',
      ),
      false,
    );
  });

  test('of a woman who waits is told as it will be on the day she reaches it', () => {
    const wire = kazakhWorker('100000', { person: person({ sex: 'female', birthDate: '1973-02-01' }) });
    const found = awardOfKazakhstan(wire, '2026-03-01', { explain: 'full' });
    const step = found.findings?.children.find(({ rule }) => rule === 'kz.age');
    assert.deepEqual(step?.text.args, { age: { age: 756 }, reached: { day: '2036-02-01' } });
  });

  test('of women before 2021 is not known', () => {
    const woman = person({ sex: 'female', birthDate: '1959-01-01' });
    const found = awardOfKazakhstan(kazakhWorker('100000', { person: woman }), '2020-06-01');
    assert.equal(found.outcome, 'undetermined');
    assert.deepEqual(found.missing[0], { fact: 'kz.age.women', why: 'why.parameter' });
  });

  test('of women before 2021 may be assumed, in years', () => {
    const woman = person({ sex: 'female', birthDate: '1961-07-01' });
    const open = (years: string): string =>
      awardOfKazakhstan(kazakhWorker('100000', { person: woman }), '2020-01-01', {
        assume: { 'kz.womenAgeBefore2021': years },
      }).components[0]?.outcome ?? '';
    assert.equal(open('58.5'), 'eligible');
    assert.equal(open('59'), 'notEligible');
  });
});
