import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Assessment } from '../assessment.ts';
import type { InsuranceRecord, RecordPeriod } from '../record/insurance-record.ts';
import { awardOfMongolia, mongolianWorker, monthlyEarnings, period } from '../testing.ts';

const HERDER: Partial<RecordPeriod> = { kind: 'voluntary', type: '22', scheme: 'mn.herder' };

/** On maternity leave from June 2023, insured until May. */
function onLeave(
  since: string,
  how: Partial<RecordPeriod> = {},
  more: Partial<InsuranceRecord> = {},
): InsuranceRecord {
  return mongolianWorker(
    since,
    '2023-05-31',
    { sex: 'female', birthDate: '1995-03-10' },
    {
      periods: [period({ country: 'MN', from: since, to: '2023-05-31', ...how })],
      earnings: monthlyEarnings('MN', 2021, 29, '1200000'),
      circumstances: { maternity: { from: '2023-06-01' } },
      ...more,
    },
  );
}

function benefit(wire: InsuranceRecord, on = '2023-06-01'): Assessment {
  return awardOfMongolia(wire, on, { benefit: 'maternity' });
}

describe('Maternity benefit of Mongolia by the rule before 2024', () => {
  test('is the average wage of twelve months, for the voluntarily insured 70 percent of it', () => {
    const [compulsory, voluntary] = [benefit(onLeave('2022-01-01')), benefit(onLeave('2022-01-01', HERDER))];
    assert.equal(compulsory.total?.amount, '1200000');
    assert.equal(voluntary.total?.amount, '840000');
    assert.equal(voluntary.components[0]?.until, '2023-09-30'); // four months
  });

  test('needs twelve paid months, six of them without a gap', () => {
    assert.equal(benefit(onLeave('2022-06-01')).outcome, 'eligible');
    assert.equal(benefit(onLeave('2022-06-02')).outcome, 'notEligible');
    const twoJobs = (backOn: string): InsuranceRecord =>
      onLeave(
        '2022-01-01',
        {},
        {
          periods: [
            period({ id: 'a', country: 'MN', from: '2021-01-01', to: '2022-10-31' }),
            period({ id: 'b', country: 'MN', from: backOn, to: '2023-05-31' }),
          ],
        },
      );
    assert.equal(benefit(twoJobs('2022-12-01')).outcome, 'eligible');
    assert.equal(benefit(twoJobs('2022-12-02')).outcome, 'notEligible');
  });

  test('is not known for leaves from 2024 on', () => {
    const later = onLeave('2022-01-01', {}, { circumstances: { maternity: { from: '2024-01-01' } } });
    const found = benefit(later, '2024-01-01');
    assert.equal(found.outcome, 'undetermined');
    assert.ok(found.missing.every(({ fact }) => fact.startsWith('mn.v.maternity.')));
  });

  test('names what the record does not say', () => {
    const { circumstances: _none, ...silent } = onLeave('2022-01-01');
    assert.deepEqual(
      benefit(silent).missing.map(({ fact }) => fact),
      ['circumstances.maternity'],
    );
    const unpaid = onLeave('2022-01-01', {}, { earnings: monthlyEarnings('MN', 2021, 28, '1200000') });
    assert.deepEqual(
      benefit(unpaid).missing.map(({ fact }) => fact),
      ['mn.maternity.wage'],
    );
  });
});
