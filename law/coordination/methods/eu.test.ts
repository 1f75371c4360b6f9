import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addMonths, day, decimal, formatDay, formatExact, add, ratio, addDays } from '@urtuu/kernel';
import fc from 'fast-check';
import type { RecordPeriod } from '../../record/insurance-record.ts';
import { period, record } from '../../testing.ts';
import { coordinate } from './coordinate.ts';
import type { CoordinatedState, MethodName } from './coordinated.ts';
import type { StatedScheme } from './stated-scheme.ts';

/** A state that pays so much for every month from fifteen years on. */
function stating(state: string, parts: Partial<StatedScheme> = {}): StatedScheme {
  return {
    state,
    currency: 'EUR',
    convention: 'full-months',
    qualifying: '180',
    pensionFrom: '2025-01-01',
    perUnit: '10',
    rounding: { mode: 'halfUp', unit: '0.01' },
    proRata: 'compared',
    source: 'constructed',
    ...parts,
  };
}

function shared(
  periods: RecordPeriod[],
  schemes: StatedScheme[],
  method: MethodName = 'eu',
  assume: Record<string, string> = {},
): CoordinatedState[] {
  const found = coordinate(
    { record: record({ periods }), schemes },
    { method, on: day('2026-01-01'), assume, explain: 'full' },
  );
  return [...found.states];
}

const years = (
  id: string,
  country: string,
  first: number,
  last: number,
  kind: RecordPeriod['kind'] = 'compulsory',
) => period({ id, country, from: `${first}-01-01`, to: `${last}-12-31`, kind });

const paid = (states: readonly CoordinatedState[]) =>
  states.map(({ state, amount, basis }) => [state, amount, basis]);

const half = (id: string, country: string, year: number) =>
  period({ id, country, from: `${year}-01-01`, to: `${year}-06-30` });

const lengths = (periods: RecordPeriod[], states: string[]) =>
  Object.fromEntries(
    shared(
      periods,
      states.map((state) => stating(state, { qualifying: '0' })),
    ).map(({ state, length }) => [state, length?.own]),
  );

describe('Regulation 883/2004', () => {
  test('Art 52(1)(b): ten years in each of two states open the right; each pays its half of the whole', () => {
    const found = shared(
      [years('a', 'DE', 1990, 1999), years('b', 'PL', 2000, 2009)],
      [stating('DE'), stating('PL')],
    );
    assert.deepEqual(paid(found), [
      ['DE', '1200', 'proRata'],
      ['PL', '1200', 'proRata'],
    ]);
    assert.equal(found[0]?.theoretical, '2400');
    assert.equal(found[0]?.ratio, '0.5');
  });

  test('Art 52(3): where own periods give a higher benefit, that is paid', () => {
    // 2,000 fixed + 10 a month: alone 2,000 + 2,400; in proportion (2,000 + 3,600) × 240 / 360
    const found = shared(
      [years('a', 'DE', 1980, 1999), years('b', 'PL', 2000, 2009)],
      [stating('DE', { fixed: '2000' }), stating('PL')],
    );
    assert.deepEqual(paid(found), [
      ['DE', '4400', 'independent'],
      ['PL', '1200', 'proRata'],
    ]);
    assert.equal(found[0]?.proRata, '3733.33');
  });

  test('Art 51: nothing is due where all periods together are too short', () => {
    const found = shared(
      [years('a', 'DE', 1990, 1994), years('b', 'PL', 2000, 2004)],
      [stating('DE'), stating('PL')],
    );
    assert.deepEqual(
      found.map(({ outcome }) => outcome),
      ['notEligible', 'notEligible'],
    );
  });

  test('Art 56(1)(a): the theoretical amount does not go above a full record, and the share is of that record', () => {
    const full = { full: '300' };
    const found = shared(
      [years('a', 'DE', 1980, 1999), years('b', 'PL', 2000, 2009)],
      [stating('DE', full), stating('PL', full)],
    );
    assert.deepEqual(
      found.map(({ theoretical, ratio, proRata }) => [theoretical, ratio, proRata]),
      [
        ['3000', '0.8', '2400'],
        ['3000', '0.4', '1200'],
      ],
    );
  });

  test('Art 52(4): a state whose own benefit is never lower computes no share', () => {
    const found = shared(
      [years('a', 'DK', 1980, 1999), years('b', 'PL', 2000, 2009)],
      [stating('DK', { proRata: 'waived' }), stating('PL')],
    );
    assert.deepEqual(paid(found)[0], ['DK', '2400', 'independent']);
    assert.equal(found[0]?.theoretical, undefined);
  });

  test('Art 52(5): a scheme in which periods do not matter pays what stands on the account, or nothing', () => {
    const never = stating('SE', { proRata: 'never', qualifying: '0' });
    const found = shared(
      [years('a', 'SE', 2000, 2009), years('b', 'PL', 1985, 1999)],
      [never, stating('PL')],
    );
    assert.deepEqual(paid(found)[0], ['SE', '1200', 'independent']);
  });

  describe('Art 57, periods under a year that give no right alone', () => {
    const short = period({ id: 's', country: 'LU', from: '2010-01-01', to: '2010-06-30' });
    const long = [years('a', 'DE', 1990, 1999), years('b', 'PL', 2000, 2009)];
    const three = [stating('DE'), stating('PL'), stating('LU')];

    test('are not paid for by their state, and taken over by the others', () => {
      const found = shared([...long, short], three);
      // theoretical 246 months × 10, shares of 240 months
      assert.deepEqual(paid(found), [
        ['DE', '1230', 'proRata'],
        ['PL', '1230', 'proRata'],
        ['LU', undefined, 'none'],
      ]);
    });

    test('stay in the whole and are paid by nobody where that is assumed', () => {
      const [german] = shared([...long, short], three, 'eu', { 'eu.art57_2': 'countedInTotal' });
      assert.equal(german?.amount, '1200');
    });

    test('are paid by the last state as if all were its own where every state would be released', () => {
      const found = shared(
        [half('a', 'DE', 2000), half('b', 'PL', 2002)],
        [stating('DE', { qualifying: '12' }), stating('PL', { qualifying: '12' })],
      );
      assert.deepEqual(paid(found), [
        ['DE', undefined, 'none'],
        ['PL', '120', 'theoretical'],
      ]);
    });
  });
});

