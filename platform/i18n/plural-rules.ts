/** Plural categories by CLDR's rules for our five languages, computed here since browsers lack Mongolian. */
import type { Locale } from '@urtuu/kernel';

export type PluralCategory = 'one' | 'two' | 'few' | 'many' | 'other';

/** Categories a language distinguishes when counting; a message must have all of its language's. */
export const CARDINAL_CATEGORIES: Readonly<Record<Locale, readonly PluralCategory[]>> = {
  en: ['one', 'other'],
  mn: ['one', 'other'],
  kk: ['one', 'other'],
  ru: ['one', 'few', 'many', 'other'],
  zh: ['other'],
};

/** Categories a language distinguishes when ordering (1st, 2nd). */
export const ORDINAL_CATEGORIES: Readonly<Record<Locale, readonly PluralCategory[]>> = {
  en: ['one', 'two', 'few', 'other'],
  mn: ['other'],
  kk: ['many', 'other'],
  ru: ['other'],
  zh: ['other'],
};

/** The category of a number when counting things. */
export function cardinalCategory(locale: Locale, n: number): PluralCategory {
  const count = Math.abs(n);
  const whole = Number.isInteger(count);
  switch (locale) {
    case 'en':
    case 'mn':
    case 'kk':
      return count === 1 ? 'one' : 'other';
    case 'ru':
      return whole ? russian(count) : 'other';
    case 'zh':
      return 'other';
  }
}

/** The category of a place in an order. */
export function ordinalCategory(locale: Locale, n: number): PluralCategory {
  const place = Math.abs(n);
  if (locale === 'en') return english(place);
  if (locale === 'kk') {
    const last = place % 10;
    return last === 6 || last === 9 || (last === 0 && place !== 0) ? 'many' : 'other';
  }
  return 'other';
}

function russian(count: number): PluralCategory {
  const last = count % 10;
  const lastTwo = count % 100;
  if (last === 1 && lastTwo !== 11) return 'one';
  if (last >= 2 && last <= 4 && !(lastTwo >= 12 && lastTwo <= 14)) return 'few';
  return 'many';
}

function english(place: number): PluralCategory {
  const lastTwo = place % 100;
  if (lastTwo >= 11 && lastTwo <= 13) return 'other';
  const last = place % 10;
  if (last === 1) return 'one';
  if (last === 2) return 'two';
  return last === 3 ? 'few' : 'other';
}
