import { HAN_READINGS } from './generated/han-readings.ts';

export interface HanReading {
  /** Mandarin syllables without tone, one for each character that has a known reading */
  readonly syllables: readonly string[];
  /** characters without a known reading: they give no evidence */
  readonly unread: string;
}

/** Reads characters one by one; never split into surname and name, because transcribed names have none. */
export function readHan(text: string): HanReading {
  const syllables: string[] = [];
  let unread = '';
  for (const character of text) {
    const syllable = READING.get(character);
    if (syllable !== undefined) syllables.push(syllable);
    else if (HAN.test(character)) unread += character;
  }
  return { syllables, unread };
}

/**
 * A syllable in the letters of `foldName`, as transcriptions mean it: 尔 (er) is r, q and x are ch and sh, a final ng
 * is n, and vowels that Mandarin adds after a palatal (jia, qia) go.
 */
export function foldSyllable(syllable: string): string {
  if (syllable === 'er') return 'r';
  const initial = INITIALS.find((each) => syllable.startsWith(each)) ?? '';
  const palatal = /^[jqx]/.test(initial);
  const final = syllable
    .slice(initial.length)
    .replace(/ng$/, 'n')
    .replace(/^v/, 'u')
    .replace(palatal ? /^[iu](?=[aeo])/ : /^i(?=[aeo])/, '')
    .replace(/^uo$/, 'o');
  return (INITIAL_FOLD[initial] ?? initial) + final;
}

const HAN = /\p{Script=Han}/u;

const READING: ReadonlyMap<string, string> = new Map(
  Object.entries(HAN_READINGS).flatMap(([syllable, characters]) =>
    Array.from(characters, (character) => [character, syllable] as const),
  ),
);

/** Longest first. */
const INITIALS = ['zh', 'ch', 'sh', ...Array.from('bpmfdtnlgkhjqxrzcsyw')];

const INITIAL_FOLD: Readonly<Record<string, string>> = {
  zh: 'j',
  q: 'ch',
  x: 'sh',
  c: 'ts',
  y: '',
  w: 'v',
};
