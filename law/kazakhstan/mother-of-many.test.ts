import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { InsuranceRecord } from '../record/insurance-record.ts';
import { awardOfKazakhstan, kazakhWorker, person } from '../testing.ts';

/** A woman born on 1 February 1973 with children born in these years. */
function woman(years: readonly string[]): InsuranceRecord {
  return kazakhWorker('100000', {
    person: person({
      sex: 'female',
      birthDate: '1973-02-01',
      children: years.map((year) => ({ birthDate: `${year}-05-05` })),
    }),
  });
}

describe('A mother of five children raised to eight in Kazakhstan', () => {
  const five = woman(['2000', '2002', '2005', '2010', '2017']);

  test('reaches her pension age at 53', () => {
    assert.equal(awardOfKazakhstan(five, '2026-02-01').outcome, 'eligible');
    const before = awardOfKazakhstan(five, '2026-01-31');
    assert.equal(before.outcome, 'notEligible');
    assert.deepEqual(before.nextEligible?.[0], { route: 'kz.base', on: '2026-02-01' });
  });

  test('waits until the fifth child is eight', () => {
    const later = awardOfKazakhstan(woman(['2000', '2002', '2005', '2010', '2018']), '2026-05-04');
    assert.equal(later.outcome, 'notEligible');
    assert.deepEqual(later.nextEligible?.[0], { route: 'kz.base', on: '2026-05-05' });
  });

  test('has the general age with four', () => {
    const four = awardOfKazakhstan(woman(['2000', '2002', '2005', '2010']), '2026-02-01');
    assert.equal(four.outcome, 'notEligible');
    assert.equal(four.nextEligible?.[0]?.on, '2036-02-01');
  });
});
