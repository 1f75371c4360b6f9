import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '@urtuu/kernel';
import { awardOfKazakhstan, awardOfMongolia, kazakhWorker, mongolianWorker, period } from '../testing.ts';
import { retire } from './retire.ts';
import { whyNot, type SmallestChange } from './why-not.ts';

const kinds = (changes: readonly SmallestChange[]): string[] => changes.map(({ kind }) => kind);

function of<Kind extends SmallestChange['kind']>(
  changes: readonly SmallestChange[],
  kind: Kind,
): Extract<SmallestChange, { kind: Kind }> {
  const found = changes.find(
    (change): change is Extract<SmallestChange, { kind: Kind }> => change.kind === kind,
  );
  assert.ok(found, `${kind} among ${kinds(changes).join(', ')}`);
  return found;
}

describe('The earliest retirement by each route', () => {
  test('in Mongolia is found to the day, and the day before it is closed', () => {
    // Born 1966-05-20, insured 2000-01-01 to 2025-12-31: 26 years, more than the 22 y 3 m asked in 2026, at 60.
    const wire = mongolianWorker('2000-01-01', '2025-12-31', { birthDate: '1966-05-20' });
    const { routes } = retire(wire, { law: 'mn', from: day('2026-01-01'), work: 'stops' });
    const request = routes.find(({ route }) => route === 'mn.full.request');
    assert.ok(request);
    assert.equal(request.on, '2026-05-20');
    assert.deepEqual(request.age, { years: 60, months: 0 });
    assert.equal(request.amount, awardOfMongolia(wire, '2026-05-20').total?.amount);
    assert.equal(awardOfMongolia(wire, '2026-05-19').outcome, 'notEligible');
  });

  test('in Kazakhstan is the pension age for both components', () => {
    const wire = kazakhWorker('100000');
    const young = { ...wire, person: { ...wire.person, birthDate: '1964-07-01' } };
    const { routes } = retire(young, { law: 'kz', from: day('2026-01-01'), work: 'stops' });
    assert.deepEqual(
      routes.map(({ route, on, outcome }) => [route, on, outcome]),
      [
        ['kz.base', '2027-07-01', 'eligible'],
        ['kz.solidarity', '2027-07-01', 'undetermined'],
      ],
    );
    assert.deepEqual(routes[1]?.missing, [{ fact: 'kz.minPension', why: 'why.parameter' }]);
  });

  test('comes later or never without more months, and sooner with work that goes on', () => {
    const wire = mongolianWorker('2012-01-01', '2025-12-31', { birthDate: '1970-03-10' });
    const stops = retire(wire, { law: 'mn', from: day('2026-01-01'), work: 'stops' });
    const continues = retire(wire, { law: 'mn', from: day('2026-01-01'), work: 'continues' });
    assert.ok(!stops.routes.some(({ component }) => component === 'mn.full'));
    assert.ok(continues.routes.some(({ component }) => component === 'mn.full'));
  });
});

describe('Why a pension is refused, and the smallest change that opens it', () => {
  test('a later date, where only the age is missing: the very day', () => {
    const wire = mongolianWorker('2000-01-01', '2025-12-31', { birthDate: '1966-05-20' });
    const { changes } = whyNot(wire, { law: 'mn', on: day('2026-03-01') });
    const later = of(changes, 'later');
    assert.equal(later.on, '2026-05-20');
    assert.equal(awardOfMongolia(wire, later.on).outcome, 'eligible');
    assert.equal(awardOfMongolia(wire, '2026-05-19').outcome, 'notEligible');
  });

  test('months, where only the record is short: so many, and one less does not do', () => {
    // 18 years of insurance, aged 66: 19 years and 11 months are no full pension, 20 years are.
    const wire = mongolianWorker('2007-01-01', '2024-12-31', { birthDate: '1959-03-10' });
    const months = of(whyNot(wire, { law: 'mn', on: day('2025-06-01') }).changes, 'months');
    assert.equal(months.component, 'mn.full');
    const added = (count: number) =>
      awardOfMongolia(
        {
          ...wire,
          periods: [
            ...wire.periods,
            period({
              id: 'more',
              country: 'MN',
              from: `${2006 - Math.floor((count - 1) / 12)}-${String(12 - ((count - 1) % 12)).padStart(2, '0')}-01`,
              to: '2006-12-31',
            }),
          ],
        },
        '2025-06-01',
      ).components.find(({ component }) => component === 'mn.full')?.outcome;
    assert.equal(added(months.months), 'eligible');
    assert.equal(added(months.months - 1), 'notEligible');
  });

  test('a document, where work does not count for want of proof', () => {
    const claimed = { certainty: 'claimed', evidence: [] } as const;
    const wire = kazakhWorker('100000', {
      periods: [period({ id: 'a', from: '1972-01-01', to: '1996-12-31', ...claimed })],
    });
    const { changes } = whyNot(wire, { law: 'kz', on: day('2026-06-01') });
    const document = of(changes, 'document');
    assert.deepEqual(document.periods, ['a']);
    assert.equal(document.component, 'kz.solidarity');
    assert.equal(changes[0]?.kind, 'document', 'the smallest first');
  });

  test('months before 1998, where the solidarity pension asks for them', () => {
    const wire = kazakhWorker('100000', { periods: [period({ from: '2000-01-01', to: '2020-12-31' })] });
    const months = of(whyNot(wire, { law: 'kz', on: day('2026-06-01') }).changes, 'months');
    assert.deepEqual([months.component, months.months, months.before], ['kz.solidarity', 6, '1998-01-01']);
  });

  test('nothing, where everything is granted', () => {
    const { changes, missing } = whyNot(kazakhWorker('100000'), { law: 'kz', on: day('2026-06-01') });
    assert.deepEqual([changes, missing], [[], []]);
    assert.equal(awardOfKazakhstan(kazakhWorker('100000'), '2026-06-01').outcome, 'eligible');
  });
});
