import { foldName } from './fold-name.ts';
import { isEndingAlone, nameStem } from './name-grammar.ts';
import { normaliseName } from './normalise-name.ts';
import { jaroWinkler } from './string-distance.ts';

/** One form of a person's name, as a document or register writes it. */
export interface NameForm {
  /** `kk-Cyrl`, `ru-Cyrl`, `mn-Cyrl`, `Latn`, … */
  readonly script: string;
  readonly family?: string | undefined;
  readonly given: string;
  readonly patronymic?: string | undefined;
}

/**
 * How far two values agree, best first. `sameAfterTransliteration`: word for word the same name in another script.
 * `similar`: the same words once endings of grammar are taken off, or near enough to ask a human.
 */
export type Agreement = 'same' | 'sameAfterTransliteration' | 'similar' | 'different' | 'missing';

export interface NameComparison {
  readonly agreement: Agreement;
  /** the two forms that agree best, as text */
  readonly asked: string;
  readonly found: string;
}

/** Compares every form of one name with every form of the other and keeps the best agreement. */
export function compareNames(asked: readonly NameForm[], found: readonly NameForm[]): NameComparison {
  let best: NameComparison = {
    agreement: 'missing',
    asked: textOf(asked[0]),
    found: textOf(found[0]),
  };
  for (const a of asked) {
    for (const b of found) {
      const agreement = compareForms(a, b);
      if (RANK[agreement] < RANK[best.agreement]) best = { agreement, asked: textOf(a), found: textOf(b) };
    }
  }
  return best;
}

/** The whole name as one line: family, given, patronymic, as far as they are known. */
export function nameText(name: NameForm): string {
  return [name.family, name.given, name.patronymic]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

function compareForms(a: NameForm, b: NameForm): Agreement {
  if (sameParts(a, b)) return 'same';
  const givenA = foldName(a.given, a.script);
  const givenB = foldName(b.given, b.script);
  if (givenA.length === 0 || givenB.length === 0) return 'missing';
  const wordsA = [...givenA, ...otherWords(a)];
  const wordsB = [...givenB, ...otherWords(b)];
  const sameGiven = givenA.join(' ') === givenB.join(' ');
  if (sameGiven && covers(wordsA, wordsB, (x, y) => x === y)) return 'sameAfterTransliteration';
  if (covers(wordsA, wordsB, (x, y) => x === y || nameStem(x) === nameStem(y))) return 'similar';
  return covers(wordsA, wordsB, (x, y) => jaroWinkler(nameStem(x), nameStem(y)) >= NEAR)
    ? 'similar'
    : 'different';
}

/** Words below this Jaro-Winkler similarity are other words; at or above, a clerk is asked. */
const NEAR = 0.84;

const RANK: Readonly<Record<Agreement, number>> = {
  same: 0,
  sameAfterTransliteration: 1,
  similar: 2,
  different: 3,
  missing: 4,
};

function sameParts(a: NameForm, b: NameForm): boolean {
  if (a.script !== b.script) return false;
  const part = (text: string | undefined): string => normaliseName(text ?? '', a.script).toLowerCase();
  const agree = (x: string | undefined, y: string | undefined): boolean =>
    part(x) === part(y) || part(x) === '' || part(y) === '';
  const secondShared =
    (part(a.family) !== '' && part(a.family) === part(b.family)) ||
    (part(a.patronymic) !== '' && part(a.patronymic) === part(b.patronymic)) ||
    (part(a.family) === '' &&
      part(b.family) === '' &&
      part(a.patronymic) === '' &&
      part(b.patronymic) === '');
  return (
    part(a.given) === part(b.given) &&
    agree(a.family, b.family) &&
    agree(a.patronymic, b.patronymic) &&
    secondShared
  );
}

function otherWords(name: NameForm): string[] {
  return [name.family, name.patronymic]
    .flatMap((part) => (part === undefined ? [] : foldName(part, name.script)))
    .filter((word) => !isEndingAlone(word));
}

/**
 * Each word of the shorter name has a partner of its own in the longer one. The roles may swap: a father's name of one
 * state stands where the other writes the family name. A lone given name covers nothing.
 */
function covers(
  a: readonly string[],
  b: readonly string[],
  alike: (x: string, y: string) => boolean,
): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (shorter.length < 2 && longer.length > 1) return false;
  const free = [...longer];
  return shorter.every((word) => {
    const at = free.findIndex((other) => alike(word, other));
    if (at < 0) return false;
    free.splice(at, 1);
    return true;
  });
}

function textOf(name: NameForm | undefined): string {
  return name === undefined ? '' : nameText(name);
}