describe('Regulation 987/2009 Art 12', () => {
  test('(3) compulsory insurance prevails over voluntary insurance elsewhere', () => {
    const found = lengths(
      [years('a', 'DE', 2000, 2004), years('v', 'PL', 2003, 2006, 'voluntary')],
      ['DE', 'PL'],
    );
    assert.deepEqual(found, { DE: '60', PL: '24' });
  });

  test('(4) a real period prevails over one that is only treated as such', () => {
    const found = lengths(
      [years('a', 'DE', 2000, 2004, 'voluntary'), years('e', 'PL', 2003, 2006, 'equivalent')],
      ['DE', 'PL'],
    );
    assert.deepEqual(found, { DE: '60', PL: '24' });
  });

  test('(5) of two periods treated as such counts that of the last compulsory insurance before', () => {
    const study = [years('d', 'DE', 2003, 2004, 'equivalent'), years('p', 'PL', 2003, 2004, 'equivalent')];
    assert.deepEqual(lengths([years('a', 'PL', 2000, 2002), ...study], ['DE', 'PL']), { DE: '0', PL: '60' });
    assert.deepEqual(lengths([...study, years('a', 'DE', 2006, 2006)], ['DE', 'PL']), { DE: '36', PL: '0' });
  });

  test('two compulsory periods of the same days both stand, and count once in the whole', () => {
    const found = shared(
      [years('a', 'DE', 1990, 1999), years('b', 'PL', 1995, 2004)],
      [stating('DE'), stating('PL')],
    );
    assert.deepEqual(
      found.map(({ length }) => length),
      [
        { own: '120', total: '180' },
        { own: '120', total: '180' },
      ],
    );
  });

  test('Art 43(1): they never touch the independent benefit', () => {
    const found = shared(
      [years('v', 'DE', 1985, 2004, 'voluntary'), years('b', 'PL', 1990, 2004)],
      [stating('DE'), stating('PL')],
    );
    assert.equal(found[0]?.independent, '2400');
    assert.equal(found[0]?.length?.own, '60');
  });
});

describe('A share of the whole', () => {
  /** A life of some jobs, one after the other, in three states. */
  const life = fc
    .array(fc.tuple(fc.constantFrom('DE', 'PL', 'AT'), fc.integer({ min: 12, max: 120 })), {
      minLength: 3,
      maxLength: 6,
    })
    .map((jobs) => {
      let from = day('1970-01-01');
      return jobs.map(([country, months], i) => {
        const to = addMonths(from, months);
        const job = period({ id: `j${i}`, country, from: formatDay(from), to: formatDay(addDays(to, -1)) });
        from = to;
        return job;
      });
    });
  const schemes = ['DE', 'PL', 'AT'].map((state) =>
    stating(state, { qualifying: '0', rounding: { mode: 'halfUp', unit: '0.0001' } }),
  );

  test('adds up to one over all states, and to what one state would pay for the whole life', () => {
    fc.assert(
      fc.property(life, (periods) => {
        const found = shared(periods, schemes).filter(({ ratio: share }) => share !== undefined);
        const sum = found.map(({ ratio: share }) => exact(share ?? '0')).reduce(add, ratio(0));
        assert.equal(formatExact(sum), '1');
      }),
    );
  });

  test('does not depend on the order of periods, nor on where one was cut in two', () => {
    fc.assert(
      fc.property(life, (periods) => {
        const [first, ...rest] = periods;
        assert.ok(first?.to);
        const middle = formatDay(addMonths(day(first.from), 6));
        const cut = [
          { ...first, to: formatDay(addDays(day(middle), -1)) },
          { ...first, id: 'cut', from: middle },
        ];
        assert.deepEqual(shared([...rest.toReversed(), ...cut], schemes), shared(periods, schemes));
      }),
    );
  });
});

function exact(text: string) {
  const [num, den] = text.split('/');
  return den === undefined ? decimal(text) : ratio(Number(num), Number(den));
}

describe('Method direct', () => {
  test('opens the right by all periods, and pays each state its own formula on its own periods', () => {
    const found = shared(
      [years('a', 'DE', 1990, 1999), years('b', 'PL', 2000, 2009)],
      [stating('DE', { fixed: '50' }), stating('PL')],
      'direct',
    );
    assert.deepEqual(paid(found), [
      ['DE', '1250', 'ownPeriods'],
      ['PL', '1200', 'ownPeriods'],
    ]);
  });

  test('pays nothing where the whole is too short, the age is not reached, or there are no own periods', () => {
    const short = shared([years('a', 'DE', 1990, 1994)], [stating('DE'), stating('PL')], 'direct');
    assert.deepEqual(paid(short), [
      ['DE', undefined, 'none'],
      ['PL', undefined, 'none'],
    ]);
    const young = shared(
      [years('a', 'DE', 1990, 2009)],
      [stating('DE', { pensionFrom: '2030-01-01' })],
      'direct',
    );
    assert.equal(young[0]?.outcome, 'notEligible');
  });
});
