import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { at } from './columns.ts';
import { monotoneSpline } from './monotone-spline.ts';

const steps = fc.array(
  fc.tuple(fc.double({ min: 0.1, max: 9, noNaN: true }), fc.double({ min: 0, max: 9, noNaN: true })),
  {
    minLength: 2,
    maxLength: 20,
  },
);

describe('a monotone cubic', () => {
  test('goes through its points and rises where they rise', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const xs = [0];
        const ys = [0];
        for (const [width, rise] of given) {
          xs.push((xs.at(-1) ?? 0) + width);
          ys.push((ys.at(-1) ?? 0) + rise);
        }
        const curve = monotoneSpline(xs, ys);
        for (const [i, x] of xs.entries()) assert.ok(Math.abs(curve(x) - at(ys, i)) < 1e-9);
        let before = curve(0);
        for (let k = 1; k <= 400; k += 1) {
          const next = curve((k / 400) * (xs.at(-1) ?? 0));
          assert.ok(next >= before - 1e-9);
          before = next;
        }
      }),
    );
  });

  test('has the values of PCHIP as SciPy computes them', () => {
    // scipy.interpolate.PchipInterpolator([0, 1, 3, 4, 8], [0, 2, 3, 7, 7.5])([0.5, 2, 3.5, 6])
    const curve = monotoneSpline([0, 1, 3, 4, 8], [0, 2, 3, 7, 7.5]);
    const wanted = [1.2053571428571428, 2.471042471042471, 5.084308188785801, 7.399253731343284];
    for (const [i, x] of [0.5, 2, 3.5, 6].entries())
      assert.ok(Math.abs(curve(x) - at(wanted, i)) < 1e-9, `${x}`);
  });
});
