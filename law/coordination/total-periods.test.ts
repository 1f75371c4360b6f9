import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, day, formatDay } from '@urtuu/kernel';
import fc from 'fast-check';
import { period, record } from '../testing.ts';
import type { RecordPeriod } from '../record/insurance-record.ts';
import { CONVENTIONS, convention, type ConventionName } from './counting/convention.ts';
import { totalPeriods } from './total-periods.ts';

const on = day('2020-01-01');
const totals = (periods: readonly RecordPeriod[], name: ConventionName = 'calendar') =>
  totalPeriods(record({ periods }), { convention: name, on });

const origin = day('1980-01-01');
const anyPeriods: fc.Arbitrary<RecordPeriod[]> = fc
  .array(
    fc.record({
      start: fc.nat(9_000),
      length: fc.nat(2_000),
      country: fc.constantFrom('KZ', 'MN', 'CN'),
      kind: fc.constantFrom('compulsory', 'voluntary', 'equivalent', 'boughtBack'),
      certainty: fc.constantFrom('certified', 'claimed', 'reconstructed'),
    }),
    { maxLength: 7 },
  )
  .map((drawn) =>
    drawn.map(({ start, length, ...rest }, i) =>
      period({
        ...rest,
        id: `p${i}`,
        from: formatDay(addDays(origin, start)),
        to: formatDay(addDays(origin, start + length)),
      }),
    ),
  );

describe('the total of the periods of a record', () => {
  const two = [
    period({ id: 'kz', country: 'KZ', from: '1990-01-01', to: '1991-12-31' }),
    period({ id: 'mn', country: 'MN', from: '1991-07-01', to: '1992-12-31', kind: 'voluntary' }),
  ];

  test('counts a day that two states hold once, with the period that goes first', () => {
    const found = totals(two);
    assert.deepEqual(found.total, { units: 1096 });
    assert.deepEqual(found.byCountry, [
      { country: 'KZ', units: 730 },
      { country: 'MN', units: 366 },
    ]);
    assert.deepEqual(found.byKind, [
      { kind: 'compulsory', units: 730 },
      { kind: 'voluntary', units: 366 },
    ]);
    assert.deepEqual(
      found.timeline.map(
        ({ periodId, from, to, rule, counted }) => `${periodId} ${from} ${to} ${rule} ${counted}`,
      ),
      [
        'kz 1990-01-01 1991-12-31 total.counted true',
        'mn 1991-07-01 1991-12-31 overlap.compulsoryFirst false',
        'mn 1992-01-01 1992-12-31 total.counted true',
      ],
    );
  });

  test('is given in years, months and days where the convention knows them', () => {
    assert.deepEqual(totals(two, '30-360').total, {
      units: 1080,
      duration: { years: 3, months: 0, days: 0 },
    });
    assert.deepEqual(totals(two, 'months-touched').total, {
      units: 36,
      duration: { years: 3, months: 0, days: 0 },
    });
  });

  test('takes a fraction of a unit up, shows the exact length, and names the open question', () => {
    const found = totals([period({ from: '2000-08-16', to: '2000-09-20' })], '5-day');
    assert.deepEqual(found.total, { units: 26, exact: '77/3', duration: { years: 0, months: 1, days: 4 } });
    assert.deepEqual(found.flags, [{ flag: 'eu.art13_1e', option: 'nextWholeUnit', needsCitation: true }]);
    assert.deepEqual(totals(two, '5-day').flags, []);
  });

  test('ends the day before the record closes, for a period that lasts too', () => {
    const lasting = period({ id: 'now', from: '2019-12-01', to: null });
    assert.equal(totals([lasting]).total.units, 31);
    const later = totals([period({ from: '2019-12-31', to: '2020-03-01' })]);
    assert.equal(later.total.units, 1);
    assert.equal(later.timeline[1]?.rule, 'total.afterClose');
  });

  test('shows a period of unknown type and does not count it', () => {
    const found = totals([period({ type: '77' })]);
    assert.equal(found.total.units, 0);
    assert.equal(found.timeline[0]?.rule, 'record.unknownType');
  });

  test('reads the last day as the first one outside under calendar-exclusive', () => {
    const written = [period({ from: '1990-01-01', to: '1990-01-31' })];
    assert.equal(totals(written, 'calendar').total.units, 31);
    assert.equal(totals(written, 'calendar-exclusive').total.units, 30);
    assert.equal(
      totals([period({ from: '1990-01-01', to: '1990-01-01' })], 'calendar-exclusive').total.units,
      0,
    );
  });

  test('is the same for the same days, written with the last day inside or outside', () => {
    fc.assert(
      fc.property(anyPeriods, (periods) => {
        const outside = periods.map((one) => ({
          ...one,
          to: formatDay(addDays(day(one.to ?? one.from), 1)),
        }));
        const inclusive = totals(periods, 'calendar');
        const exclusive = totals(outside, 'calendar-exclusive');
        assert.deepEqual(exclusive.total, inclusive.total);
        assert.deepEqual(exclusive.byCountry, inclusive.byCountry);
        assert.deepEqual(exclusive.timeline, inclusive.timeline);
      }),
    );
  });

  test('does not depend on the order of periods', () => {
    fc.assert(
      fc.property(anyPeriods, fc.constantFrom(...CONVENTIONS), (periods, name) => {
        assert.deepEqual(totals(periods.toReversed(), name), totals(periods, name));
      }),
    );
  });

  test('is the sum over countries and over kinds where the convention adds up', () => {
    const adding = CONVENTIONS.filter((name) => convention(name).additive && !name.endsWith('-day'));
    fc.assert(
      fc.property(anyPeriods, fc.constantFrom(...adding), (periods, name) => {
        const { total, byCountry, byKind } = totals(periods, name);
        for (const rows of [byCountry, byKind])
          assert.equal(
            rows.reduce((sum, { units }) => sum + units, 0),
            total.units,
          );
      }),
    );
  });

  test('counts no day twice', () => {
    fc.assert(
      fc.property(anyPeriods, (periods) => {
        const counted = totals(periods).timeline.filter((run) => run.counted);
        counted.forEach(({ from }, i) => {
          const before = counted[i - 1];
          if (before !== undefined) assert.ok(before.to < from);
        });
      }),
    );
  });
});
