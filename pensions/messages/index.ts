/**
 * Texts of the codes this room answers, in every language: events (`event.<code>`), tasks, their reasons and
 * resolutions, absent actions (`absent.<code>`), days that gave way (`run.<rule>`), and the words of the letter.
 */
import type { Locale } from '@urtuu/kernel';
import en from './en.json' with { type: 'json' };
import kk from './kk.json' with { type: 'json' };
import mn from './mn.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

export const pensionsMessages: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en,
  mn,
  kk,
  ru,
  zh,
};
