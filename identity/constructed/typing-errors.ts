import type { SeededRandom } from '@urtuu/kernel';

/** One slip of the keyboard: a letter left out, doubled by another, exchanged with its neighbour or for another. */
export function mistype(random: SeededRandom, text: string): string {
  const letters = Array.from(text);
  if (letters.length < 2) return text;
  const at = random.between(0, letters.length - 1);
  const alphabet = ALPHABETS.find((each) => each.includes(letters[at]?.toLowerCase() ?? '')) ?? ALPHABETS[0];
  const other = alphabet.charAt(random.between(0, alphabet.length - 1));
  switch (random.between(0, 3)) {
    case 0:
      letters.splice(at, 1);
      break;
    case 1:
      letters.splice(at, 0, other);
      break;
    case 2:
      letters[at] = other;
      break;
    default: {
      const next = letters[at + 1];
      const own = letters[at];
      if (next === undefined || own === undefined) letters.splice(at, 1);
      else {
        letters[at] = next;
        letters[at + 1] = own;
      }
    }
  }
  return letters.join('');
}

const ALPHABETS = [
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдежзийклмнопрстуфхцчшыэюяәғқңөұүі',
  'ابپتجچحدرزسشعفقكگلمنڭوۇۆيىە',
  '0123456789',
  '阿别布达尔格哈加克拉力木娜努巴热赛斯提乌依叶孜',
] as const;
