import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { InsuranceRecord } from '../record/insurance-record.ts';
import { awardOfKazakhstan, kazakhWorker, period, person, record } from '../testing.ts';

const CARE = period({ type: '45', kind: 'equivalent', from: '1975-01-01', to: '1994-12-31' });

describe('Labour record of Kazakhstan', () => {
  test('recognises the record of kandas abroad before 1998 with a labour book or archive certificate', () => {
    const abroad = period({ id: 'mn', country: 'MN', from: '1975-01-01', to: '2004-12-31' });
    const kandas = person({ kandas: { since: '2005-06-01' }, citizenships: ['MN'] });
    assert.equal(months(record({ person: kandas, periods: [abroad] })), 276);
    assert.equal(months(record({ person: person({}), periods: [abroad] })), 0);
    const byRegister = { ...abroad, evidence: [{ kind: 'register' }] };
    assert.equal(months(record({ person: kandas, periods: [byRegister] })), 0);
    const assume = { 'kz.kandasRecord': 'no' };
    const refused = awardOfKazakhstan(record({ person: kandas, periods: [abroad] }), '2026-01-01', {
      assume,
    });
    assert.equal(refused.record.totals.counted.days, 0);
    assert.equal(
      awardOfKazakhstan(record({ person: kandas, periods: [abroad] }), '2018-12-31').record.totals.counted
        .days,
      0,
    );
  });

  test('counts child care of a mother within three years a child and twelve in all', () => {
    assert.equal(careMonths(undefined), 144);
    assert.equal(careMonths(['1980-01-01']), 36);
    assert.equal(careMonths(['1980-01-01', '1981-01-01']), 48);
    assert.equal(careMonths(['1975-01-01', '1978-01-01', '1981-01-01', '1984-01-01', '1987-01-01']), 144);
    const father = { ...mother(['1980-01-01']), sex: 'male' as const };
    assert.equal(
      awardOfKazakhstan(record({ person: father, periods: [CARE] }), '2026-01-01').record.totals.counted.days,
      0,
    );
  });

  test('does not pay those who live elsewhere', () => {
    const found = awardOfKazakhstan(
      kazakhWorker('100000', { person: person({ residence: 'MN' }) }),
      '2026-01-01',
    );
    assert.equal(found.outcome, 'notEligible');
  });
});

function mother(births: readonly string[] | undefined): ReturnType<typeof person> {
  const children = births?.map((birthDate) => ({ birthDate }));
  return person({ sex: 'female', birthDate: '1955-01-01', ...(children === undefined ? {} : { children }) });
}

function months(wire: InsuranceRecord): number {
  return awardOfKazakhstan(wire, '2026-01-01').record.totals.counted.months;
}

function careMonths(births: readonly string[] | undefined): number {
  return months(record({ person: mother(births), periods: [CARE] }));
}
