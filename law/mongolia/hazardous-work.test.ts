import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Assessment, AssessOptions } from '../assessment.ts';
import { SCHEMES } from '../record/codes.ts';
import type { RecordPerson } from '../record/insurance-record.ts';
import { awardOfMongolia, mongolianWorker, period } from '../testing.ts';

/** Twenty years of insured work that end with 2023, the last of them in the conditions of a scheme. */
function afterWork(
  scheme: string,
  since: string,
  who: Partial<RecordPerson>,
  on = '2024-02-01',
  more: Partial<AssessOptions> = {},
): Assessment {
  const wire = mongolianWorker('2004-01-01', '2023-12-31', who, {
    periods: [
      period({
        id: 'before',
        country: 'MN',
        from: '2004-01-01',
        to: '2023-12-31',
        certainty: 'reconstructed',
      }),
      period({ id: 'hazard', country: 'MN', from: since, to: '2023-12-31', scheme }),
    ],
  });
  return awardOfMongolia(wire, on, more);
}

const man = (birthDate: string): Partial<RecordPerson> => ({ sex: 'male', birthDate });
const woman = (birthDate: string): Partial<RecordPerson> => ({ sex: 'female', birthDate });

describe('Hazardous work of Mongolia (table of 2018)', () => {
  const routes = [
    // scheme, who, first day of exactly the months asked, a month later, age on 2024-02-01
    [SCHEMES.mnUnderground, man('1974-02-01'), '2014-01-01', '2014-02-01', 'mn.full.underground'],
    [SCHEMES.mnToxicHot, man('1974-02-01'), '2014-01-01', '2014-02-01', 'mn.full.toxicHot'],
    [SCHEMES.mnToxicHot, woman('1979-02-01'), '2016-07-01', '2016-08-01', 'mn.full.toxicHot'],
    [SCHEMES.mnHeavy, man('1969-02-01'), '2011-07-01', '2011-08-01', 'mn.full.heavy'],
    [SCHEMES.mnHeavy, woman('1974-02-01'), '2014-01-01', '2014-02-01', 'mn.full.heavy'],
  ] as const;
  for (const [scheme, who, enough, short, route] of routes) {
    test(`opens ${route} for a ${who.sex} on the day of the age, with the years in those conditions`, () => {
      assert.equal(afterWork(scheme, enough, who).components[0]?.route, route);
      assert.equal(afterWork(scheme, short, who).outcome, 'notEligible');
      const dayBefore = afterWork(scheme, enough, who, '2024-01-31');
      assert.equal(dayBefore.outcome, 'notEligible');
      assert.ok(dayBefore.nextEligible?.some((next) => next.route === route && next.on === '2024-02-01'));
    });
  }

  test('is undetermined for women underground: the table has no values for them', () => {
    const found = afterWork(SCHEMES.mnUnderground, '2008-01-01', woman('1974-02-01'));
    assert.equal(found.outcome, 'undetermined');
    assert.deepEqual(
      found.missing.map(({ fact }) => fact),
      ['mn.hazard.underground.age.women', 'mn.hazard.underground.record.women'],
    );
  });

  test('needs twenty years in all', () => {
    const wire = mongolianWorker('2004-02-01', '2023-12-31', man('1974-02-01'), {
      periods: [period({ country: 'MN', from: '2004-02-01', to: '2023-12-31', scheme: SCHEMES.mnToxicHot })],
    });
    assert.equal(awardOfMongolia(wire, '2024-02-01').outcome, 'notEligible');
  });

  test('does not hold any more after 2024 if so assumed, and names the question if it does', () => {
    const assume = { 'mn.hazardTable': 'none' };
    const heavy = [SCHEMES.mnHeavy, '2009-01-01', man('1969-02-01')] as const;
    assert.equal(afterWork(...heavy, '2024-02-01', { assume }).outcome, 'notEligible');
    assert.ok(afterWork(...heavy).flags.some(({ flag }) => flag === 'mn.hazardTable'));
  });

  test('says what each way asks and what the person has', () => {
    const found = afterWork(SCHEMES.mnHeavy, '2011-08-01', man('1969-02-01'), '2024-02-01', {
      explain: 'full',
    });
    assert.deepEqual(
      found.routes?.find(({ route }) => route === 'mn.full.heavy'),
      {
        route: 'mn.full.heavy',
        open: 'no',
        ageMonths: 660,
        ageReachedOn: '2024-02-01',
        monthsRequired: 240,
        monthsHeld: 240,
        special: { conditions: 'heavy', monthsRequired: 150, monthsHeld: 149 },
      },
    );
  });
});
