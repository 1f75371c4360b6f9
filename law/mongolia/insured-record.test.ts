import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AssessOptions } from '../assessment.ts';
import type { InsuranceRecord, RecordPeriod } from '../record/insurance-record.ts';
import { awardOfMongolia, mongolianWorker, period, person, record } from '../testing.ts';

describe('Insured record of Mongolia', () => {
  test('takes work before 1995 on a labour book, an archive certificate or bought back, not on a register entry', () => {
    assert.deepEqual(
      [
        early('labourBook'),
        early('archive'),
        early('register'),
        early('register', { kind: 'boughtBack' }),
      ].map((wire) => months(wire)),
      [72, 72, 12, 72],
    );
    const assume = { 'kzmn.pre1995Evidence': 'insuredOnly' };
    assert.equal(months(early('labourBook'), { assume }), 12);
  });

  test('leaves study and unpaid time out, unless assumed otherwise', () => {
    const study = record({
      person: person({ residence: 'MN', citizenships: ['MN'] }),
      periods: [
        period({ country: 'MN', type: '44', kind: 'equivalent', from: '1996-09-01', to: '2000-08-31' }),
      ],
    });
    assert.equal(months(study), 0);
    assert.equal(months(study, { assume: { 'mn.equivalentPeriods': 'count' } }), 48);
    const unpaid = mongolianWorker('2000-01-01', '2009-12-31');
    assert.equal(
      months({ ...unpaid, periods: unpaid.periods.map((one) => ({ ...one, insured: false })) }),
      0,
    );
  });

  test('does not count claims without any evidence', () => {
    const claimed = mongolianWorker('2000-01-01', '2009-12-31');
    const bare = claimed.periods.map((one) => ({ ...one, certainty: 'claimed' as const, evidence: [] }));
    assert.equal(months({ ...claimed, periods: bare }), 0);
  });
});

function months(wire: InsuranceRecord, more: Partial<AssessOptions> = {}): number {
  return awardOfMongolia(wire, '2024-02-01', more).record.totals.counted.months;
}

function early(kind: string, more: Partial<RecordPeriod> = {}): InsuranceRecord {
  const evidence = [{ kind }];
  return record({
    person: person({ residence: 'MN', citizenships: ['MN'] }),
    periods: [period({ country: 'MN', from: '1990-01-01', to: '1995-12-31', evidence, ...more })],
  });
}
