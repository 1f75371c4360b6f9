/** The five languages of the product, in the order in which menus show them. */
export const LOCALES = ['en', 'mn', 'kk', 'ru', 'zh'] as const;

export type Locale = (typeof LOCALES)[number];

/** A text that exists in every language; a missing one does not compile. */
export type Localized = Readonly<Record<Locale, string>>;

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}
