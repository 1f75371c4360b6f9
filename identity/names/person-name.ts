import { parentEnding } from './name-endings.ts';
import { normaliseName } from './normalise-name.ts';
import { scriptOf, writingOf, type ReadableScript } from './writing.ts';

/** A name as a record gives it: in parts, or as one line. */
export interface StatedName {
  readonly given?: string | undefined;
  readonly patronymic?: string | undefined;
  readonly family?: string | undefined;
  /** the whole name in one line, where the source has no parts */
  readonly full?: string | undefined;
  /** script as the source states it, such as `kk-Cyrl`; found by the letters if absent */
  readonly script?: string | undefined;
  /** state that issued the document, by which the order and the endings of a name are read */
  readonly state?: string | undefined;
}

/** A name by the roles of its words; what is not stated is absent. */
export interface PersonName {
  readonly script: ReadableScript | undefined;
  readonly given?: string;
  /** father's or mother's name, with the ending it was written with */
  readonly parent?: string;
  readonly family?: string;
  /** clan name of Mongolia (ургийн овог): says little about a person */
  readonly clan?: string;
  /** Han name without a dot: given and father's name in one, never divided */
  readonly undivided?: true;
  readonly warnings: readonly NameWarning[];
}

/** Why a name gives less evidence than it could; the record is kept all the same. */
export type NameWarning =
  | 'name-empty'
  | 'name-one-letter'
  | 'name-many-parts'
  | 'name-mixed-scripts'
  | 'name-roles-exchanged'
  | 'name-look-alike-letters'
  | 'name-control-characters'
  | 'name-script-unknown';

/** Reads who is who in a name: parts as they are stated, one line by the grammar of its state and its endings. */
export function readPersonName(stated: StatedName): PersonName {
  const whole = [stated.family, stated.given, stated.patronymic, stated.full].filter(isStated).join(' ');
  const script = readable(stated.script) ?? scriptOf(whole, stated.state);
  const warnings = warningsOf(whole, script);
  if (script === undefined) return { script, warnings };
  const clean = (text: string | undefined): string | undefined => {
    const name = normaliseName(text ?? '', script);
    return /\p{Letter}/u.test(name) ? name : undefined;
  };
  const given = clean(stated.given);
  const parent = clean(stated.patronymic);
  const family = clean(stated.family);
  const full = clean(stated.full);
  if (given === undefined && parent === undefined && family === undefined && full !== undefined) {
    return { script, ...readLine(full, script, stated.state), warnings };
  }
  if (script === 'Hani' && parent === undefined && family === undefined && given !== undefined) {
    return { script, ...readHanLine(given), warnings };
  }
  if (given !== undefined && parent !== undefined && isParent(given, script) && !isParent(parent, script)) {
    const exchanged = present({ given: parent, parent: given, family });
    return { script, ...exchanged, warnings: [...warnings, 'name-roles-exchanged'] };
  }
  return { script, ...present({ given, parent, family }), warnings };
}

/** The ending says that the word is a father's or mother's name. */
function isParent(name: string, script: ReadableScript): boolean {
  return script === 'mn-Cyrl'
    ? GENITIVE.test(name.toLowerCase())
    : parentEnding(name, script) === 'patronymic';
}

const GENITIVE = /(?:г?ийн|ын)$/u;

interface Roles {
  readonly given?: string | undefined;
  readonly parent?: string | undefined;
  readonly family?: string | undefined;
  readonly clan?: string | undefined;
}

function readLine(line: string, script: ReadableScript, state: string | undefined): Partial<PersonName> {
  if (script === 'Hani') return readHanLine(line);
  const words = line
    .replaceAll(/(?<=^|\s)(\p{Letter})\.\s*/gu, '$1. ')
    .split(/[\s,;]+/u)
    .filter((word) => /\p{Letter}/u.test(word));
  const joined = joinEndings(words);
  return present(
    state === 'MN' || (state === undefined && script === 'mn-Cyrl')
      ? mongolianOrder(joined)
      : westernOrder(joined, script),
  );
}

