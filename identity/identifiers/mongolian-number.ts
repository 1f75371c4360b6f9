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
 * Registration number of Mongolia: two Cyrillic letters (place code), YYMMDD, sex (9th place, odd = male), check code
 * (10th; algorithm not published). Form confirmed by order A/555 of 2018 (legalinfo 15104). Births from 2000 carry
 * month + 20, older births do not; that rule and the sex digit are unconfirmed, so they only warn.
 * @param value as `normaliseRegister` writes it
 */
export function checkRegister(value: string, holder: IdentifierHolder): IdentifierCheck {
  if (!REGISTER.test(value)) {
    return faulty('identifier-format', 'a register number is two Cyrillic letters and eight digits');
  }
  const coded = Number(value.slice(4, 6));
  const from2000 = coded > 20;
  const year = (from2000 ? 2000 : 1900) + Number(value.slice(2, 4));
  const birthDate = isoDay(year, from2000 ? coded - 20 : coded, Number(value.slice(6, 8)));
  if (birthDate === undefined) return faulty('identifier-date', 'no such day in the calendar');
  const sex: Sex = Number(value.charAt(8)) % 2 === 1 ? 'male' : 'female';
  const warnings: IdentifierNote<IdentifierWarningCode>[] = holderWarnings(
    { birthDate, sex },
    holder,
    'id.mn.register.date',
  );
  return { faults: [], warnings, carries: { birthDate, sex } };
}

/** Civil identification number: only its form, twelve digits, is known. */
export function checkCivil(value: string): IdentifierCheck {
  if (!/^\d{12}$/.test(value)) return faulty('identifier-format', 'a civil number is twelve digits');
  return { faults: [], warnings: [], carries: {} };
}

/**
 * A constructed register number for tests and examples. Place letters and check code are free in the test range; the
 * letters must not start a text another person could own, so the default is the pair ТТ ("test").
 */
export function constructRegister(
  person: { birthDate: Day; sex: Sex },
  serial: number,
  place = 'ТТ',
): string {
  const { year, month, day } = civilDate(person.birthDate);
  if (year < 1900 || year > 2099) throw new RangeError('A register number knows births of 1900 to 2099');
  const sexDigit = ((serial * 2) % 10) + (person.sex === 'male' ? 1 : 0);
  const check = Math.floor(serial / 5) % 10;
  return `${place}${two(year % 100)}${two(year >= 2000 ? month + 20 : month)}${two(day)}${sexDigit}${check}`;
}

const REGISTER = /^[А-ЯӨҮЁ]{2}\d{8}$/;

function two(value: number): string {
  return String(value).padStart(2, '0');
}
