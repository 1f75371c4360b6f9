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
 * Resident identity number of China (GB 11643): 18 characters, of which 6 area, YYYYMMDD, 3 serial (odd = male) and a
 * check character by ISO 7064 MOD 11-2. The standard is published, so a wrong check character is a fault. Which areas
 * exist is a list of another standard (GB/T 2260) that changes, so an unknown province only warns. The older form of
 * 15 digits has no check character and no century; it is not read here.
 */
export function checkResidentId(value: string, holder: IdentifierHolder): IdentifierCheck {
  if (!RESIDENT_ID.test(value)) {
    return faulty(
      'identifier-format',
      /^\d{15}$/.test(value)
        ? 'fifteen digits is the older form, which states no century and is not read here; wanted 18 characters'
        : 'a resident number is 17 digits and a check character, a digit or X',
    );
  }
  const year = Number(value.slice(6, 10));
  const birthDate = isoDay(year, Number(value.slice(10, 12)), Number(value.slice(12, 14)));
  if (birthDate === undefined) return faulty('identifier-date', 'no such day in the calendar');
  if (residentCheck(value.slice(0, 17)) !== value.charAt(17)) {
    return faulty('identifier-check-digit', 'the last character does not agree with the first seventeen');
  }
  const sex: Sex = Number(value.charAt(16)) % 2 === 1 ? 'male' : 'female';
  const warnings: IdentifierNote<IdentifierWarningCode>[] = holderWarnings({ birthDate, sex }, holder);
  if (!PROVINCES.has(value.slice(0, 2))) {
    warnings.push({
      code: 'identifier-area-unknown',
      detail: 'the first two digits are no province known here',
    });
  }
  return { faults: [], warnings, carries: { birthDate, sex } };
}

/** Check character of 17 digits by weights: Σ wᵢ dᵢ mod 11, looked up in `10X98765432`. */
export function residentCheck(seventeen: string): string {
  const sum = Array.from(seventeen, Number).reduce((sum, digit, i) => sum + (WEIGHTS[i] ?? 0) * digit, 0);
  return '10X98765432'.charAt(sum % 11);
}

/** The same by the second form: (1 − 2 V) mod 11, where V reads the 17 digits in base 13 and ten is X. */
export function residentCheckByBase13(seventeen: string): string {
  const value = Array.from(seventeen, BigInt).reduce((value, digit) => value * 13n + digit, 0n);
  const rest = Number((((1n - 2n * value) % 11n) + 11n) % 11n);
  return rest === 10 ? 'X' : String(rest);
}

/**
 * A constructed number of the test range, with a valid check character. The area 15 99 00 is a known province without
 * such a district and the serial lies in 990–999, so the number can belong to nobody.
 */
export function constructResidentId(person: { birthDate: Day; sex: Sex }, serial: number): string {
  const { year, month, day } = civilDate(person.birthDate);
  const last = ((serial * 2) % 10) + (person.sex === 'male' ? 1 : 0);
  const seventeen = `${TEST_AREA}${year}${two(month)}${two(day)}99${last}`;
  return seventeen + residentCheck(seventeen);
}

const RESIDENT_ID = /^[1-9]\d{5}(?:18|19|20)\d{9}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const TEST_AREA = '159900';

/** Province level of GB/T 2260; 83 stands on residence permits of people from Taiwan. */
const PROVINCES: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

function two(value: number): string {
  return String(value).padStart(2, '0');
}
