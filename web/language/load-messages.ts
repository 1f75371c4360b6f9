import type { Locale } from '@urtuu/kernel';
import { createMessages, type Messages } from '@urtuu/platform/i18n';

type MessageFile = Readonly<Record<string, string>>;

type Load = () => Promise<{ readonly default: MessageFile }>;

/** A language travels only when somebody reads it: the console's own texts, then those of the pensions room's codes. */
const FILES: Readonly<Record<Locale, readonly [own: Load, pensions: Load]>> = {
  en: [() => import('../messages/en.json'), () => import('@urtuu/pensions/messages/en.json')],
  mn: [() => import('../messages/mn.json'), () => import('@urtuu/pensions/messages/mn.json')],
  kk: [() => import('../messages/kk.json'), () => import('@urtuu/pensions/messages/kk.json')],
  ru: [() => import('../messages/ru.json'), () => import('@urtuu/pensions/messages/ru.json')],
  zh: [() => import('../messages/zh.json'), () => import('@urtuu/pensions/messages/zh.json')],
};

const loading = new Map<Locale, Promise<Messages>>();

/** The messages of one language, loaded once. The build has checked that no language misses a key. */
export function loadMessages(locale: Locale): Promise<Messages> {
  const known = loading.get(locale);
  if (known !== undefined) return known;
  const started = load(locale);
  loading.set(locale, started);
  // A language that did not arrive may be asked for again.
  started.catch(() => loading.delete(locale));
  return started;
}

async function load(locale: Locale): Promise<Messages> {
  const [own, pensions] = await Promise.all(FILES[locale].map((file) => file()));
  const texts = { ...pensions?.default, ...own?.default };
  return createMessages({ en: texts, mn: texts, kk: texts, ru: texts, zh: texts });
}
