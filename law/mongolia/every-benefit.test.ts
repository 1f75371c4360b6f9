import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, day, formatDay, LOCALES, yearOf } from '@urtuu/kernel';
import fc from 'fast-check';
import { assess } from '../assess.ts';
import type { Assessment, AssessOptions, BenefitCode } from '../assessment.ts';
import { explainMissing } from '../finding/explain.ts';
import { wording } from '../finding/wording.ts';
import type { Circumstances, InsuranceRecord, RecordPeriod } from '../record/insurance-record.ts';
import { SCHEMES } from '../record/codes.ts';
import { benefitsOf } from '../statutes.ts';
import { monthlyEarnings, period, person, record } from '../testing.ts';

const ON = '2025-06-15';

const somePeriod = fc.record({
  country: fc.constant('MN'),
  from: fc.integer({ min: 0, max: 17_000 }),
  length: fc.integer({ min: 1, max: 4_000 }),
  kind: fc.constantFrom('compulsory' as const, 'voluntary' as const),
  scheme: fc.constantFrom(SCHEMES.employment, SCHEMES.mnHerder, SCHEMES.mnUnderground, SCHEMES.mnHeavy),
});

const someCircumstances: fc.Arbitrary<Circumstances> = fc
  .record({
    cause: fc.constantFrom('dismissal' as const, 'resignation' as const),
    later: fc.integer({ min: -5, max: 40 }),
    loss: fc.nat(100),
    fatal: fc.boolean(),
    children: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ cause, later, loss, fatal, children }) => ({
    unemployment: {
      endedOn: '2025-05-31',
      cause,
      mainJob: true,
      registeredOn: formatDay(addDays(day('2025-05-31'), Math.max(0, later))),
    },
    injury: { on: '2024-02-02', kind: 'accident', lossOfCapacityPercent: loss, fatal, survivors: children },
    disability: { lossOfCapacityPercent: loss, from: '2024-02-02' },
    orphan: { since: '2020-01-01', childrenOfFamily: children },
    singleHead: fatal,
    guardianOf: [{ birthDate: '2015-01-01' }],
    maternity: { from: '2023-06-01' },
  }));

const someRecord: fc.Arbitrary<InsuranceRecord> = fc
  .record({
    born: fc.integer({ min: 1950, max: 2012 }),
    sex: fc.constantFrom('male' as const, 'female' as const),
    periods: fc.array(somePeriod, { maxLength: 8 }),
    circumstances: fc.option(someCircumstances, { nil: undefined }),
    wage: fc.integer({ min: 100_000, max: 9_000_000 }),
  })
  .map(({ born, sex, periods, circumstances, wage }) =>
    record({
      person: person({
        residence: 'MN',
        sex,
        birthDate: `${born}-03-10`,
        children: [{ birthDate: '2012-01-01' }],
      }),
      periods: periods.map(({ from, length, ...one }, i): RecordPeriod => {
        const first = addDays(day('1980-01-01'), from);
        return period({ ...one, id: `p${i}`, from: formatDay(first), to: formatDay(addDays(first, length)) });
      }),
      earnings: monthlyEarnings('MN', 2021, 53, String(wage)),
      ...(circumstances === undefined ? {} : { circumstances }),
    }),
  );

function options(benefit: BenefitCode): AssessOptions {
  return {
    law: 'mn',
    benefit,
    on: day(ON),
    explain: 'none',
    assume: { 'mn.ndc.divisor': '200', 'mn.ndc.interest': '3', 'mn.ndc.crediting': 'yearly' },
  };
}

/** What a person gets, without the trace of days. */
function result({ outcome, components, missing, total }: Assessment): unknown {
  return { outcome, components, missing, total };
}

describe('Every benefit of Mongolia', () => {
  const benefits = benefitsOf('mn');

  test('is listed', () => {
    assert.deepEqual(benefits, [
      'oldAge',
      'notional',
      'welfare',
      'unemployment',
      'employmentInjury',
      'maternity',
      'childMoney',
      'seniorGift',
    ]);
  });

  for (const benefit of benefits) {
    test(`${benefit} is the same with and without its explanation`, () => {
      fc.assert(
        fc.property(someRecord, (wire) => {
          const {
            findings,
            routes: _routes,
            record: _full,
            ...explained
          } = assess(wire, { ...options(benefit), explain: 'full' });
          const { record: _bare, ...plain } = assess(wire, options(benefit));
          assert.notEqual(findings, undefined);
          assert.deepEqual(explained, plain);
        }),
        { numRuns: 40 },
      );
    });

    test(`${benefit} depends neither on the order of periods nor on how they are cut`, () => {
      fc.assert(
        fc.property(someRecord, fc.nat(7), fc.nat(), (wire, which, at) => {
          const cut = wire.periods.flatMap((one, i) => (i === which ? halves(one, at) : [one])).toReversed();
          assert.deepEqual(
            result(assess({ ...wire, periods: cut }, options(benefit))),
            result(assess(wire, options(benefit))),
          );
        }),
        { numRuns: 60 },
      );
    });

    test(`${benefit} has words for its name, its components and whatever it misses`, () => {
      fc.assert(
        fc.property(someRecord, (wire) => {
          const { components, missing } = assess(wire, options(benefit));
          for (const locale of LOCALES) {
            for (const key of [
              `benefit.${benefit}`,
              ...components.map(({ component }) => `component.${component}`),
            ])
              assert.notEqual(wording(key, {}, locale), key);
            for (const one of missing) {
              assert.notEqual(explainMissing(one, locale), one.why);
              assert.doesNotMatch(explainMissing(one, locale), /parameter\.|why\./);
            }
          }
        }),
        { numRuns: 40 },
      );
    });
  }
});

/** One period as two that follow each other, if it has more than a day. */
function halves(one: RecordPeriod, at: number): RecordPeriod[] {
  const from = day(one.from);
  const to = day(one.to ?? ON);
  if (to <= from || yearOf(to) > 2990) return [one];
  const middle = addDays(from, at % (to - from));
  return [
    { ...one, to: formatDay(middle) },
    { ...one, id: `${one.id}-2`, from: formatDay(addDays(middle, 1)) },
  ];
}
