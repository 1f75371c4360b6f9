/**
 * The consonants of a folded word, one letter for each class that scripts confuse: k (k g h), s (s sh ch ts z j),
 * p (b p v f), t (t d), r (l r), m, n. Vowels go, repeats collapse. A word with fewer than two such consonants keeps its
 * vowels behind `=`, so that «Ай» and «Ли» do not meet half the register.
 */
export function skeletonOf(folded: string): string {
  const bones = bonesOf(folded.replaceAll(/sh|ch|ts/g, 's'));
  return bones.length >= 2 ? bones : `=${folded}`;
}

/**
 * The skeletons a word is looked for by, its own first: v may stand for a vowel (Han 瓦, Kazakh у), and ts may be two
 * letters of a compound (Батсүх) where others hear one.
 */
export function skeletonsOf(folded: string): string[] {
  const silent = folded.replaceAll('v', '');
  const apart = folded.replaceAll('ts', 't-s');
  const all = [
    skeletonOf(folded),
    skeletonOf(apart),
    ...(bonesOf(silent).length < 2 ? [] : [skeletonOf(silent)]),
  ];
  return [...new Set(all.filter((bones) => !bones.includes('-')))];
}

function bonesOf(folded: string): string {
  let bones = '';
  for (const letter of folded) {
    const bone = CLASSES[letter];
    if (bone !== undefined && bone !== bones.at(-1)) bones += bone;
  }
  return bones;
}

const CLASSES: Readonly<Record<string, string>> = {
  k: 'k',
  g: 'k',
  q: 'k',
  h: 'k',
  s: 's',
  c: 's',
  z: 's',
  j: 's',
  x: 's',
  b: 'p',
  p: 'p',
  v: 'p',
  w: 'p',
  f: 'p',
  t: 't',
  d: 't',
  l: 'r',
  r: 'r',
  m: 'm',
  n: 'n',
};
