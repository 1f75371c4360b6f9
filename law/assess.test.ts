import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, day, daysOf, formatDay, LOCALES, union, type Interval } from '@urtuu/kernel';
import fc from 'fast-check';
import { assess, assessCompiled } from './assess.ts';
import type { Assessment, AssessOptions } from './assessment.ts';
import { explain, explainMissing, explainRule } from './finding/explain.ts';
import { compileRecord } from './record/compile.ts';
import { parseInsuranceRecord } from './record/parse.ts';
import type { InsuranceRecord, RecordPeriod } from './record/insurance-record.ts';
import { monthlyEarnings, period, person, record } from './testing.ts';

const START = day('1970-01-01');
const ON = day('2026-02-01');
const SHAPES = [
  { type: '11', kind: 'compulsory' },
  { type: '43', kind: 'equivalent' },
  { type: '44', kind: 'equivalent' },
  { type: '45', kind: 'equivalent' },
  { type: '22', kind: 'voluntary' },
  { type: '77', kind: 'compulsory' },
] as const;
const EVIDENCE = [[{ kind: 'labourBook' }], [{ kind: 'register' }], []];

const somePeriod = fc.record({
  country: fc.constantFrom('KZ', 'MN', 'RU'),
  start: fc.nat(18_000),
  length: fc.nat(6_000),
  shape: fc.constantFrom(...SHAPES),
  evidence: fc.constantFrom(...EVIDENCE),
  certainty: fc.constantFrom('certified' as const, 'claimed' as const, 'reconstructed' as const),
});
const someRecord = fc
  .record({
    periods: fc.array(somePeriod, { maxLength: 12 }),
    sex: fc.constantFrom('male' as const, 'female' as const),
    residence: fc.constantFrom('KZ', 'MN'),
    kandas: fc.boolean(),
    amount: fc.integer({ min: 1_000, max: 3_000_000 }),
    months: fc.integer({ min: 0, max: 250 }),
  })
  .map(({ periods, sex, residence, kandas, amount, months }): InsuranceRecord => {
    const who = person({
      sex,
      residence,
      birthDate: '1955-06-15',
      children: [{ birthDate: '1980-02-29' }, { birthDate: '1984-07-31' }],
      ...(kandas ? { kandas: { since: '2000-01-01' } } : {}),
    });
    return record({
      person: who,
      periods: periods.map(({ country, start, length, shape, evidence, certainty }, i) =>
        period({
          id: `p${i}`,
          country,
          from: formatDay(addDays(START, start)),
          to: formatDay(addDays(START, start + length)),
          ...shape,
          evidence,
          certainty,
        }),
      ),
      earnings: [
        ...monthlyEarnings('KZ', 2003, months, String(amount)),
        ...monthlyEarnings('MN', 2003, months, `${amount}.5`),
      ],
    });
  });
const someOptions = fc
  .record({ law: fc.constantFrom('kz' as const, 'mn' as const), treaty: fc.boolean() })
  .map(({ law, treaty }): AssessOptions => ({
    law,
    on: ON,
    explain: 'none',
    ...(treaty ? { treaty: 'kz-mn', assume: { 'kzmn.inForceFrom': '2026-01-01' } } : {}),
  }));

