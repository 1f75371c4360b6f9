import { civilDay } from '@urtuu/kernel';

/**
 * A birth date as far as a source knows it. Unknown parts are 0. One number, year × 512 + month × 32 + day, so that a
 * column of them is an array of integers; 0 is no date.
 */
export interface StatedDate {
  readonly year: number;
  /** 1–12, or 0 */
  readonly month: number;
  /** 1–31, or 0 */
  readonly day: number;
  readonly warnings: readonly DateWarning[];
}

export type DateWarning =
  | 'date-unreadable'
  | 'date-impossible'
  | 'date-incomplete'
  | 'date-lunar'
  | 'date-out-of-range';

/**
 * Reads `1961-04-12`, `12.04.1961`, `1961/4/12`, `19610412`, `1961年4月12日`, `1961-04`, `1961`. What is impossible is
 * no evidence: of 30 February the year and month remain, of month 13 the year. A date marked as lunar (农历, 阴历,
 * билгийн тоолол) keeps its year only, since its month and day are of another calendar.
 */
export function readDate(text: string): StatedDate {
  const clean = text
    .normalize('NFKC')
    .replaceAll(/\p{Cc}|\p{Cf}/gu, '')
    .trim();
  if (clean === '') return { ...NOTHING, warnings: [] };
  const parts = partsOf(clean);
  if (parts === undefined) return { ...NOTHING, warnings: ['date-unreadable'] };
  const { year, month, day } = parts;
  if (year < 1800 || year > 2999) {
    return { ...NOTHING, warnings: [year === 0 ? 'date-unreadable' : 'date-out-of-range'] };
  }
  if (LUNAR.test(clean)) return { year, month: 0, day: 0, warnings: ['date-lunar'] };
  if (month < 1 || month > 12) {
    return { year, month: 0, day: 0, warnings: [month === 0 ? 'date-incomplete' : 'date-impossible'] };
  }
  if (day === 0) return { year, month, day, warnings: ['date-incomplete'] };
  if (!civilDay({ year, month, day }).ok) return { year, month, day: 0, warnings: ['date-impossible'] };
  return { year, month, day, warnings: [] };
}

/** The date as the number columns hold. */
export function encodeDate({ year, month, day }: Pick<StatedDate, 'year' | 'month' | 'day'>): number {
  return year === 0 ? 0 : year * 512 + month * 32 + day;
}

export function decodeDate(code: number): Pick<StatedDate, 'year' | 'month' | 'day'> {
  return { year: code >> 9, month: (code >> 5) & 15, day: code & 31 };
}

const NOTHING = { year: 0, month: 0, day: 0 } as const;

const LUNAR = /农历|農曆|阴历|陰曆|билгийн|lunar/iu;

function partsOf(text: string): { year: number; month: number; day: number } | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null) return ordered(compact[1], compact[2], compact[3]);
  const numbers = text.match(/\d+/g) ?? [];
  const [a, b = '0', c = '0'] = numbers;
  if (a === undefined || numbers.length > 3) return undefined;
  if (a.length === 4) return ordered(a, b, c);
  if (c.length === 4) return ordered(c, b, a);
  return numbers.length === 2 && b.length === 4 ? ordered(b, a, '0') : undefined;
}

function ordered(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): { year: number; month: number; day: number } {
  return { year: Number(year), month: Number(month), day: Number(day) };
}
