/** Texts by key, in ICU message syntax: `{count, plural, one {# day} other {# days}}`. */
import type { Locale } from '@urtuu/kernel';
import { IntlMessageFormat, type Formatters, type Formats } from 'intl-messageformat';
import { formatDate, formatNumber } from './format.ts';
import { cardinalCategory, ordinalCategory } from './plural-rules.ts';

export type MessageFiles = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** What a message may be given. Days come as `YYYY-MM-DD`, exact numbers as decimal text. */
export type MessageValues = Readonly<Record<string, string | number>>;

export interface Messages {
  /** The text of a key. A key that no file has is shown as it is; `checkMessages` keeps that from shipping. */
  format(locale: Locale, key: string, values?: MessageValues): string;
  has(key: string): boolean;
  /** The same files with more; a key of the later ones wins. */
  with(more: MessageFiles): Messages;
}

/**
 * Messages from one flat file per language. `{n, number}` and `{d, date}`, `{d, date, long}` are written by our own
 * tables; other formats and skeletons are refused by `checkMessages`.
 */
export function createMessages(files: MessageFiles): Messages {
  const compiled = new Map<string, IntlMessageFormat>();
  return {
    format(locale, key, values) {
      const text = files[locale][key];
      if (text === undefined) return key;
      const id = `${locale} ${key}`;
      let message = compiled.get(id);
      if (message === undefined) {
        message = compileMessage(locale, text);
        compiled.set(id, message);
      }
      return String(message.format(values));
    },
    has: (key) => files.en[key] !== undefined,
    with: (more) => createMessages(mergeFiles(files, more)),
  };
}

/** Throws a SyntaxError where the text is not an ICU message. */
export function compileMessage(locale: Locale, text: string): IntlMessageFormat {
  return new IntlMessageFormat(text, locale, FORMATS, { formatters: FORMATTERS[locale], ignoreTag: true });
}

export function mergeFiles(...files: readonly MessageFiles[]): MessageFiles {
  const merge = (locale: Locale): Record<string, string> =>
    Object.assign({}, ...files.map((file) => file[locale]));
  return { en: merge('en'), mn: merge('mn'), kk: merge('kk'), ru: merge('ru'), zh: merge('zh') };
}

const FORMATS: Partial<Formats> = { date: { long: { dateStyle: 'long' }, short: { dateStyle: 'short' } } };

const FORMATTERS: Readonly<Record<Locale, Formatters>> = {
  en: formattersOf('en'),
  mn: formattersOf('mn'),
  kk: formattersOf('kk'),
  ru: formattersOf('ru'),
  zh: formattersOf('zh'),
};

/** The library asks for objects of `Intl`; it calls nothing of them but `format` and `select`. */
function formattersOf(locale: Locale): Formatters {
  const number = { format: (value: number | string) => formatNumber(locale, String(value)) };
  const date = (style: 'long' | 'short'): object => ({
    format: (value: string) => formatDate(locale, value, style),
  });
  const cardinal = { select: (value: number) => cardinalCategory(locale, value) };
  const ordinal = { select: (value: number) => ordinalCategory(locale, value) };
  return {
    getNumberFormat: () => number as Intl.NumberFormat,
    getDateTimeFormat: (_locales, options) =>
      date(options?.dateStyle === 'short' ? 'short' : 'long') as Intl.DateTimeFormat,
    getPluralRules: (_locales, options) =>
      (options?.type === 'ordinal' ? ordinal : cardinal) as Intl.PluralRules,
  };
}
