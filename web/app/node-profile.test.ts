import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { profileOfJws } from './node-profile.ts';

const name = { en: 'Fund', mn: 'Сан', kk: 'Қор', ru: 'Фонд', zh: '基金' };

function jws(payload: unknown): string {
  return `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.c2ln`;
}

describe('the profile of the node', () => {
  test('names institution and state, in letters of every language', () => {
    const profile = { v: '1', institutionId: 'urn:urtuu:inst:kz:pensions', country: 'KZ', name };
    assert.deepEqual(profileOfJws(jws(profile)), {
      institutionId: 'urn:urtuu:inst:kz:pensions',
      country: 'KZ',
      name,
    });
  });

  for (const [what, text] of [
    ['a text without parts', 'nothing'],
    ['a payload that is no JSON', 'e30.####.c2ln'],
    [
      'a profile without a name in every language',
      jws({ institutionId: 'x', country: 'KZ', name: { en: 'Fund' } }),
    ],
  ] as const) {
    test(`${what} is no profile`, () => {
      assert.equal(profileOfJws(text), undefined);
    });
  }
});
