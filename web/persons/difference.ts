/** Which parts of a value found differ from what was asked for, so that a page can mark them. */
import { foldName, scriptOf } from '@urtuu/identity';
import type { ComparedView } from '@urtuu/persons/contract';

export interface Part {
  readonly text: string;
  readonly differs: boolean;
}

type Field = Pick<ComparedView['fields'][number], 'field' | 'asked' | 'found' | 'agreement'>;

/**
 * The value found in its order, neighbours of one kind joined: words of a name, members of a date, signs of a number.
 * A value that agrees by rule has no differing part, however it is written; of one that is missing nothing is said.
 */
export function differingParts({ field, asked, found, agreement }: Field): Part[] {
  if (found === '') return [];
  if (agreement !== 'similar' && agreement !== 'different') return [{ text: found, differs: false }];
  if (field === 'name') return joined(wordsApart(asked, found));
  if (field === 'birthDate') return joined(placesApart(asked.split('-'), found.split('-'), '-'));
  if (field.startsWith('identifier.') && asked.length === found.length) {
    return joined(placesApart(Array.from(asked), Array.from(found), ''));
  }
  return [{ text: found, differs: true }];
}

/** A word that is written otherwise but is the same once scripts are folded does not differ. */
function wordsApart(asked: string, found: string): Part[] {
  const known = new Set(asked.split(' ').map(foldOf));
  return separated(
    found.split(' ').map((text) => ({ text, differs: !known.has(foldOf(text)) })),
    ' ',
  );
}

function foldOf(word: string): string {
  return foldName(word, scriptOf(word) ?? 'Latn').join(' ');
}

function placesApart(asked: readonly string[], found: readonly string[], between: string): Part[] {
  return separated(
    found.map((text, i) => ({ text, differs: text !== asked[i] })),
    between,
  );
}

/** The sign between two parts belongs to neither, save where both differ. */
function separated(parts: readonly Part[], between: string): Part[] {
  if (between === '') return [...parts];
  return parts.flatMap((part, i) => {
    const before = parts[i - 1];
    if (before === undefined) return [part];
    return [{ text: between, differs: before.differs && part.differs }, part];
  });
}

function joined(parts: readonly Part[]): Part[] {
  const runs: Part[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.differs === part.differs) {
      runs[runs.length - 1] = { text: last.text + part.text, differs: part.differs };
    } else runs.push(part);
  }
  return runs;
}
