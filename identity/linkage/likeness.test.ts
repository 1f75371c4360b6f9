import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jaroWinkler } from '../names/string-distance.ts';
import { jaroWinklerBytes, letterBits, mostLikeness } from './likeness.ts';
import { lettersOf } from './compiled-word.ts';

const words = fc.stringMatching(/^[a-e]{0,12}$/);

function likeness(a: string, b: string): number {
  const bytes = Uint8Array.from([...lettersOf(a), ...lettersOf(b)]);
  return jaroWinklerBytes(bytes, 0, a.length, a.length, a.length + b.length);
}

test('two runs of letters are as alike as the two texts', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const wanted = a === '' || b === '' ? 0 : jaroWinkler(a, b);
      assert.ok(Math.abs(likeness(a, b) - wanted) < 1e-12, `${likeness(a, b)} ${wanted}`);
    }),
  );
});

test('no pair is more alike than its lengths and letters allow', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [x, y] = [lettersOf(a), lettersOf(b)];
      const most = mostLikeness(x.length, y.length, letterBits(x), letterBits(y), x[0] === y[0]);
      assert.ok(likeness(a, b) <= most + 1e-12);
    }),
  );
});
