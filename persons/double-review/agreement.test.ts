import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { agreementOf, tableOf } from './agreement.ts';

const near = (found: number | null, wanted: number): void =>
  assert.ok(found !== null && Math.abs(found - wanted) < 1e-9, `${found} is not ${wanted}`);

describe('the agreement of two officers', () => {
  test('is counted as by hand: 20 and 15 of 50 pairs agree, 0.7 observed, 0.5 by chance, kappa 0.4', () => {
    const found = agreementOf({ bothSame: 20, firstAlone: 5, secondAlone: 10, bothNotSame: 15 });
    assert.equal(found.pairs, 50);
    near(found.observed, 0.7);
    near(found.byChance, 0.5);
    near(found.kappa, 0.4);
  });

  test('is not known without pairs, and kappa is not where both always say the same word', () => {
    const nothing = { bothSame: 0, firstAlone: 0, secondAlone: 0, bothNotSame: 0 };
    assert.deepEqual(agreementOf(nothing), { pairs: 0, observed: null, byChance: null, kappa: null });
    const always = agreementOf({ ...nothing, bothSame: 9 });
    assert.deepEqual([always.observed, always.kappa], [1, null]);
  });

  test('below chance is a negative kappa', () => {
    near(agreementOf({ bothSame: 0, firstAlone: 5, secondAlone: 5, bothNotSame: 0 }).kappa, -1);
  });

  const count = fc.nat({ max: 500 });
  const table = fc.record({ bothSame: count, firstAlone: count, secondAlone: count, bothNotSame: count });

  test('does not depend on who looked first, nor on which word is called “same”', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const { kappa } = agreementOf(counts);
        const others = [
          { ...counts, firstAlone: counts.secondAlone, secondAlone: counts.firstAlone },
          { ...counts, bothSame: counts.bothNotSame, bothNotSame: counts.bothSame },
        ];
        for (const other of others) {
          const found = agreementOf(other).kappa;
          assert.ok(kappa === null ? found === null : Math.abs((found ?? NaN) - kappa) < 1e-9);
        }
      }),
    );
  });

  test('kappa never exceeds what was observed, nor 1, and is 1 only without any disagreement', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const { observed, kappa } = agreementOf(counts);
        if (kappa === null || observed === null) return;
        assert.ok(kappa <= observed + 1e-9 && kappa >= -1 - 1e-9);
        if (counts.firstAlone + counts.secondAlone > 0) assert.ok(kappa < 1);
        else near(kappa, 1);
      }),
    );
  });
});

describe('choices of two officers as pairs', () => {
  test('each candidate is a pair: two who choose differently among three differ in two and agree in one', () => {
    const candidates = ['a', 'b', 'c'];
    assert.deepEqual(tableOf([{ candidates, first: 'a', second: 'b' }]), {
      bothSame: 0,
      firstAlone: 1,
      secondAlone: 1,
      bothNotSame: 1,
    });
    assert.deepEqual(tableOf([{ candidates, first: null, second: 'b' }]), {
      bothSame: 0,
      firstAlone: 0,
      secondAlone: 1,
      bothNotSame: 2,
    });
  });
});
