import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import { isNumberWord } from '../person/person.ts';
import type { PensionsTables } from '../tables.ts';

type Searched = 'pensions_person' | 'pensions_case';

/**
 * Whether a case is meant by a word of `searchWords`: the beginning of a name or number of the person, or, where the
 * word is a number, a part of the file number.
 */
export function meantBy(
  where: ExpressionBuilder<PensionsTables, Searched>,
  word: string,
): ExpressionWrapper<PensionsTables, Searched, SqlBool> {
  const text = likeText(word);
  const person = where('pensions_person.search_text', 'like', `% ${text}%`);
  if (!isNumberWord(word)) return person;
  return where.or([person, where('pensions_case.file_number', 'ilike', `%${text}%`)]);
}

/** What a user types is text, not a pattern. */
function likeText(word: string): string {
  return word.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
