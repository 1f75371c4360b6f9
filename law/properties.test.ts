import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, day, formatDay, formatExact, ratio } from '@urtuu/kernel';
import fc from 'fast-check';
import type { Assessment } from './assessment.ts';
import { totalPeriods } from './coordination/total-periods.ts';
import { CONVENTIONS, convention } from './coordination/counting/convention.ts';
import type { InsuranceRecord, RecordPeriod } from './record/insurance-record.ts';
import { awardOfKazakhstan, awardOfMongolia, kazakhWorker, mongolianWorker, period } from './testing.ts';

const ON = '2026-06-01';
const TREATY = { treaty: 'kz-mn', assume: { 'kzmn.inForceFrom': '2026-01-01' } } as const;

/** Periods of a life from 1975 on in both states: they overlap, touch and leave gaps. */
const anyPeriods = fc
  .array(
    fc.record({
      country: fc.constantFrom('KZ', 'MN'),
      start: fc.integer({ min: 0, max: 15_000 }),
      length: fc.integer({ min: 2, max: 4_000 }),
      type: fc.constantFrom('11', '11', '43', '44', '45'),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((lives) =>
    lives.map(({ country, start, length, type }, i): RecordPeriod => {
      const from = addDays(day('1975-01-01'), start);
      return period({
        id: `p${i}`,
        country,
        from: formatDay(from),
        to: formatDay(addDays(from, length)),
        type,
        kind: type === '11' ? 'compulsory' : 'equivalent',
        evidence: [{ kind: 'labourBook' }],
      });
    }),
  );

/** A law asked about a life: for Kazakhstan with the agreement. */
interface AskedLaw {
  readonly name: string;
  readonly country: string;
  readonly person: (periods: RecordPeriod[]) => InsuranceRecord;
  readonly award: (wire: InsuranceRecord) => Assessment;
}

const LAWS: readonly AskedLaw[] = [
  {
    name: 'Kazakhstan',
    country: 'KZ',
    person: (periods) => kazakhWorker('100000', { periods }),
    award: (wire) => awardOfKazakhstan(wire, ON, TREATY),
  },
  {
    name: 'Mongolia',
    country: 'MN',
    person: (periods) => mongolianWorker('1990-01-01', '2000-01-01', {}, { periods }),
    award: (wire) => awardOfMongolia(wire, ON),
  },
];

function resultUnder({ award, person }: AskedLaw, periods: RecordPeriod[]): unknown {
  return resultOf(award(person(periods)));
}

function amountUnder({ award, person }: AskedLaw, periods: RecordPeriod[]): number {
  return Number(award(person(periods)).total?.amount ?? 0);
}

/** What is paid and counted, without the names of periods. */
function resultOf({ outcome, components, total, record }: Assessment): unknown {
  return { outcome, components, total, counted: record.totals };
}

function cutInTwo(periods: readonly RecordPeriod[], which: number, at: number): RecordPeriod[] {
  return periods.flatMap((one, i) => {
    if (i !== which % periods.length || one.to === null) return [one];
    const length = day(one.to) - day(one.from);
    const middle = addDays(day(one.from), 1 + (at % length));
    return [
      { ...one, to: formatDay(addDays(middle, -1)) },
      { ...one, id: `${one.id}b`, from: formatDay(middle) },
    ];
  });
}

for (const law of LAWS) {
  const { name, country, person, award } = law;
  describe(`Under the law of ${name}`, () => {
    test('a period cut in two changes nothing', () => {
      fc.assert(
        fc.property(anyPeriods, fc.nat(), fc.nat(), (periods, which, at) => {
          assert.deepEqual(resultUnder(law, cutInTwo(periods, which, at)), resultUnder(law, periods));
        }),
      );
    });

    test('the order of periods and of income changes nothing', () => {
      fc.assert(
        fc.property(anyPeriods, (periods) => {
          const wire: InsuranceRecord = person(periods);
          const turned = {
            ...wire,
            periods: wire.periods.toReversed(),
            earnings: wire.earnings.toReversed(),
          };
          assert.deepEqual(resultOf(award(turned)), resultOf(award(wire)));
        }),
      );
    });

    test('a period that is stated twice counts once', () => {
      fc.assert(
        fc.property(anyPeriods, (periods) => {
          const twice = [...periods, ...periods.map((one) => ({ ...one, id: `${one.id}x` }))];
          assert.deepEqual(resultUnder(law, twice), resultUnder(law, periods));
        }),
      );
    });

    test('no day counts twice, and every day has one fate', () => {
      fc.assert(
        fc.property(anyPeriods, (periods) => {
          const { timeline } = award(person(periods)).record;
          const counted = timeline
            .filter((run) => run.counted)
            .toSorted((a, b) => (a.from < b.from ? -1 : 1));
          counted.forEach((run, i) => {
            const next = counted[i + 1];
            assert.ok(next === undefined || run.to < next.from);
          });
          for (const { id, from, to } of periods) {
            const days = timeline
              .filter(({ periodId }) => periodId === id)
              .reduce((sum, run) => sum + (day(run.to) - day(run.from) + 1), 0);
            assert.equal(days, day(to ?? from) - day(from) + 1, id);
          }
        }),
      );
    });

    test('insured months before the award never lower it', () => {
      fc.assert(
        fc.property(anyPeriods, fc.integer({ min: 1, max: 20 }), (periods, years) => {
          const more = period({ id: 'more', country, from: '1976-01-01', to: `${1976 + years}-12-31` });
          assert.ok(amountUnder(law, [...periods, more]) >= amountUnder(law, periods));
        }),
      );
    });
  });
}

describe('The total of a record', () => {
  test('does not depend on how its dates are expressed', () => {
    fc.assert(
      fc.property(
        anyPeriods,
        fc.constantFrom(...CONVENTIONS),
        fc.nat(),
        fc.nat(),
        (periods, name, which, at) => {
          const { additive, bounds } = convention(name);
          if (!additive || bounds === 'exclusive') return;
          const total = (list: RecordPeriod[]) => {
            const { units, exact } = totalPeriods(kazakhWorker('1', { periods: list }), {
              convention: name,
              on: day(ON),
            }).total;
            return exact ?? formatExact(ratio(units));
          };
          assert.equal(total(cutInTwo(periods, which, at)), total(periods));
        },
      ),
    );
  });
});
