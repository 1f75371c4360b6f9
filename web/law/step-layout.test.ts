import { day } from '@urtuu/kernel';
import { parameterKeys, versionsOf, type ParameterVersion } from '@urtuu/law';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { layOutSteps } from './step-layout.ts';

const TODAY = day('2026-11-25');

function version(from: string, to: string | null, value: string | null, unit = 'percent'): ParameterVersion {
  return {
    key: 'xx.rate',
    value,
    unit,
    from,
    to,
    datePrecision: 'day',
    startStated: true,
    source: 'a law',
    status: 'confirmed',
  };
}

describe('the chart of a legal value', () => {
  const rising = [
    version('2020-01-01', '2022-01-01', '10'),
    version('2022-01-01', '2024-01-01', null),
    version('2024-01-01', null, '20'),
  ];

  test('draws each known value until the next version, and a gap where none is known', () => {
    const layout = layOutSteps(rising, 600, TODAY);
    assert.ok(layout);
    assert.deepEqual(
      layout.steps.map((step) => step.version.value),
      ['10', '20'],
    );
    const [gap] = layout.gaps;
    const [first, second] = layout.steps;
    assert.ok(gap && first && second);
    assert.ok(Math.abs(first.x + first.width - gap.x) < 0.001);
    assert.ok(Math.abs(gap.x + gap.width - second.x) < 0.001);
    assert.ok(second.y < first.y, 'more stands higher');
    assert.ok(second.x + second.width <= 600);
  });

  test('has zero on its scale', () => {
    const layout = layOutSteps([version('2020-01-01', null, '1000000')], 600, TODAY);
    assert.equal(layout?.values[0]?.value, 0);
  });

  test('is not drawn for days and for values that nobody knows', () => {
    assert.equal(layOutSteps([version('2020-01-01', null, '1998-01-01', 'day')], 600, TODAY), undefined);
    assert.equal(layOutSteps([version('2020-01-01', null, null)], 600, TODAY), undefined);
  });

  test('fits every parameter of the library on a narrow and on a wide screen', () => {
    for (const key of parameterKeys())
      for (const width of [280, 1100]) {
        const layout = layOutSteps(versionsOf(key), width, TODAY);
        if (layout === undefined) continue;
        for (const { x, width: wide } of [...layout.steps, ...layout.gaps])
          assert.ok(x >= layout.left - 0.001 && x + wide <= width, key);
        assert.ok(layout.years.length >= 1 && layout.years.length <= 25, key);
      }
  });
});
