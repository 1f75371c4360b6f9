import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { layOutFan } from './fan-layout.ts';
import { layOutPyramid } from './pyramid-layout.ts';
import { csvOf } from './save-file.ts';

/** The numbers of a path, two by two where it is made of points. */
function numbersOf(path: string): number[] {
  return [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text));
}

function heightsOf(path: string | undefined): number[] {
  return numbersOf(path ?? '').filter((_, i) => i % 2 === 1);
}

/** Where the steps of a pyramid begin and end, from left to right. */
function placesOf(path: string): number[] {
  return [...path.matchAll(/[MH](-?[\d.]+)/g)].map(([, x]) => Number(x));
}

describe('an age pyramid', () => {
  const men = Array.from({ length: 101 }, (_, age) => 101 - age);
  const women = Array.from({ length: 101 }, () => 50);

  test('has men to the left and women to the right of the ages, the largest group at the edge', () => {
    const { men: left, women: right, middle, width } = layOutPyramid(men, women, 101, 320);
    assert.ok(placesOf(left).every((x) => x < middle));
    assert.ok(placesOf(right).every((x) => x > middle));
    assert.equal(Math.min(...placesOf(left)), 8);
    assert.ok(Math.max(...placesOf(right)) < width - 8);
  });

  test('goes up by age and stays inside its frame', () => {
    const { men: left, ages, height, bottom } = layOutPyramid(men, women, 101, 320);
    const ys = [...left.matchAll(/V(-?[\d.]+)/g)].map(([, y]) => Number(y));
    assert.equal(ys.length, 101);
    assert.deepEqual(
      ys,
      ys.toSorted((a, b) => b - a),
    );
    assert.ok(ys.every((y) => y >= 0 && y <= bottom) && bottom < height);
    assert.deepEqual(
      ages.map(({ age }) => age),
      [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100],
    );
  });

  test('keeps its scale when people become fewer', () => {
    const full = layOutPyramid(men, women, 200, 320);
    const half = layOutPyramid(
      men.map((n) => n / 2),
      women,
      200,
      320,
    );
    assert.deepEqual(full.persons, half.persons);
    assert.notEqual(full.men, half.men);
    assert.equal(full.women, half.women);
  });
});

describe('a chart over the years', () => {
  const values = [
    { year: 2000, value: 10 },
    { year: 2050, value: 30 },
    { year: 2100, value: 20 },
  ];
  const bands = [
    { year: 2050, quantiles: [20, 25, 30, 35, 40] },
    { year: 2100, quantiles: [5, 10, 20, 40, 60] },
  ];

  test('puts later years to the right and more above', () => {
    const { series, xOf, yOf } = layOutFan([{ key: 'total', values }], 600);
    const [x1, y1, x2, y2, x3, y3] = numbersOf(series[0]?.line ?? '');
    assert.ok(x1 !== undefined && x2 !== undefined && x3 !== undefined && x1 < x2 && x2 < x3);
    assert.ok(y1 !== undefined && y2 !== undefined && y3 !== undefined && y2 < y3 && y3 < y1);
    assert.ok(Math.abs(xOf(2050) - x2) < 0.1 && Math.abs(yOf(30) - y2) < 0.1);
  });

  test('has room for its bands, and the one of 95 % around the one of 80 %', () => {
    const { series, yOf, values: ticks } = layOutFan([{ key: 'total', values, bands }], 600);
    assert.ok(yOf(60) >= 0);
    assert.ok(ticks.some(({ value }) => value === 0));
    const [inner, outer] = [heightsOf(series[0]?.band80), heightsOf(series[0]?.band95)];
    assert.ok(Math.min(...outer) < Math.min(...inner) && Math.max(...outer) > Math.max(...inner));
  });

  test('writes fewer years where it is narrow', () => {
    const [narrow, wide] = [320, 900].map(
      (width) => layOutFan([{ key: 'total', values }], width).years.length,
    );
    assert.ok(narrow !== undefined && wide !== undefined && narrow >= 2 && narrow < wide);
  });
});

test('a saved table quotes what would break it', () => {
  assert.equal(
    csvOf([
      ['a', 'b'],
      [1, 'x, "y"'],
    ]),
    'a,b\r\n1,"x, ""y"""\r\n',
  );
});
