import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Assessment, AssessOptions } from '../../assessment.ts';
import { explainMissing } from '../../finding/explain.ts';
import type { Circumstances, InsuranceRecord, RecordPerson } from '../../record/insurance-record.ts';
import { awardOfMongolia, mongolianWorker, period } from '../../testing.ts';

type Injury = NonNullable<Circumstances['injury']>;

const ACCIDENT: Injury = { on: '2025-03-05', kind: 'accident' };

function injured(injury: Partial<Injury>, who: Partial<RecordPerson> = {}): InsuranceRecord {
  return mongolianWorker(
    '2015-01-01',
    '2025-12-31',
    { birthDate: '1985-03-10', ...who },
    { circumstances: { injury: { ...ACCIDENT, ...injury } } },
  );
}

function benefits(wire: InsuranceRecord, on = '2025-06-01', more: Partial<AssessOptions> = {}): Assessment {
  return awardOfMongolia(wire, on, { benefit: 'employmentInjury', ...more });
}

/** Outcome of each component, with what is missing. */
function said({ components }: Assessment): Record<string, string> {
  return Object.fromEntries(
    components.map(({ component, outcome, missing = [] }) => [
      component.replace('mn.injury.', ''),
      [outcome, ...missing.map(({ fact }) => fact)].join(' '),
    ]),
  );
}

describe('Employment-injury benefits of Mongolia', () => {
  test('are decided in their conditions, while the amounts are not known', () => {
    const table = [
      [49, 'notEligible'],
      [50, 'undetermined mn.ei.pension.partial'],
      [69, 'undetermined mn.ei.pension.partial'],
      [70, 'undetermined mn.ei.pension.full'],
      [100, 'undetermined mn.ei.pension.full'],
    ] as const;
    for (const [lossOfCapacityPercent, expected] of table)
      assert.equal(said(benefits(injured({ lossOfCapacityPercent })))['disability'], expected);
  });

  test('need the loss of capacity that the commission found', () => {
    const found = benefits(injured({}));
    assert.equal(said(found)['disability'], 'undetermined circumstances.injury.lossOfCapacityPercent');
    for (const one of found.missing) assert.notEqual(explainMissing(one, 'ru'), one.why);
  });

  test('for temporary incapacity last as long as it does', () => {
    const unable = { unableFrom: '2025-03-05', unableTo: '2025-06-01' };
    const amount = 'undetermined mn.ei.incapacity';
    const table = [
      [unable, '2025-06-01', amount],
      [unable, '2025-06-02', 'notEligible'],
      [{ unableFrom: '2025-03-05' }, '2025-06-02', amount],
      [{}, '2025-06-01', 'notEligible'],
    ] as const;
    for (const [more, on, expected] of table)
      assert.equal(
        said(benefits(injured({ ...more, lossOfCapacityPercent: 10 }), on))['incapacity'],
        expected,
      );
  });

  test('go to the survivors of who died, though that person is entitled to nothing any more', () => {
    const dead = { deathDate: '2025-03-05' };
    assert.deepEqual(said(benefits(injured({ fatal: true, survivors: 2 }, dead))), {
      disability: 'notEligible',
      incapacity: 'notEligible',
      survivors: 'undetermined mn.ei.survivors',
      family: 'undetermined mn.ei.familyBenefit',
    });
    assert.equal(said(benefits(injured({ fatal: true, survivors: 0 }, dead)))['survivors'], 'notEligible');
    assert.equal(
      said(benefits(injured({ fatal: true }, dead)))['survivors'],
      'undetermined circumstances.injury.survivors',
    );
  });

  test('need insurance on the day of the injury, voluntary insurance included', () => {
    const severe = { lossOfCapacityPercent: 80 };
    assert.equal(benefits(injured({ ...severe, on: '2014-12-31' })).outcome, 'notEligible');
    assert.equal(benefits(injured({ ...severe, on: '2015-01-01' })).outcome, 'undetermined');
    const voluntary = {
      ...injured(severe),
      periods: [
        period({ country: 'MN', from: '2025-01-01', to: '2025-12-31', kind: 'voluntary', type: '22' }),
      ],
    };
    assert.equal(benefits(voluntary).outcome, 'undetermined');
  });

  test('cover the way to work by the older law; whether still is an open question', () => {
    const commuting = injured({ kind: 'commuting', lossOfCapacityPercent: 80 });
    assert.equal(said(benefits(commuting))['disability'], 'undetermined mn.ei.pension.full');
    const assume = { 'mn.eiOldRules': 'none' };
    assert.deepEqual(
      benefits(commuting, '2025-06-01', { assume }).missing.map(({ fact }) => fact),
      ['mn.eiOldRules'],
    );
  });

  test('have no known bands if the older ones are held to have ended', () => {
    const assume = { 'mn.eiOldRules': 'none' };
    const found = benefits(injured({ lossOfCapacityPercent: 80 }), '2025-06-01', { assume });
    assert.equal(said(found)['disability'], 'undetermined mn.eiOldRules');
    const before = benefits(injured({ on: '2023-03-05', lossOfCapacityPercent: 80 }), '2023-06-01', {
      assume,
    });
    assert.equal(said(before)['disability'], 'undetermined mn.ei.pension.full');
  });

  test('are undetermined where no injury is recorded', () => {
    const found = benefits(mongolianWorker('2015-01-01', '2025-12-31'));
    assert.deepEqual(
      found.missing.map(({ fact }) => fact),
      ['circumstances.injury'],
    );
    assert.equal(found.components.length, 4);
  });

  test('are not applied under the agreement, which is not known to cover them', () => {
    const options = { treaty: 'kz-mn', assume: { 'kzmn.inForceFrom': '2024-01-01' } } as const;
    const found = benefits(injured({ lossOfCapacityPercent: 80 }), '2025-06-01', options);
    assert.equal(found.treaty.reason, 'benefitNotCovered');
    assert.ok(found.flags.some(({ flag }) => flag === 'kzmn.mnBenefits'));
  });
});
