import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { keyedPseudonyms } from './pseudonym.ts';

describe('the name of a stranger in the access log', () => {
  const nameOf = keyedPseudonyms(Buffer.alloc(32, 1));

  test('is the same for each reading, another for another person or scheme', () => {
    assert.equal(nameOf('kz.iin', '1'), nameOf('kz.iin', '1'));
    assert.notEqual(nameOf('kz.iin', '1'), nameOf('kz.iin', '2'));
    assert.notEqual(nameOf('kz.iin', '1'), nameOf('mn.civil', '1'));
  });

  test('cannot be found by trying all identifiers without the key', () => {
    const tried = createHash('sha256').update('kz.iin:1').digest('base64url').slice(0, 32);
    assert.ok(!nameOf('kz.iin', '1').includes(tried));
    assert.notEqual(keyedPseudonyms(Buffer.alloc(32, 2))('kz.iin', '1'), nameOf('kz.iin', '1'));
  });

  test('is not made with a short key', () => {
    assert.throws(() => keyedPseudonyms(Buffer.alloc(16)), /32 bytes; found 16/);
  });
});
