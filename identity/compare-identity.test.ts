import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compareIdentity, type IdentityForm } from './compare-identity.ts';

const asked: IdentityForm = {
  identifiers: [
    { scheme: 'kz.iin', value: '610412399001' },
    { scheme: 'mn.register', value: 'ТТ61041211' },
  ],
  names: [
    { script: 'kk-Cyrl', given: 'Нұрлан', patronymic: 'Ахметұлы' },
    { script: 'mn-Cyrl', given: 'Нурлан', patronymic: 'Ахмет' },
  ],
  birthDate: '1961-04-12',
  sex: 'male',
};
const found: IdentityForm = {
  identifiers: [{ scheme: 'mn.register', value: 'тт61041211' }],
  names: [{ script: 'mn-Cyrl', given: 'Нурлан', patronymic: 'Ахмет' }],
  birthDate: '1961-04-12',
  sex: 'male',
};

describe('the person asked for and the person found', () => {
  const cases: readonly (readonly [string, Partial<IdentityForm>, 'same' | 'doubtful' | 'different'])[] = [
    ['are one when number, name, birth date and sex agree', {}, 'same'],
    [
      'are one when the name differs by its script only',
      { names: [{ script: 'Latn', family: 'Akhmet', given: 'Nurlan' }] },
      'same',
    ],
    [
      'are doubtful when grammar differs too',
      { names: [{ script: 'mn-Cyrl', given: 'Нурлан', patronymic: 'Ахметийн' }] },
      'doubtful',
    ],
    ['are doubtful when the sex is unknown', { sex: 'unknown' }, 'doubtful'],
    ['are doubtful when the birth date differs', { birthDate: '1961-12-04' }, 'doubtful'],
    [
      'are doubtful when only the number agrees',
      { names: [{ script: 'mn-Cyrl', given: 'Болд', patronymic: 'Дорж' }], birthDate: '1970-01-01' },
      'doubtful',
    ],
    ['are doubtful without a common number', { identifiers: [] }, 'doubtful'],
    [
      'are two when no number and no name agree',
      { identifiers: [], names: [{ script: 'mn-Cyrl', given: 'Болд', patronymic: 'Дорж' }] },
      'different',
    ],
    [
      'are two when the numbers and the birth dates differ',
      { identifiers: [{ scheme: 'mn.register', value: 'ТТ61041331' }], birthDate: '1961-04-13' },
      'different',
    ],
  ];
  for (const [how, parts, verdict] of cases) {
    test(how, () => assert.equal(compareIdentity(asked, { ...found, ...parts }).verdict, verdict));
  }

  test('are set side by side, field by field', () => {
    assert.deepEqual(compareIdentity(asked, found).fields, [
      { field: 'identifier.kz.iin', asked: '610412399001', found: '', agreement: 'missing' },
      { field: 'identifier.mn.register', asked: 'ТТ61041211', found: 'ТТ61041211', agreement: 'same' },
      { field: 'name', agreement: 'same', asked: 'Нурлан Ахмет', found: 'Нурлан Ахмет' },
      { field: 'birthDate', asked: '1961-04-12', found: '1961-04-12', agreement: 'same' },
      { field: 'sex', asked: 'male', found: 'male', agreement: 'same' },
    ]);
  });

  test('are judged alike whichever side asks', () => {
    for (const [, parts] of cases) {
      const other = { ...found, ...parts };
      assert.equal(compareIdentity(asked, other).verdict, compareIdentity(other, asked).verdict);
    }
  });
});
