/**
 * How each language writes dates, numbers and money. Our own tables, because browsers have no Mongolian and a broken
 * Kazakh; they follow CLDR as Node's ICU has it, except where official letters of the country write otherwise.
 */
import type { Locale } from '@urtuu/kernel';

export interface LocaleTable {
  /** Names of months as they stand beside a day. */
  readonly months: readonly string[];
  /** Names of months on their own, as in a heading. */
  readonly monthsAlone: readonly string[];
  /** Thousands separator; a no-break space where the language has a space. */
  readonly group: string;
  readonly decimal: string;
  readonly longDate: (year: number, month: string, day: number) => string;
  readonly shortDate: (year: string, month: string, day: string) => string;
  readonly monthOfYear: (year: number, month: string) => string;
  /** Text between a date and a time of day. */
  readonly dateTime: string;
  readonly money: (number: string, symbol: string) => string;
  readonly percent: string;
}

const NBSP = '\u00a0';

const after = (number: string, symbol: string): string => `${number}${NBSP}${symbol}`;

export const LOCALE_TABLES: Readonly<Record<Locale, LocaleTable>> = {
  en: {
    months: words('January February March April May June July August September October November December'),
    monthsAlone: words(
      'January February March April May June July August September October November December',
    ),
    group: ',',
    decimal: '.',
    longDate: (year, month, day) => `${day} ${month} ${year}`,
    // Day first, as in both states; the ISO form leaves no doubt about it.
    shortDate: (year, month, day) => `${year}-${month}-${day}`,
    monthOfYear: (year, month) => `${month} ${year}`,
    dateTime: ', ',
    money: (number, symbol) => signed(number, (digits) => `${symbol}${digits}`),
    percent: '%',
  },
  mn: {
    months: mongolianMonths(),
    monthsAlone: mongolianMonths(),
    group: ',',
    decimal: '.',
    longDate: (year, month, day) => `${year} оны ${month}ын ${day}`,
    shortDate: (year, month, day) => `${year}.${month}.${day}`,
    monthOfYear: (year, month) => `${year} оны ${month}`,
    dateTime: ' ',
    money: (number, symbol) => signed(number, (digits) => `${symbol}${NBSP}${digits}`),
    percent: '%',
  },
  kk: {
    months: words('қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'),
    monthsAlone: words('қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'),
    group: NBSP,
    decimal: ',',
    longDate: (year, month, day) => `${year} жылғы ${day} ${month}`,
    shortDate: (year, month, day) => `${day}.${month}.${year}`,
    monthOfYear: (year, month) => `${year} жылғы ${month}`,
    dateTime: ', ',
    money: after,
    percent: '%',
  },
  ru: {
    months: words('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
    monthsAlone: words('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
    group: NBSP,
    decimal: ',',
    longDate: (year, month, day) => `${day} ${month} ${year}${NBSP}г.`,
    shortDate: (year, month, day) => `${day}.${month}.${year}`,
    monthOfYear: (year, month) => `${month} ${year}${NBSP}г.`,
    dateTime: ', ',
    money: after,
    percent: `${NBSP}%`,
  },
  zh: {
    months: words('1 2 3 4 5 6 7 8 9 10 11 12'),
    monthsAlone: words('1 2 3 4 5 6 7 8 9 10 11 12'),
    group: ',',
    decimal: '.',
    longDate: (year, month, day) => `${year}年${month}月${day}日`,
    shortDate: (year, month, day) => `${year}/${month}/${day}`,
    monthOfYear: (year, month) => `${year}年${month}月`,
    dateTime: ' ',
    money: (number, symbol) => signed(number, (digits) => `${symbol}${digits}`),
    percent: '%',
  },
};

/** Symbols that are not mistaken for each other in our corridor; other currencies show their code. */
export const CURRENCY_SYMBOLS: Readonly<Record<string, string>> = { KZT: '₸', MNT: '₮', CNY: '¥', RUB: '₽' };

function words(text: string): string[] {
  return text.split(' ');
}

function mongolianMonths(): string[] {
  const ordinals =
    'нэгдүгээр хоёрдугаар гуравдугаар дөрөвдүгээр тавдугаар зургаадугаар долоодугаар наймдугаар есдүгээр аравдугаар';
  const long = [...words(ordinals), 'арван нэгдүгээр', 'арван хоёрдугаар'];
  return long.map((ordinal) => `${ordinal} сар`);
}

function signed(number: string, write: (digits: string) => string): string {
  return number.startsWith('-') ? `-${write(number.slice(1))}` : write(number);
}
