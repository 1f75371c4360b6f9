import type { EvidenceView } from '@urtuu/persons/contract';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { layOutWaterfall } from './waterfall-layout.ts';

function evidence(...bits: readonly number[]): EvidenceView {
  return {
    bars: bits.map((each, i) => ({ name: `b${i}`, kind: i === 0 ? 'prior' : 'level', bits: each })),
    score: bits.reduce((sum, each) => sum + each, 0),
    probability: 0.5,
    settings: 'corridor/1',
    terms: 0,
    population: 1_000_000,
  };
}

describe('the waterfall of evidence', () => {
  test('starts each bar where the one before ended, and ends with the sum from nothing', () => {
    const { rows, zeroX } = layOutWaterfall(evidence(-20, 12, 13), 640);
    const [prior, first, second, sum] = rows;
    assert.ok(prior && first && second && sum);
    assert.equal(prior.x + prior.width, zeroX);
    assert.equal(first.x, prior.x);
    assert.equal(second.x, first.x + first.width);
    assert.equal(sum.bar, undefined);
    assert.equal(sum.endX, second.endX);
    assert.equal(sum.x, zeroX);
  });

  test('gives what is missing no bar', () => {
    const of = evidence(-20, 12);
    const bars = [...of.bars, { name: 'sex', kind: 'level' as const, level: 'missing', bits: 0 }];
    assert.equal(layOutWaterfall({ ...of, bars }, 640).rows.length, 3);
  });

  test('stands inside the drawing whatever the evidence and the width', () => {
    const bits = fc.array(fc.double({ min: -60, max: 60, noNaN: true }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(bits, fc.integer({ min: 240, max: 1200 }), (each, width) => {
        const { rows, height, barHeight } = layOutWaterfall(evidence(...each), width);
        for (const row of rows) {
          assert.ok(row.x >= 0 && row.x + row.width <= width + 0.001, JSON.stringify(row));
          assert.ok(row.labelY > 0 && row.y + barHeight <= height);
        }
      }),
    );
  });
});
