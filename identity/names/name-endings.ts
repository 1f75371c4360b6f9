import { foldName } from './fold-name.ts';
import type { ReadableScript } from './writing.ts';

/** What the ending of a word says about its role, in any script that keeps endings. */
export function parentEnding(word: string, script: ReadableScript): 'patronymic' | 'family' | undefined {
  if (script === 'Hani') return undefined;
  const fold = foldName(word, script).join('');
  if (PATRONYMIC.some((ending) => hasEnding(fold, ending))) return 'patronymic';
  return FAMILY.some((ending) => hasEnding(fold, ending)) ? 'family' : undefined;
}

function hasEnding(fold: string, ending: string): boolean {
  return fold.length - ending.length >= 3 && fold.endsWith(ending);
}

const PATRONYMIC = ['uli', 'kizi', 'ovich', 'evich', 'ovna', 'evna'];
const FAMILY = ['ov', 'ev', 'ova', 'eva', 'tegi', 'enko', 'ski', 'skaia'];
