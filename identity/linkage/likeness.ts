/**
 * Jaro-Winkler likeness of two runs of bytes, 0 to 1, prefix weight 0.1 over at most four. Without allocation, since
 * it runs millions of times; the same figure as `jaroWinkler` of two texts.
 */
export function jaroWinklerBytes(
  bytes: Uint8Array,
  startA: number,
  endA: number,
  startB: number,
  endB: number,
): number {
  const lengthA = Math.min(endA - startA, LONGEST);
  const lengthB = Math.min(endB - startB, LONGEST);
  if (lengthA === 0 || lengthB === 0) return 0;
  const reach = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1);
  // Places of each letter of the second word as bits, so that one step finds the next free one within reach.
  for (let j = 0; j < lengthB; j += 1) {
    const letter = bytes[startB + j] ?? 0;
    PLACES[letter] = (PLACES[letter] ?? 0) | (1 << j);
  }
  let taken = 0;
  let matched = 0;
  for (let i = 0; i < lengthA; i += 1) {
    const letter = bytes[startA + i] ?? 0;
    const low = i > reach ? i - reach : 0;
    const within = (i + reach >= 30 ? -1 : (2 << (i + reach)) - 1) & (-1 << low);
    const free = (PLACES[letter] ?? 0) & within & ~taken;
    if (free === 0) continue;
    taken |= free & -free;
    MATCHED[matched] = letter;
    matched += 1;
  }
  for (let j = 0; j < lengthB; j += 1) PLACES[bytes[startB + j] ?? 0] = 0;
  if (matched === 0) return 0;
  let moved = 0;
  let rest = taken;
  for (let at = 0; at < matched; at += 1) {
    const place = 31 - Math.clz32(rest & -rest);
    if (bytes[startB + place] !== MATCHED[at]) moved += 1;
    rest &= rest - 1;
  }
  const jaro = (matched / lengthA + matched / lengthB + (matched - moved / 2) / matched) / 3;
  let prefix = 0;
  const most = Math.min(4, lengthA, lengthB);
  while (prefix < most && bytes[startA + prefix] === bytes[startB + prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/**
 * The most that Jaro-Winkler can come to, by lengths and by which letters occur: letters of one word that the other
 * lacks cannot match. Tells most pairs of different words apart without comparing them.
 * @param lettersA a bit for each letter that occurs
 */
export function mostLikeness(
  lengthA: number,
  lengthB: number,
  lettersA: number,
  lettersB: number,
  firstIsEqual: boolean,
): number {
  const matched = Math.min(lengthA - bits(lettersA & ~lettersB), lengthB - bits(lettersB & ~lettersA));
  if (matched <= 0) return 0;
  const jaro = (matched / lengthA + matched / lengthB + 1) / 3;
  return firstIsEqual ? jaro + 0.4 * (1 - jaro) : jaro;
}

/** One bit for each letter of a run; letters beyond the alphabet share bits. */
export function letterBits(letters: Uint8Array): number {
  let set = 0;
  for (const letter of letters) set |= 1 << (letter & 31);
  return set;
}

function bits(set: number): number {
  let rest = set - ((set >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Of longer words the beginning is compared. */
const LONGEST = 32;
const PLACES = new Int32Array(256);
const MATCHED = new Uint8Array(LONGEST);
