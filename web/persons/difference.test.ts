import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { differingParts } from './difference.ts';

const AGREEMENTS = ['same', 'sameAfterTransliteration', 'similar', 'different', 'missing'] as const;

/** The value found with what differs in square brackets. */
function marked(
  field: string,
  asked: string,
  found: string,
  agreement: (typeof AGREEMENTS)[number] = 'different',
) {
  return differingParts({ field, asked, found, agreement })
    .map(({ text, differs }) => (differs ? `[${text}]` : text))
    .join('');
}

describe('what differs is marked', () => {
  test('word by word in a name; the same word in another script is no difference', () => {
    assert.equal(marked('name', 'Мәулен Серік', 'Мауленийн Серик', 'similar'), '[Мауленийн] Серик');
    assert.equal(marked('name', 'Ахметов Нурлан', 'Akhmetov Bolat', 'similar'), 'Akhmetov [Bolat]');
    assert.equal(marked('name', 'Бат Дорж', 'Ахмет Нурлан'), '[Ахмет Нурлан]');
  });

  test('day, month and year apart in a date', () => {
    assert.equal(marked('birthDate', '1961-11-09', '1961-11-19'), '1961-11-[19]');
    assert.equal(marked('birthDate', '1961-11-09', '1962-01-09'), '[1962-01]-09');
    assert.equal(marked('birthDate', '', '1962-01-09'), '[1962-01-09]');
  });

  test('digit by digit in a number of the same length', () => {
    assert.equal(marked('identifier.kz.iin', '611109399031', '611119399031'), '6111[1]9399031');
    assert.equal(marked('identifier.mn.register', 'ТТ61110970', 'ТТ6111'), '[ТТ6111]');
  });

  test('nowhere where the rules find both the same, and of a missing value nothing is said', () => {
    assert.equal(marked('name', 'Нұрлан', 'Нурлан', 'sameAfterTransliteration'), 'Нурлан');
    assert.deepEqual(differingParts({ field: 'sex', asked: 'male', found: '', agreement: 'missing' }), []);
  });

  test('and the parts always give back the value', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 24 });
    const field = fc.constantFrom('name', 'birthDate', 'sex', 'identifier.kz.iin');
    fc.assert(
      fc.property(field, text, text, fc.constantFrom(...AGREEMENTS), (of, asked, found, agreement) => {
        const parts = differingParts({ field: of, asked, found, agreement });
        assert.equal(parts.map((part) => part.text).join(''), found);
        assert.ok(parts.every((part, i) => part.differs !== parts[i - 1]?.differs));
      }),
    );
  });
});
