/** What somebody types at the search field: words of a name in any script, numbers, a birth date or year, in any order. */
import { KNOWN_SCHEMES, nameWords, normaliseIdentifier, readDate, type NameWord } from '@urtuu/identity';

export interface PersonQuery {
  readonly words: readonly NameWord[];
  /** beginnings of numbers, each as the schemes known here would write it */
  readonly numbers: readonly (readonly string[])[];
  /** ISO day or a beginning of one: `1961`, `1961-04` */
  readonly birthDate?: string;
}

export function readQuery(text: string): PersonQuery {
  const names: string[] = [];
  const numbers: string[][] = [];
  let birthDate: string | undefined;
  for (const part of text.normalize('NFC').split(/\s+/u)) {
    if (!/\p{Number}/u.test(part)) {
      names.push(part);
      continue;
    }
    const date = dateOf(part);
    if (date === undefined) numbers.push(spellings(part));
    else birthDate = date;
  }
  return {
    words: nameWords(names.join(' ')),
    numbers,
    ...(birthDate === undefined ? {} : { birthDate }),
  };
}

/** A year of somebody who may live, or a date with its separators; a run of digits without them is a number. */
function dateOf(part: string): string | undefined {
  if (/^(?:19|20)\d{2}$/.test(part)) return part;
  if (!/^\d{1,4}[./年-]\d{1,2}(?:[./月-](?:\d{1,4}日?)?)?$/.test(part)) return undefined;
  const { year, month, day } = readDate(part);
  if (year === 0) return undefined;
  const known = [month, day].slice(0, month === 0 ? 0 : day === 0 ? 1 : 2);
  return [String(year), ...known.map((value) => String(value).padStart(2, '0'))].join('-');
}

function spellings(part: string): string[] {
  return [...new Set(KNOWN_SCHEMES.map((scheme) => normaliseIdentifier(scheme, part)))].filter(
    (value) => value !== '',
  );
}
