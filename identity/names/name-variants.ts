import { unreachable } from '@urtuu/kernel';
import { foldName } from './fold-name.ts';
import { readHan } from './han-reading.ts';
import { LATIN_SYSTEMS, romanise, type CyrillicScript, type LatinSystem } from './latin-systems.ts';
import { mongolianRenderings, russianOfMongolian, russianRenderings } from './renderings.ts';
import { fromToteZhazu, toToteZhazu } from './tote-zhazu.ts';
import type { ReadableScript } from './writing.ts';

/** One way another state or document would write a word of a name. */
export interface NameVariant {
  readonly text: string;
  readonly script: ReadableScript;
  /** the rule that made it: a Latin system, or how the letters came about */
  readonly rule: LatinSystem | 'as-written' | 'rendering' | 'tote-zhazu' | 'pinyin';
}

/**
 * Every way the rules write one word of a name, the word as it stands first, each spelling once. From Kazakh Cyrillic:
 * Russian and Mongolian renderings, Arabic, and the Latin systems; from Han characters the reading alone, because the
 * characters were chosen freely and lead to no single name.
 */
export function nameVariants(word: string, script: ReadableScript): NameVariant[] {
  const own: NameVariant = { text: word.toLowerCase(), script, rule: 'as-written' };
  const all = [own, ...variantsOf(word.toLowerCase(), script)];
  const seen = new Set<string>();
  return all.filter(({ text, script }) => {
    const key = `${script} ${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The folds of all variants, each once, the word's own first: two words are one name to the rules if they share one. */
export function variantFolds(word: string, script: ReadableScript): string[] {
  const words = [{ text: word, script }, ...renderingsOf(word.toLowerCase(), script)];
  return [...new Set(words.map(({ text, script }) => foldName(text, script).join('')))].filter(
    (fold) => fold !== '',
  );
}

function variantsOf(word: string, script: ReadableScript): NameVariant[] {
  const others = renderingsOf(word, script);
  switch (script) {
    case 'kk-Cyrl':
    case 'ru-Cyrl':
    case 'mn-Cyrl':
      return [
        ...latin(word, script),
        ...others,
        ...others.flatMap(({ text, script }) =>
          script === 'ru-Cyrl' || script === 'mn-Cyrl' ? latin(text, script) : [],
        ),
        ...(script === 'kk-Cyrl'
          ? [{ text: toToteZhazu(word), script: 'kk-Arab', rule: 'tote-zhazu' } as const]
          : []),
      ];
    case 'kk-Arab': {
      const cyrillic = fromToteZhazu(word);
      return [{ text: cyrillic, script: 'kk-Cyrl', rule: 'tote-zhazu' }, ...latin(cyrillic, 'kk-Cyrl')];
    }
    case 'Hani':
      return [{ text: readHan(word).syllables.join(''), script: 'Latn', rule: 'pinyin' }];
    case 'Latn':
      return others;
    default:
      return unreachable(script);
  }
}

function renderingsOf(word: string, script: ReadableScript): NameVariant[] {
  switch (script) {
    case 'kk-Cyrl':
      return [
        ...rendered('ru-Cyrl', russianRenderings(word)),
        ...rendered('mn-Cyrl', mongolianRenderings(word)),
      ];
    case 'mn-Cyrl':
      return rendered('ru-Cyrl', russianOfMongolian(word));
    case 'Latn':
      // Turkish style writes the Kazakh у as w, which others read as v.
      return rendered('Latn', word.includes('w') ? [word.replaceAll('w', 'u')] : []);
    case 'ru-Cyrl':
    case 'kk-Arab':
    case 'Hani':
      return [];
    default:
      return unreachable(script);
  }
}

function latin(word: string, script: CyrillicScript): NameVariant[] {
  return LATIN_SYSTEMS[script].map((system) => ({
    text: romanise(word, script, system),
    script: 'Latn',
    rule: system,
  }));
}

function rendered(script: ReadableScript, texts: readonly string[]): NameVariant[] {
  return texts.map((text) => ({ text, script, rule: 'rendering' }));
}
