import { isLocale, LOCALES, parseDay, type Locale } from '@urtuu/kernel';
import {
  formatDate,
  formatInstant,
  formatMoney,
  formatNumber,
  type DateStyle,
  type Messages,
} from '@urtuu/platform/i18n';
import {
  createContext,
  use,
  useContext,
  useEffect,
  useMemo,
  useState,
  useTransition,
  type ReactNode,
} from 'react';
import { offsetOf } from './civil-time.ts';
import { loadMessages } from './load-messages.ts';
import type { MessageKey, Values } from './message-key.ts';

export interface Language {
  readonly locale: Locale;
  readonly choose: (locale: Locale) => void;
  readonly t: (key: MessageKey, values?: Values) => string;
  /** The text of a contract's code; a code this console does not know is shown as it came. */
  readonly term: (family: string, code: string, values?: Values) => string;
  /** Whether this console has a text for a code. */
  readonly knows: (family: string, code: string) => boolean;
  /** An ISO day in words of the language; a text that is no day stays as it came. */
  readonly date: (iso: string, style?: DateStyle) => string;
  /** Date and time in the civil time of the node's state. */
  readonly instant: (iso: string) => string;
  readonly number: (value: number | string) => string;
  readonly money: (amount: string, currency: string) => string;
}

const Current = createContext<Language | undefined>(undefined);

export function useLanguage(): Language {
  const language = useContext(Current);
  if (language === undefined) throw new Error('useLanguage stands outside LanguageProvider');
  return language;
}

/** Names of the languages, each in itself. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  mn: 'Монгол',
  kk: 'Қазақша',
  ru: 'Русский',
  zh: '中文',
};

const MEMORY = 'urtuu.language';

/** The language chosen before, else the first of the browser's that we speak, else English. */
export function firstLocale(): Locale {
  const remembered = localStorage.getItem(MEMORY);
  if (isLocale(remembered)) return remembered;
  const wanted = navigator.languages.map((tag) => tag.split('-')[0]).find(isLocale);
  return wanted ?? 'en';
}

/** `country` is the state of this node, for the times of day; unknown before the session is read. */
export function LanguageProvider({
  country,
  children,
}: {
  readonly country: string | undefined;
  readonly children: ReactNode;
}) {
  const [locale, setLocale] = useState<Locale>(firstLocale);
  const [, startTransition] = useTransition();
  const messages = use(loadMessages(locale));

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  const language = useMemo(
    () =>
      languageOf(locale, messages, country, (next) => {
        localStorage.setItem(MEMORY, next);
        // The page in the old language stays until the new one has arrived.
        startTransition(() => setLocale(next));
      }),
    [locale, messages, country],
  );
  return <Current.Provider value={language}>{children}</Current.Provider>;
}

function languageOf(
  locale: Locale,
  messages: Messages,
  country: string | undefined,
  choose: (locale: Locale) => void,
): Language {
  return {
    locale,
    choose,
    t: (key, values) => messages.format(locale, key, values),
    term: (family, code, values) => {
      const key = `${family}.${code}`;
      return messages.has(key) ? messages.format(locale, key, values) : code;
    },
    knows: (family, code) => messages.has(`${family}.${code}`),
    date: (iso, style = 'short') => (parseDay(iso).ok ? formatDate(locale, iso, style) : iso),
    instant: (iso) =>
      Number.isNaN(new Date(iso).getTime()) ? iso : formatInstant(locale, iso, 'short', offsetOf(country)),
    number: (value) => (isDecimal(String(value)) ? formatNumber(locale, String(value)) : String(value)),
    money: (amount, currency) =>
      isDecimal(amount) ? formatMoney(locale, amount, currency) : `${amount} ${currency}`,
  };
}

/** An exact fraction such as `1000/3`, or what another node sent, is shown as it stands. */
function isDecimal(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

/** Chooses the language of the console; each is named in itself. */
export function LanguageChoice() {
  const { locale, choose, t } = useLanguage();
  return (
    <label className="row">
      <span>{t('app.language')}</span>
      <select
        value={locale}
        className="language-choice"
        onChange={(event) => {
          if (isLocale(event.target.value)) choose(event.target.value);
        }}
      >
        {LOCALES.map((each) => (
          <option key={each} value={each} lang={each}>
            {LANGUAGE_NAMES[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
