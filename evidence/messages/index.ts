/** Texts of the verifier, by key, in every language. */
import type { Locale } from '@urtuu/kernel';
import en from './en.json' with { type: 'json' };
import kk from './kk.json' with { type: 'json' };
import mn from './mn.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

export type EvidenceText = keyof typeof en;

export const evidenceMessages: Readonly<Record<Locale, Readonly<Record<EvidenceText, string>>>> = {
  en,
  mn,
  kk,
  ru,
  zh,
};
