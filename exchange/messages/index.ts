/** Texts of rules, reasons and causes, by key, in every language. */
import type { Locale } from '@urtuu/kernel';
import en from './en.json' with { type: 'json' };
import kk from './kk.json' with { type: 'json' };
import mn from './mn.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

export const exchangeMessages: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en,
  mn,
  kk,
  ru,
  zh,
};
