import { decodeDate } from './stated-date.ts';

/** How two birth dates agree, the strongest first; see `dateAgreement`. */
export const DATE_AGREEMENTS = [
  'equal',
  'oneDigit',
  'dayMonthSwapped',
  'sameYearMonth',
  'sameYearOneUnknown',
  'yearApart',
  'sameYear',
  'different',
] as const;
export type DateAgreement = (typeof DATE_AGREEMENTS)[number] | 'missing';

/**
 * Agreement of two encoded dates. `sameYearOneUnknown`: the year is the same and one side knows no more, or says
 * 1 January, as registers do for a year alone. `yearApart`: same day and month, years one apart, as with ages counted
 * from conception. `oneDigit`: one digit of the eight was mistyped, or two neighbours were exchanged.
 */
export function dateAgreement(a: number, b: number): DateAgreement {
  if (a === 0 || b === 0) return 'missing';
  const x = decodeDate(a);
  const y = decodeDate(b);
  if (a === b) return x.day === 0 ? (x.month === 0 ? 'sameYearOneUnknown' : 'sameYearMonth') : 'equal';
  const sameYear = x.year === y.year;
  if (x.month === 0 || y.month === 0) return sameYear ? 'sameYearOneUnknown' : 'different';
  if (x.day === 0 || y.day === 0) {
    if (!sameYear) return 'different';
    return x.month === y.month ? 'sameYearMonth' : 'sameYear';
  }
  if (sameYear && x.month === y.day && x.day === y.month) return 'dayMonthSwapped';
  if (sameYear && (isNewYear(x) || isNewYear(y))) return 'sameYearOneUnknown';
  if (x.month === y.month && x.day === y.day && Math.abs(x.year - y.year) === 1) return 'yearApart';
  if (isOneDigit(digitsOf(x), digitsOf(y))) return 'oneDigit';
  if (sameYear) return x.month === y.month ? 'sameYearMonth' : 'sameYear';
  return 'different';
}

type Parts = ReturnType<typeof decodeDate>;

function isNewYear({ month, day }: Parts): boolean {
  return month === 1 && day === 1;
}

function digitsOf({ year, month, day }: Parts): number {
  return year * 10_000 + month * 100 + day;
}

function isOneDigit(a: number, b: number): boolean {
  let first = -1;
  let firstPlace = 0;
  let differing = 0;
  let left = a;
  let right = b;
  let exchanged = false;
  for (let place = 0; place < 8; place += 1) {
    const p = left % 10;
    const q = right % 10;
    if (p !== q) {
      differing += 1;
      if (differing === 1) {
        first = p * 10 + q;
        firstPlace = place;
      } else exchanged = place === firstPlace + 1 && first === q * 10 + p;
      if (differing > 2) return false;
    }
    left = Math.floor(left / 10);
    right = Math.floor(right / 10);
  }
  return differing === 1 || exchanged;
}
