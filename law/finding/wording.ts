import { formatDay, parseDay, civilDate, unreachable, type Locale } from '@urtuu/kernel';
import type { Arg } from './finding.ts';
import { MESSAGES } from '../messages/messages.ts';

export type { MessageKey } from '../messages/messages.ts';

/** The text of a key with its values written the way the language writes them; the key itself where none exists. */
export function wording(key: string, args: Readonly<Record<string, Arg>>, locale: Locale): string {
  const template = MESSAGES[locale][key];
  if (template === undefined) return key;
  return template.replaceAll(/\{(\w+)((?:\|[^|}]+)*)\}/g, (_placeholder, name: string, forms: string) => {
    const arg = args[name];
    if (arg === undefined) return '—';
    return forms !== '' && typeof arg === 'number'
      ? formOf(arg, forms.slice(1).split('|'), locale)
      : written(arg, locale);
  });
}

/** `{years|year|years}`: the form that a number asks for; singular first, in Russian then few and many. */
function formOf(count: number, forms: readonly string[], locale: Locale): string {
  const category = PLURALS[locale].select(count);
  const at = category === 'one' ? 0 : category === 'few' ? 1 : forms.length - 1;
  return forms[at] ?? '';
}

const PLURALS: Readonly<Record<Locale, Intl.PluralRules>> = {
  en: new Intl.PluralRules('en'),
  mn: new Intl.PluralRules('mn'),
  kk: new Intl.PluralRules('kk'),
  ru: new Intl.PluralRules('ru'),
  zh: new Intl.PluralRules('zh'),
};

/** All keys of a language; the tests compare them. */
export function messagesOf(locale: Locale): Readonly<Record<string, string>> {
  return MESSAGES[locale];
}

/** One value in words. */
export function written(arg: Arg, locale: Locale): string {
  if (typeof arg === 'string') return arg;
  if (typeof arg === 'number') return String(arg);
  if ('amount' in arg) return `${grouped(arg.amount, locale)}\u00a0${SYMBOLS[arg.currency] ?? arg.currency}`;
  if ('months' in arg) return duration(arg.months, locale);
  if ('age' in arg) return ageText(arg.age, locale);
  if ('decimal' in arg) return decimalText(arg.decimal, locale);
  if ('day' in arg) return dayText(arg.day, locale);
  if ('percent' in arg) return `${decimalText(arg.percent, locale)}${locale === 'ru' ? '\u00a0%' : '%'}`;
  if ('term' in arg) return wording(arg.term, {}, locale);
  return unreachable(arg);
}

const SYMBOLS: Readonly<Record<string, string>> = { KZT: '₸', MNT: '₮', CNY: '¥' };
const THOUSANDS: Readonly<Record<Locale, string>> = { en: ',', mn: ',', zh: ',', kk: '\u00a0', ru: '\u00a0' };
const COMMA_DECIMALS: readonly Locale[] = ['kk', 'ru'];

function grouped(amount: string, locale: Locale): string {
  const [whole = '', fraction] = amount.split('.');
  const groups = whole.replaceAll(/\B(?=(\d{3})+$)/g, THOUSANDS[locale]);
  return fraction === undefined
    ? groups
    : `${groups}${COMMA_DECIMALS.includes(locale) ? ',' : '.'}${fraction}`;
}

function decimalText(text: string, locale: Locale): string {
  return COMMA_DECIMALS.includes(locale) ? text.replace('.', ',') : text;
}

function duration(months: number, locale: Locale): string {
  if (Number.isNaN(months)) return '—';
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (years === 0) return wording('unit.months', { months: rest }, locale);
  if (rest === 0) return wording('unit.years', { years }, locale);
  return wording('unit.duration', { years, months: rest }, locale);
}

function ageText(months: number, locale: Locale): string {
  if (Number.isNaN(months)) return '—';
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const key = rest === 0 ? 'unit.age.years' : 'unit.age.duration';
  return wording(key, { years, months: rest }, locale);
}

/** Own date forms: browsers do not know Mongolian, and write Kazakh dates wrongly. */
function dayText(iso: string, locale: Locale): string {
  const parsed = parseDay(iso);
  if (!parsed.ok) return '—';
  const [year, month, day] = formatDay(parsed.value).split('-');
  switch (locale) {
    case 'en':
      return `${year}-${month}-${day}`;
    case 'mn':
      return `${year}.${month}.${day}`;
    case 'kk':
    case 'ru':
      return `${day}.${month}.${year}`;
    case 'zh': {
      const civil = civilDate(parsed.value);
      return `${civil.year}年${civil.month}月${civil.day}日`;
    }
    default:
      return unreachable(locale);
  }
}