describe('Every assessment', () => {
  test('is the same with and without its explanation, but for the explanation', () => {
    fc.assert(
      fc.property(someRecord, someOptions, (wire, options) => {
        const {
          findings,
          routes: _routes,
          record: full,
          ...explained
        } = assess(wire, { ...options, explain: 'full' });
        const { record: bare, ...plain } = assess(wire, options);
        assert.notEqual(findings, undefined);
        assert.deepEqual(explained, plain);
        assert.deepEqual(full.totals, bare.totals);
      }),
    );
  });

  test('does not depend on the order in which periods and income are written', () => {
    fc.assert(
      fc.property(someRecord, someOptions, fc.nat(), (wire, options, turn) => {
        const mixed = {
          ...wire,
          periods: rotated(wire.periods, turn),
          earnings: rotated(wire.earnings, turn),
        };
        const full = { ...options, explain: 'full' } as const;
        assert.deepEqual(assess(mixed, full), assess(wire, full));
      }),
    );
  });

  test('does not change when a period is written as two', () => {
    fc.assert(
      fc.property(someRecord, someOptions, fc.nat(11), fc.nat(), (wire, options, which, at) => {
        const split = wire.periods.flatMap((one, i) => (i === which ? halves(one, at) : [one]));
        assert.deepEqual(
          results(assess({ ...wire, periods: split }, options)),
          results(assess(wire, options)),
        );
      }),
    );
  });

  test('never gives less for more recognised days', () => {
    fc.assert(
      fc.property(someRecord, someOptions, fc.nat(18_000), fc.nat(4_000), (wire, options, start, length) => {
        const country = options.law === 'kz' ? 'KZ' : 'MN';
        const more = period({
          id: 'more',
          country,
          from: formatDay(addDays(START, start)),
          to: formatDay(addDays(START, start + length)),
        });
        const before = assess(wire, options);
        const after = assess({ ...wire, periods: [...wire.periods, more] }, options);
        for (const { component, amount } of before.components) {
          if (amount === undefined) continue;
          assert.ok(
            component === 'mn.proportional' || amountOf(after, component) >= Number(amount),
            component,
          );
        }
        if (before.outcome === 'eligible' && after.total !== undefined)
          assert.ok(Number(after.total.amount) >= Number(before.total?.amount));
      }),
    );
  });

  test('counts each calendar day at most once, and accounts for every day of every period', () => {
    fc.assert(
      fc.property(someRecord, someOptions, (wire, options) => {
        const { totals, timeline } = assess(wire, { ...options, explain: 'full' }).record;
        const counted = timeline.filter((run) => run.counted).map(spanOf);
        const calendar = union(wire.periods.map(spanOf)).reduce((sum, span) => sum + daysOf(span), 0);
        const days = counted.reduce((sum, span) => sum + daysOf(span), 0);
        assert.equal(
          days,
          union(counted).reduce((sum, span) => sum + daysOf(span), 0),
        );
        assert.equal(totals.counted.days, days);
        assert.ok(days <= calendar);
        for (const one of wire.periods) {
          const runs = timeline.filter(({ periodId }) => periodId === one.id).map(spanOf);
          assert.equal(
            runs.reduce((sum, span) => sum + daysOf(span), 0),
            daysOf(spanOf(one)),
            one.id,
          );
        }
      }),
    );
  });

  test('is the same from the file and from the compiled record, and survives as JSON', () => {
    fc.assert(
      fc.property(someRecord, someOptions, (wire, options) => {
        const parsed = parseInsuranceRecord(JSON.parse(JSON.stringify(wire)));
        assert.ok(parsed.ok);
        const direct = assess(parsed.value, options);
        assert.deepEqual(assessCompiled(compileRecord(wire), options), direct);
        assert.deepEqual(JSON.parse(JSON.stringify(direct)), direct);
      }),
    );
  });

  test('does not depend on who was assessed before, nor under which answers', () => {
    const answers = fc.constantFrom<Record<string, string>>(
      {},
      { 'kz.averageBreaks': 'leftOut' },
      { 'mn.averageDivisor': 'fixed60', 'mn.incrementRate': '1.75' },
      { 'mn.averageDivisor': 'fixed60' },
    );
    const asked = fc.tuple(someRecord, someOptions, answers).map(
      ([wire, options, assume]) =>
        () =>
          assess(wire, { ...options, assume: { ...options.assume, ...assume } }),
    );
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 6 }), (all) => {
        const forwards = all.map((one) => JSON.stringify(one()));
        const backwards = all.toReversed().map((one) => JSON.stringify(one()));
        assert.deepEqual(backwards.toReversed(), forwards);
      }),
      { numRuns: 60 },
    );
  });

  test('keeps its list of what it read, whatever is read later', () => {
    fc.assert(
      fc.property(someRecord, someRecord, someOptions, (first, second, options) => {
        const kept = assess(first, options);
        const text = JSON.stringify(kept);
        assess(second, options);
        assert.equal(JSON.stringify(kept), text);
        assert.ok(Object.isFrozen(kept.parameters) && Object.isFrozen(kept.flags));
      }),
      { numRuns: 40 },
    );
  });

  test('is explained in whole words of every language', () => {
    fc.assert(
      fc.property(someRecord, someOptions, (wire, options) => {
        const { findings, missing, record: settled } = assess(wire, { ...options, explain: 'full' });
        assert.ok(findings !== undefined);
        for (const locale of LOCALES) {
          const texts = [
            explain(findings, locale),
            ...missing.map((fact) => explainMissing(fact, locale)),
            ...settled.timeline.map(({ rule }) => explainRule(rule, locale)),
          ];
          for (const text of texts)
            assert.doesNotMatch(text, /[{}]|undefined|NaN|\b(rule|why|flag|option|parameter)\.\w/);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('refuses an assumption that is no option and a payment before the award', () => {
    const wire = record({});
    const options = { law: 'kz', on: ON, explain: 'none' } as const;
    assert.throws(() => assess(wire, { ...options, assume: { 'record.counting': 'by feel' } }), RangeError);
    assert.throws(() => assess(wire, { ...options, payOn: day('2026-01-31') }), RangeError);
  });
});

function results(assessment: Assessment): unknown {
  const { outcome, missing, components, total } = assessment;
  return { outcome, missing, components, total, counted: assessment.record.totals.counted };
}

function rotated<T>(list: readonly T[], turn: number): T[] {
  const at = list.length === 0 ? 0 : turn % list.length;
  return [...list.slice(at), ...list.slice(0, at)].reverse();
}

/** The same days as two periods that touch. */
function halves(one: RecordPeriod, at: number): RecordPeriod[] {
  const from = day(one.from);
  const to = day(one.to ?? one.from);
  if (to <= from) return [one];
  const middle = addDays(from, at % (to - from));
  return [
    { ...one, to: formatDay(middle) },
    { ...one, id: `${one.id}-2`, from: formatDay(addDays(middle, 1)) },
  ];
}

function spanOf(dated: { readonly from: string; readonly to: string | null }): Interval {
  return { from: day(dated.from), to: addDays(day(dated.to ?? dated.from), 1) };
}

function amountOf(assessment: Assessment, component: string): number {
  return Number(assessment.components.find((one) => one.component === component)?.amount ?? '-1');
}
