import type { Locale } from '@urtuu/kernel';

/** The texts of one topic in all languages: each has the keys of English, a missing one does not compile. */
export type Texts<English> = Readonly<Record<Locale, Readonly<Record<keyof English, string>>>>;
