import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addMonths, day, formatDay } from '@urtuu/kernel';
import fc from 'fast-check';
import type { RouteFacts } from '../route.ts';
import { awardOfChina, chineseWorker } from '../testing.ts';

type Group = 'men' | 'women55' | 'women50';

/** The statutory way of one person, as the award states it. */
function statutory(birthDate: string, group: Group, assume: Record<string, string> = {}): RouteFacts {
  const sex = group === 'men' ? 'male' : 'female';
  const baseAge = group === 'women50' ? 50 : 55;
  const worker = chineseWorker(
    '1990-01-01',
    '2024-12-31',
    { sex, birthDate, identifiers: [] },
    { circumstances: group === 'men' ? {} : { china: { baseAge } } },
  );
  const on = formatDay(addMonths(day(birthDate), 12 * 45));
  const { routes = [] } = awardOfChina(worker, on, { explain: 'full', assume });
  const route = routes.find((one) => one.route === 'cn.statutory');
  assert.ok(route);
  return route;
}

/** A birth date so many months after January 1963. */
function bornSoLong(months: number): string {
  return formatDay(addMonths(day('1963-01-15'), months));
}

describe('The gradual delay of the retirement age in China from 2025', () => {
  const table = [
    ['men', '1964-12-15', 720, '2024-12-15'],
    ['men', '1965-01-15', 721, '2025-02-15'],
    ['men', '1965-04-30', 721, '2025-05-30'],
    ['men', '1965-05-15', 722, '2025-07-15'],
    ['men', '1970-01-15', 736, '2031-05-15'],
    ['men', '1976-08-15', 755, '2039-07-15'],
    ['men', '1976-09-15', 756, '2039-09-15'],
    ['men', '1990-01-15', 756, '2053-01-15'],
    ['women55', '1969-12-15', 660, '2024-12-15'],
    ['women55', '1970-01-15', 661, '2025-02-15'],
    ['women55', '1981-09-15', 696, '2039-09-15'],
    ['women50', '1974-12-15', 600, '2024-12-15'],
    ['women50', '1975-01-15', 601, '2025-02-15'],
    ['women50', '1975-03-15', 602, '2025-05-15'],
    ['women50', '1984-11-15', 660, '2039-11-15'],
    ['women50', '1999-01-15', 660, '2054-01-15'],
  ] as const;
  for (const [group, born, months, on] of table) {
    test(`of ${group} born in ${born.slice(0, 7)} leads to ${months} months, on ${on}`, () => {
      const route = statutory(born, group);
      assert.equal(route.ageMonths, months);
      assert.equal(route.ageReachedOn, on);
    });
  }

  test('spares the first cohort where that is assumed', () => {
    assert.equal(statutory('1965-01-15', 'men', { 'cn.delayStart': 'zero' }).ageMonths, 720);
    assert.equal(statutory('1965-05-15', 'men', { 'cn.delayStart': 'zero' }).ageMonths, 721);
  });

  test('never falls for a later birth, and never exceeds its limit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Group>('men', 'women55', 'women50'),
        fc.integer({ min: 0, max: 12 * 30 }),
        fc.integer({ min: 1, max: 60 }),
        (group, after, later) => {
          const first = statutory(bornSoLong(after), group).ageMonths ?? 0;
          const second = statutory(bornSoLong(after + later), group).ageMonths ?? 0;
          const [base, most] = { men: [720, 36], women55: [660, 36], women50: [600, 60] }[group] ?? [0, 0];
          assert.ok(first <= second && first >= (base ?? 0) && second <= (base ?? 0) + (most ?? 0));
        },
      ),
    );
  });
});

describe('The least contribution period in China', () => {
  // The year in which a man of this birth reaches the statutory age decides.
  const table = [
    ['1966-03-10', '2026', 180],
    ['1968-06-10', '2029', 180],
    ['1969-01-10', '2030', 186],
    ['1970-01-10', '2031', 192],
    ['1976-09-10', '2039', 240],
    ['1990-01-10', '2053', 240],
  ] as const;
  for (const [born, year, months] of table) {
    test(`is ${months} months for who reaches the age in ${year}`, () => {
      const route = statutory(born, 'men');
      assert.equal(route.ageReachedOn?.slice(0, 4), year);
      assert.equal(route.monthsRequired, months);
    });
  }

  test('is that of the year of the award where that is assumed', () => {
    assert.equal(statutory('1990-01-10', 'men', { 'cn.minYearsKey': 'claimYear' }).monthsRequired, 216); // 2035: 15 + 6 × 0.5 years
  });
});
