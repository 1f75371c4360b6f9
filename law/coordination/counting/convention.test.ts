import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { add, addDays, compare, day, firstOfYear, formatExact, ratio, type Interval } from '@urtuu/kernel';
import fc from 'fast-check';
import { convention, CONVENTIONS, inYears, wholeUnits, type ConventionName } from './convention.ts';

const start = day('1975-11-20');
const anySpan: fc.Arbitrary<Interval> = fc
  .tuple(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 1, max: 900 }))
  .map(([from, length]) => ({ from: addDays(start, from), to: addDays(start, from + length) }));
const anySpans = fc.array(anySpan, { maxLength: 8 });
const anyConvention = fc.constantFrom(...CONVENTIONS);
const measured = (name: ConventionName, spans: readonly Interval[]): string =>
  formatExact(convention(name).measure(spans));
const span = (from: string, last: string): Interval => ({ from: day(from), to: addDays(day(last), 1) });

describe('the length of a period, first and last day as written', () => {
  const table: readonly (readonly [string, string, Readonly<Record<ConventionName, string>>])[] = [
    [
      '2000-08-16',
      '2000-09-20',
      {
        calendar: '36',
        'calendar-exclusive': '36',
        '30-360': '35',
        'months-touched': '2',
        'full-months': '0',
        '5-day': '77/3',
        '6-day': '91/3',
        '7-day': '35',
      },
    ],
    [
      '1990-01-01',
      '1994-12-31',
      {
        calendar: '1826',
        'calendar-exclusive': '1826',
        '30-360': '1800',
        'months-touched': '60',
        'full-months': '60',
        '5-day': '1320',
        '6-day': '1560',
        '7-day': '1800',
      },
    ],
    [
      '2000-02-01',
      '2000-02-29',
      {
        calendar: '29',
        'calendar-exclusive': '29',
        '30-360': '30',
        'months-touched': '1',
        'full-months': '1',
        '5-day': '22',
        '6-day': '26',
        '7-day': '30',
      },
    ],
    [
      '1999-12-31',
      '2000-01-01',
      {
        calendar: '2',
        'calendar-exclusive': '2',
        '30-360': '2',
        'months-touched': '2',
        'full-months': '0',
        '5-day': '22/15',
        '6-day': '26/15',
        '7-day': '2',
      },
    ],
  ];
  for (const [from, last, expected] of table) {
    test(`${from} to ${last}`, () => {
      for (const name of CONVENTIONS) assert.equal(measured(name, [span(from, last)]), expected[name], name);
    });
  }

  test('in years, months and days of the convention, a fraction taken up', () => {
    const twelve = [span('1990-01-01', '2001-12-31'), span('2003-05-01', '2003-06-10')];
    const inWords = CONVENTIONS.map((name) => {
      const counting = convention(name);
      const found = inYears(counting, wholeUnits(counting.measure(twelve)));
      return found === undefined ? '–' : `${found.years} ${found.months} ${found.days}`;
    });
    assert.deepEqual(inWords, ['–', '–', '12 1 10', '12 2 0', '12 1 0', '12 1 8', '12 1 9', '12 1 10']);
  });
});

describe('under every convention', () => {
  test('the order of periods changes nothing', () => {
    fc.assert(
      fc.property(anyConvention, anySpans, (name, spans) => {
        assert.equal(measured(name, spans.toReversed()), measured(name, spans));
      }),
    );
  });

  test('a period that is stated twice, or as two that touch or overlap, counts once', () => {
    fc.assert(
      fc.property(
        anyConvention,
        anySpans,
        anySpan,
        fc.nat(899),
        fc.nat(40),
        (name, spans, whole, at, overlap) => {
          const cut = addDays(whole.from, at % (whole.to - whole.from));
          const parts = [
            { from: whole.from, to: addDays(cut, Math.min(overlap, whole.to - cut)) },
            { from: cut, to: whole.to },
          ].filter(({ from, to }) => from < to);
          assert.equal(measured(name, [...spans, ...parts]), measured(name, [...spans, whole]));
          assert.equal(measured(name, [...spans, whole, whole]), measured(name, [...spans, whole]));
        },
      ),
    );
  });

  test('more days never count less', () => {
    fc.assert(
      fc.property(anyConvention, anySpans, anySpan, (name, spans, more) => {
        const { measure } = convention(name);
        assert.ok(compare(measure(spans), measure([...spans, more])) <= 0);
      }),
    );
  });

  test('a calendar year holds at most the year of the convention, and a whole one holds it', () => {
    const year = { from: firstOfYear(1996), to: firstOfYear(1997) };
    const most: Readonly<Record<ConventionName, number>> = {
      calendar: 366,
      'calendar-exclusive': 366,
      '30-360': 360,
      'months-touched': 12,
      'full-months': 12,
      '5-day': 264,
      '6-day': 312,
      '7-day': 360,
    };
    for (const name of CONVENTIONS) assert.equal(measured(name, [year]), String(most[name]), name);
  });
});

describe('a period cut in two', () => {
  test('is as long as its parts together where the convention adds up', () => {
    const additive = CONVENTIONS.filter((name) => convention(name).additive);
    assert.deepEqual(additive, ['calendar', 'calendar-exclusive', '30-360', '5-day', '6-day', '7-day']);
    fc.assert(
      fc.property(fc.constantFrom(...additive), anySpan, fc.nat(899), (name, whole, at) => {
        const cut = addDays(whole.from, at % (whole.to - whole.from));
        fc.pre(cut > whole.from);
        const { measure } = convention(name);
        const parts = add(measure([{ from: whole.from, to: cut }]), measure([{ from: cut, to: whole.to }]));
        assert.equal(formatExact(parts), measured(name, [whole]));
      }),
    );
  });

  test('touches its month twice and fills it never', () => {
    const parts = [span('2000-03-01', '2000-03-14'), span('2000-03-15', '2000-03-31')];
    const lengths = (name: ConventionName) => parts.map((part) => measured(name, [part]));
    assert.deepEqual(lengths('months-touched'), ['1', '1']);
    assert.deepEqual(lengths('full-months'), ['0', '0']);
    assert.equal(measured('full-months', parts), '1');
  });

  test('has no more full months than months of 30 days, and no more of these than months touched', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const thirty = convention('30-360').measure(spans);
        const times30 = (name: ConventionName) => ratio(30n * convention(name).measure(spans).num);
        assert.ok(compare(times30('full-months'), thirty) <= 0);
        assert.ok(compare(thirty, times30('months-touched')) <= 0);
      }),
    );
  });
});
