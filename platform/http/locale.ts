import { isLocale, type Locale } from '@urtuu/kernel';

/** The best of our languages for an `Accept-Language` header (RFC 9110 section 12.5.4); English if none fits. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  let best: Locale = 'en';
  let bestQuality = 0;
  for (const part of (acceptLanguage ?? '').split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = range.split('-')[0];
    const given = parameters.map((text) => /^\s*q=([01](?:\.\d{0,3})?)$/.exec(text)?.[1]).find(Boolean);
    const quality = given === undefined ? 1 : Number(given);
    if (isLocale(language) && quality > bestQuality) {
      best = language;
      bestQuality = quality;
    }
  }
  return best;
}
