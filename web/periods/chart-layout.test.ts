import { day } from '@urtuu/kernel';
import type { CasePeriod } from '@urtuu/pensions/contract';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { layOutChart, overlapsOf, spanOf, type ChartLayout, type PeriodBar } from './chart-layout.ts';

const TODAY = day('2026-06-30');

function period(parts: Partial<CasePeriod>): CasePeriod {
  return {
    periodId: 'p1',
    country: 'KZ',
    from: '1980-01-01',
    to: '1989-12-31',
    type: '11',
    certainty: 'certified',
    source: 'ownRegister',
    evidence: [],
    runs: [],
    ...parts,
  };
}

function layOut(periods: readonly CasePeriod[], width = 800): ChartLayout {
  return layOutChart(periods, { width, today: TODAY, compact: false });
}

function barsOf(layout: ChartLayout): PeriodBar[] {
  return layout.countries.flatMap(({ bars }) => bars);
}

function iso(value: number): string {
  return new Date(value * 86_400_000).toISOString().slice(0, 10);
}

describe('the period chart', () => {
  test('gives each state its own lanes, in a fixed order', () => {
    const layout = layOut([period({ country: 'MN' }), period({ country: 'KZ', periodId: 'p2' })]);
    assert.deepEqual(
      layout.countries.map(({ country }) => country),
      ['KZ', 'MN'],
    );
  });

  test('puts periods that follow each other into one lane and periods that overlap into two', () => {
    const after = layOut([period({}), period({ periodId: 'p2', from: '1990-01-01', to: '1991-12-31' })]);
    assert.equal(new Set(barsOf(after).map(({ y }) => y)).size, 1);
    const beside = layOut([period({}), period({ periodId: 'p2', from: '1989-12-31', to: '1991-12-31' })]);
    assert.equal(new Set(barsOf(beside).map(({ y }) => y)).size, 2);
  });

  test('a period that lasts ends today', () => {
    assert.equal(spanOf(period({ to: null }), TODAY)?.to, TODAY + 1);
  });

  test('a period whose dates cannot be drawn is left to the table', () => {
    assert.deepEqual(barsOf(layOut([period({ from: '1980' })])), []);
  });

  test('shows the cut of 1998 even where all periods lie elsewhere', () => {
    const { cutX, width } = layOut([period({ from: '2010-01-01', to: '2020-12-31' })]);
    assert.ok(cutX >= 0 && cutX <= width);
  });

  test('an empty record still has an axis', () => {
    const layout = layOut([]);
    assert.deepEqual(layout.countries, []);
    assert.ok(layout.years.length > 0);
  });

  test('two periods of one day share exactly that day', () => {
    const shared = overlapsOf([
      { from: day('1990-01-01'), to: day('1990-06-02') },
      { from: day('1990-06-01'), to: day('1991-01-01') },
    ]);
    assert.deepEqual(shared, [{ from: day('1990-06-01'), to: day('1990-06-02') }]);
  });

  test('a statement that a register confirms is no overlap; the days beyond it are', () => {
    const register = period({});
    const told = period({ periodId: 'c1', source: 'claimant' });
    assert.deepEqual(layOut([register, told]).overlaps.spans, []);
    const longer = period({ periodId: 'c2', source: 'claimant', to: '1995-12-31' });
    const other = period({ periodId: 'm1', country: 'MN', from: '1994-01-01', to: '1994-12-31' });
    assert.equal(layOut([register, longer, other]).overlaps.spans.length, 1);
  });

  test('counted days of two states are drawn once', () => {
    const runs = [{ from: '1980-01-01', to: '1989-12-31', counted: true, rule: 'kz.record' }];
    const { counted } = layOut([period({ runs }), period({ country: 'MN', periodId: 'p2', runs })]);
    assert.equal(counted.spans.length, 1);
  });

  test('everything stays inside the drawing, whatever the periods and the width', () => {
    const start = fc.integer({ min: day('1950-01-01'), max: day('2026-01-01') });
    const spans = fc.array(fc.tuple(start, fc.integer({ min: 0, max: 9_000 }), fc.constantFrom('KZ', 'MN')), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(spans, fc.integer({ min: 240, max: 1_400 }), (drawn, width) => {
        const periods = drawn.map(([from, length, country], i) => {
          return period({ periodId: `p${String(i)}`, country, from: iso(from), to: iso(from + length) });
        });
        const layout = layOut(periods, width);
        assert.equal(barsOf(layout).length, periods.length);
        for (const bar of barsOf(layout)) {
          assert.ok(bar.x >= 0 && bar.x + bar.width <= width + 1);
          assert.ok(bar.y + layout.barHeight <= layout.axisY);
        }
        for (const { x } of layout.years) assert.ok(x >= 0 && x <= width);
      }),
    );
  });
});
