import type { Locale } from '@urtuu/kernel';
import cn from './cn/index.ts';
import coordination from './coordination/index.ts';
import frame from './frame/index.ts';
import kzMn from './kz-mn/index.ts';
import kz from './kz/index.ts';
import mn from './mn/index.ts';

/** Each country pack has a folder of its own; what they share is in `frame`. */
const TOPICS = [frame, coordination, kzMn, kz, mn, cn] as const;

type Keys<Topic> = Topic extends { readonly en: infer English } ? keyof English : never;

/** A text of the law room. */
export type MessageKey = Keys<(typeof TOPICS)[number]>;

/** All texts by language. */
export const MESSAGES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: together('en'),
  mn: together('mn'),
  kk: together('kk'),
  ru: together('ru'),
  zh: together('zh'),
};

function together(locale: Locale): Readonly<Record<string, string>> {
  return Object.assign({}, ...TOPICS.map((topic) => topic[locale]));
}