/** Given·father with a dot; without one the name stays whole. Never split by the first character. */
function readHanLine(line: string): Partial<PersonName> {
  const [given, ...rest] = line.split(/[·•・‧.\s]+/u).filter((word) => word !== '');
  if (given === undefined) return {};
  if (rest.length > 0) return { given, parent: rest.join('') };
  return Array.from(given).length > 3 ? { given, undivided: true } : { given };
}

/** Clan, father or mother, own name; an initial is the father's. Abroad the own name may stand first. */
function mongolianOrder(words: readonly string[]): Roles {
  const [first, second] = words;
  if (words.length <= 1) return { given: first };
  if (words.length === 2) {
    const firstIsGenitive = first !== undefined && GENITIVE.test(first.toLowerCase());
    const secondIsGenitive = second !== undefined && GENITIVE.test(second.toLowerCase());
    return secondIsGenitive && !firstIsGenitive
      ? { given: first, parent: second }
      : { parent: first, given: second };
  }
  return { clan: words.slice(0, -2).join(' '), parent: words.at(-2), given: words.at(-1) };
}

/** Family name first unless the endings say otherwise; a patronymic is found by its ending wherever it stands. */
function westernOrder(words: readonly string[], script: ReadableScript): Roles {
  const endings = words.map((word) => parentEnding(word, script));
  const patronymic = endings.indexOf('patronymic');
  const parent = words[patronymic];
  const others = words.filter((_, i) => i !== patronymic);
  if (others.length <= 1) return { given: others[0], parent };
  const family = others.findIndex((word) => parentEnding(word, script) === 'family');
  const at = family < 0 ? 0 : family;
  return { family: others[at], given: others.filter((_, i) => i !== at).join(' '), parent };
}

/** «Ахмет ұлы» is one word. */
function joinEndings(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (before !== undefined && /^(?:ұлы|улы|қызы|кызы|uly|qyzy|kyzy)$/u.test(word.toLowerCase())) {
      joined[joined.length - 1] = before + word.toLowerCase();
    } else joined.push(word);
  }
  return joined;
}

function warningsOf(text: string, script: ReadableScript | undefined): NameWarning[] {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const letters = text.match(/\p{Letter}/gu)?.length ?? 0;
  const mixedWord = words.some((word) => writingsIn(word) > 1);
  return [
    ...(letters === 0 ? ['name-empty' as const] : []),
    ...(letters === 1 ? ['name-one-letter' as const] : []),
    ...(words.length > MANY_PARTS ? ['name-many-parts' as const] : []),
    ...(writingOf(text) === 'mixed' || (writingsIn(text) > 1 && !mixedWord)
      ? ['name-mixed-scripts' as const]
      : []),
    ...(mixedWord ? ['name-look-alike-letters' as const] : []),
    ...(/[\p{Cc}\p{Cf}]/u.test(text) ? ['name-control-characters' as const] : []),
    ...(letters > 0 && script === undefined ? ['name-script-unknown' as const] : []),
  ];
}

function writingsIn(text: string): number {
  return [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u, /\p{Script=Han}/u].filter(
    (pattern) => pattern.test(text),
  ).length;
}

function present(roles: Roles): Partial<PersonName> {
  const { given, parent, family, clan } = roles;
  return {
    ...(given === undefined || given === '' ? {} : { given }),
    ...(parent === undefined ? {} : { parent }),
    ...(family === undefined ? {} : { family }),
    ...(clan === undefined ? {} : { clan }),
  };
}

function readable(script: string | undefined): ReadableScript | undefined {
  return READABLE.find((each) => each === script);
}

function isStated(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

const READABLE: readonly ReadableScript[] = ['kk-Cyrl', 'ru-Cyrl', 'mn-Cyrl', 'Latn', 'kk-Arab', 'Hani'];
const MANY_PARTS = 8;
