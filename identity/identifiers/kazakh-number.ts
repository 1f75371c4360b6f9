import { civilDate, type Day } from '@urtuu/kernel';
import {
  faulty,
  holderWarnings,
  isoDay,
  type IdentifierCheck,
  type IdentifierHolder,
  type IdentifierNote,
  type IdentifierWarningCode,
  type Sex,
} from './identifier-check.ts';

/**
 * Individual identification number of Kazakhstan: 12 digits YYMMDD C NNNN K (act P030000565_). C is century and sex:
 * 1/2 = 1800s male/female, 3/4 = 1900s, 5/6 = 2000s. C = 0 is carried by some foreign registrations: accepted with a
 * warning, century and sex unknown. The check digit algorithm is not officially published, so a wrong one is a warning.
 */
export function checkIin(value: string, holder: IdentifierHolder): IdentifierCheck {
  if (!TWELVE_DIGITS.test(value)) return faulty('identifier-format', 'an IIN is twelve digits');
  if (BIN_TYPE.test(value.charAt(4))) {
    return faulty('identifier-bin', 'the fifth digit is that of a legal entity (BIN), not of a person');
  }
  const centurySex = Number(value.charAt(6));
  const month = Number(value.slice(2, 4));
  const day = Number(value.slice(4, 6));
  const warnings: IdentifierNote<IdentifierWarningCode>[] = [];
  let carries: IdentifierCheck['carries'] = {};

  if (centurySex === 0) {
    if (isoDay(2000, month, day) === undefined)
      return faulty('identifier-date', 'no such day in the calendar');
    warnings.push({
      code: 'identifier-century-unknown',
      detail: 'seventh digit 0: century and sex are not stated',
      flag: 'id.kz.iin',
    });
  } else if (centurySex <= 6) {
    const century = 1800 + 100 * Math.floor((centurySex - 1) / 2);
    const birthDate = isoDay(century + Number(value.slice(0, 2)), month, day);
    if (birthDate === undefined) return faulty('identifier-date', 'no such day in the calendar');
    carries = { birthDate, sex: centurySex % 2 === 1 ? 'male' : 'female' };
    warnings.push(...holderWarnings(carries, holder, 'id.kz.iin'));
  } else {
    return faulty('identifier-format', 'the seventh digit of an IIN is 0 to 6');
  }

  if (kazakhCheckDigit(value.slice(0, 11)) !== Number(value.charAt(11))) {
    warnings.push({
      code: 'identifier-check-digit',
      detail: 'the last digit does not agree with the first eleven',
      flag: 'id.kz.iin.check',
    });
  }
  return { faults: [], warnings, carries };
}

/** Business identification number: YYMM, type of entity 4, 5 or 6, further digits; same check digit as an IIN. */
export function checkBin(value: string): IdentifierCheck {
  if (!TWELVE_DIGITS.test(value)) return faulty('identifier-format', 'a BIN is twelve digits');
  if (!BIN_TYPE.test(value.charAt(4))) {
    return faulty('identifier-format', 'the fifth digit of a BIN is 4, 5 or 6');
  }
  const month = Number(value.slice(2, 4));
  if (month < 1 || month > 12) return faulty('identifier-date', 'the third and fourth digits are no month');
  const wrong = kazakhCheckDigit(value.slice(0, 11)) !== Number(value.charAt(11));
  return {
    faults: [],
    warnings: wrong
      ? [
          {
            code: 'identifier-check-digit',
            detail: 'the last digit does not agree with the first eleven',
            flag: 'id.kz.bin',
          },
        ]
      : [],
    carries: {},
  };
}

/**
 * Check digit of eleven digits: weights 1–11, modulo 11; if that is 10, weights 3–11, 1, 2; if again 10, the number is
 * not issued and there is no digit.
 */
export function kazakhCheckDigit(eleven: string): number | undefined {
  const digits = Array.from(eleven, Number);
  const first = weighted(digits, 0);
  if (first < 10) return first;
  const second = weighted(digits, 2);
  return second < 10 ? second : undefined;
}

/** Serials of the test range: examples, tests and synthetic people use only these. */
export const TEST_SERIALS = { first: 9900, last: 9999 } as const;

/**
 * A constructed IIN of the test range with a valid check digit. `serial` counts from 0 and is taken modulo the range;
 * a serial whose number would not be issued is skipped upwards.
 */
export function constructIin(person: { birthDate: Day; sex: Sex }, serial: number): string {
  const { year, month, day } = civilDate(person.birthDate);
  if (year < 1800 || year > 2099) throw new RangeError('An IIN knows births of 1800 to 2099');
  const centurySex = (Math.floor(year / 100) - 18) * 2 + (person.sex === 'male' ? 1 : 2);
  const head = `${two(year % 100)}${two(month)}${two(day)}${centurySex}`;
  const size = TEST_SERIALS.last - TEST_SERIALS.first + 1;
  for (let step = 0; step < size; step += 1) {
    const eleven = `${head}${TEST_SERIALS.first + ((serial + step) % size)}`;
    const check = kazakhCheckDigit(eleven);
    if (check !== undefined) return `${eleven}${check}`;
  }
  throw new RangeError('No IIN of the test range has a check digit for this birth date');
}

const TWELVE_DIGITS = /^\d{12}$/;
const BIN_TYPE = /^[456]$/;

function weighted(digits: readonly number[], shift: number): number {
  return digits.reduce((sum, digit, i) => sum + (((i + shift) % 11) + 1) * digit, 0) % 11;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
