/**
 * A folded word as sounds, one small number each, for comparing across scripts that keep other distinctions. The
 * digraphs of `foldName` (sh, ch, ts, kh as h) become one sound.
 */
export function phonesOf(folded: string): Uint8Array {
  const phones: number[] = [];
  for (let i = 0; i < folded.length; i += 1) {
    const two = folded.slice(i, i + 2);
    const digraph = DIGRAPHS[two];
    if (digraph !== undefined) i += 1;
    const phone = digraph ?? LETTERS[folded.charAt(i)];
    if (phone !== undefined) phones.push(phone);
  }
  return Uint8Array.from(phones);
}

/** How much of a word must be spelt alike: whole word against whole word, or inside a longer run of sounds. */
export type Span = 'whole' | 'inside';

/**
 * Likeness of two words by sound, 0 to 1. Vowels count little, sounds of one class (t d, k g h) are near. With `inside`
 * the first word may lie anywhere in the second, as a given name does in an undivided Han name.
 */
export function soundLikeness(a: Uint8Array, b: Uint8Array, span: Span): number {
  const weight = Math.max(weightOf(a), span === 'whole' ? weightOf(b) : 0);
  if (weight === 0) return 0;
  const row: Float64Array = b.length < ROW.length ? ROW : new Float64Array(b.length + 1);
  row[0] = 0;
  for (let j = 1; j <= b.length; j += 1) {
    row[j] = span === 'inside' ? 0 : (row[j - 1] ?? 0) + gap(b[j - 1] ?? 0);
  }
  for (let i = 1; i <= a.length; i += 1) {
    const x = a[i - 1] ?? 0;
    let diagonal: number = row[0] ?? 0;
    row[0] = diagonal + gap(x);
    for (let j = 1; j <= b.length; j += 1) {
      const y = b[j - 1] ?? 0;
      const above: number = row[j] ?? 0;
      const left: number = row[j - 1] ?? 0;
      row[j] = Math.min(diagonal + exchange(x, y), above + gap(x), left + gap(y));
      diagonal = above;
    }
  }
  let cost = row[b.length] ?? 0;
  if (span === 'inside') for (let j = 0; j < b.length; j += 1) cost = Math.min(cost, row[j] ?? 0);
  return Math.max(0, 1 - cost / weight);
}

/** A bit for each class of firm consonants that a word has; h and v may vanish, so they do not count. */
export function consonantClasses(phones: Uint8Array): number {
  let classes = 0;
  for (const phone of phones) {
    if (phone < FIRST_VOWEL && phone !== H && phone !== V) classes |= 1 << (CLASS_OF[phone] ?? 0);
  }
  return classes;
}

/**
 * The most that `soundLikeness` can come to: a firm consonant whose class the other word lacks costs at least one.
 * Tells most pairs of different words apart without comparing them.
 */
export function mostSoundLikeness(
  a: Uint8Array,
  b: Uint8Array,
  classesA: number,
  classesB: number,
  span: Span,
): number {
  const lacking = Math.max(
    bitCount(classesA & ~classesB),
    span === 'whole' ? bitCount(classesB & ~classesA) : 0,
  );
  const weight = Math.max(weightOf(a), span === 'whole' ? weightOf(b) : 0);
  return weight === 0 ? 0 : Math.max(0, 1 - lacking / weight);
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function weightOf(phones: Uint8Array): number {
  let weight = 0;
  for (const phone of phones) weight += phone < FIRST_VOWEL ? 1 : 0.25;
  return weight;
}

function gap(phone: number): number {
  if (phone >= FIRST_VOWEL) return 0.12;
  return phone === H || phone === V ? 0.5 : 1;
}

function exchange(x: number, y: number): number {
  if (x === y) return 0;
  if (x >= FIRST_VOWEL && y >= FIRST_VOWEL) return 0.15;
  if (x >= FIRST_VOWEL || y >= FIRST_VOWEL) return x === V || y === V ? 0.3 : 1.1;
  return CLASS_OF[x] === CLASS_OF[y] ? 0.2 : 1.1;
}

const ROW = new Float64Array(128);
const H = 3;
const V = 11;
const FIRST_VOWEL = 20;

const LETTERS: Readonly<Record<string, number>> = {
  k: 1,
  q: 1,
  g: 2,
  h: H,
  s: 4,
  z: 6,
  j: 7,
  c: 8,
  x: 4,
  b: 9,
  p: 10,
  v: V,
  w: V,
  f: 12,
  t: 13,
  d: 14,
  r: 15,
  l: 16,
  m: 17,
  n: 18,
  a: 20,
  e: 21,
  i: 22,
  y: 22,
  o: 23,
  u: 24,
};
const DIGRAPHS: Readonly<Record<string, number>> = { sh: 5, ch: 8, ts: 19 };

/** Class of each consonant sound by its number. */
const CLASS_OF: readonly number[] = [0, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 7, 2];
