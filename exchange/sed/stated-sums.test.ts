import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ratio, totalDays, union } from '@urtuu/kernel';
import { statedSums, type Counting } from './stated-sums.ts';

const calendar: Counting = {
  name: 'calendar',
  unit: 'day',
  bounds: 'inclusive',
  measure: (spans) => ratio(totalDays(union(spans))),
};
const exclusive: Counting = { ...calendar, name: 'calendar-exclusive', bounds: 'exclusive' };
/** Months of thirty days, by the days of the calendar: enough of a convention to show units and fractions. */
const thirty: Counting = { ...calendar, name: 'thirty', month: 30, year: 360 };
const months: Counting = {
  ...calendar,
  name: 'months',
  unit: 'month',
  measure: (spans) => ratio(totalDays(union(spans)), 31),
};

const period = (from: string, to: string | null, statedSum?: object, type = '11') => ({
  type: { system: 'urtuu:period-type', code: type },
  relevance: '100',
  calculation: '100',
  from,
  to,
  ...(statedSum === undefined ? {} : { statedSum }),
});

const sums = (content: object, ...countings: Counting[]) =>
  statedSums(JSON.parse(JSON.stringify(content)), countings);

describe('a stated sum', () => {
  test('agrees with the conventions that give it, and the difference to the others is told', () => {
    const stated = { days: 30 };
    const [claim] = sums({ periods: [period('1990-01-01', '1990-01-31', stated)] }, calendar, exclusive);
    assert.deepEqual(claim, {
      pointer: '/periods/0/statedSum',
      stated,
      periods: ['/periods/0'],
      recounts: [
        { convention: 'calendar', unit: 'day', stated: 30, recomputed: 31, difference: -1 },
        { convention: 'calendar-exclusive', unit: 'day', stated: 30, recomputed: 30, difference: 0 },
      ],
      agreesWith: ['calendar-exclusive'],
    });
  });

  test('in years and months is counted by the calendar from the first day of its period', () => {
    const [claim] = sums(
      { periods: [period('1996-01-01', '1997-12-31', { years: 2, months: 0, days: 0 })] },
      calendar,
      exclusive,
    );
    assert.deepEqual(claim?.agreesWith, ['calendar']);
    assert.equal(claim?.recounts[0]?.stated, 731);
  });

  test('counts weeks by the days it says they have', () => {
    const five = { weeks: 2, dayBasis: 5 };
    const [claim] = sums({ periods: [period('1990-01-01', '1990-01-10', five)] }, calendar);
    assert.deepEqual(claim?.agreesWith, ['calendar']);
  });

  test('with days cannot be expressed in months, and a fraction agrees with nothing', () => {
    const [withDays, whole] = sums(
      {
        periods: [
          period('1990-01-01', '1990-01-31', { months: 1, days: 1 }),
          period('1990-01-01', '1990-01-15', { months: 0 }),
        ],
      },
      months,
    );
    assert.deepEqual(withDays?.recounts[0], {
      convention: 'months',
      unit: 'month',
      stated: null,
      recomputed: 1,
      difference: null,
    });
    assert.deepEqual(whole?.recounts[0], {
      convention: 'months',
      unit: 'month',
      stated: 0,
      recomputed: 0,
      fraction: '15/31',
      difference: null,
    });
  });

  test('of a family of types is about all of them, each day once; what counts for nothing is left out', () => {
    const other = { ...period('1991-01-01', '1991-12-31', undefined, '12'), relevance: '000' };
    const content = {
      periods: [
        period('1990-01-01', '1990-01-20'),
        period('1990-01-11', '1990-01-30', undefined, '13'),
        period('1990-03-01', '1990-03-31', undefined, '43'),
        other,
      ],
      entitlementTotals: [{ type: { system: 'urtuu:period-type', code: '10' }, sum: { months: 1 } }],
      calculationTotals: [{ sum: { days: 426 } }],
    };
    const [entitlement, calculation] = sums(content, thirty);
    assert.deepEqual(entitlement?.periods, ['/periods/0', '/periods/1']);
    assert.deepEqual(entitlement?.agreesWith, ['thirty']);
    assert.equal(calculation?.periods.length, 4);
    assert.deepEqual(calculation?.agreesWith, ['thirty']);
  });

  test('of several periods in months has no length by the calendar', () => {
    const content = {
      periods: [period('1990-01-01', '1990-01-31'), period('1990-03-01', '1990-03-31')],
      entitlementTotals: [{ sum: { months: 2 } }],
    };
    assert.equal(sums(content, calendar)[0]?.recounts[0]?.stated, null);
  });

  for (const [what, content] of [
    ['open-period', { periods: [period('1990-01-01', null, { months: 1 })] }],
    ['no-dates', { periods: [period('1990-01-01', '1989-01-01', { months: 1 })] }],
    ['no-periods', { periods: [], entitlementTotals: [{ sum: { months: 1 } }] }],
  ] as const)
    test(`is left alone where there is nothing to count: ${what}`, () => {
      const [claim] = sums(content, calendar);
      assert.equal(claim?.unknown, what);
      assert.deepEqual(claim?.agreesWith, []);
    });
});
