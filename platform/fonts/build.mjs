/**
 * Makes the font files of this folder: `node platform/fonts/build.mjs`. They are committed, so nobody needs to run it
 * but whoever changes the letters. The full fonts (Noto Sans, Noto Sans SC, SIL Open Font License 1.1) come from npm
 * packages that are too large to be dependencies; they are fetched into a temporary folder and thrown away.
 *
 * TTF is for PDF, WOFF2 for the console. Chinese: all of GB 2312 (6,763 characters, enough for names of persons) in
 * regular, its first level (3,755 characters) in bold.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const SOURCES = {
  sans: { package: '@expo-google-fonts/noto-sans@0.4.2', file: 'NotoSans' },
  chinese: { package: '@expo-google-fonts/noto-sans-sc@0.4.3', file: 'NotoSansSC' },
};

const sansText = ranges(
  [0x20, 0x7e], // Latin
  [0xa0, 0x24f],
  [0x300, 0x304],
  [0x400, 0x52f], // Cyrillic with the Kazakh and Mongolian letters
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x20a0, 0x20c0], // currencies: ₮ ₸ ₽ €
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2190, 0x2193], // arrows
  [0x2212, 0x2212],
  [0x2248, 0x2248],
  [0x2260, 0x2265],
);

/** GB 2312 is 94 rows of 94; rows 1–9 are signs, 16–55 the first level of characters, 56–87 the second. */
const chineseSigns =
  gb2312(1, 3) + ranges([0x2010, 0x2027], [0x2190, 0x2193], [0xff01, 0xff5e], [0x3000, 0x3015]);
const chineseFirst = gb2312(16, 55);
const chineseSecond = gb2312(56, 87);

const OUTPUTS = [
  {
    source: 'sans',
    weight: '400Regular',
    text: sansText,
    name: 'noto-sans-regular',
    formats: ['ttf', 'woff2'],
  },
  { source: 'sans', weight: '700Bold', text: sansText, name: 'noto-sans-bold', formats: ['ttf', 'woff2'] },
  {
    source: 'chinese',
    weight: '400Regular',
    text: chineseSigns + chineseFirst + chineseSecond,
    name: 'noto-sans-sc-regular',
    formats: ['ttf', 'woff2'],
  },
  {
    source: 'chinese',
    weight: '700Bold',
    text: chineseSigns + chineseFirst,
    name: 'noto-sans-sc-bold',
    formats: ['ttf'],
  },
];

const work = mkdtempSync(join(tmpdir(), 'urtuu-fonts-'));
try {
  for (const { source, weight, text, name, formats } of OUTPUTS) {
    const font = readFileSync(unpack(SOURCES[source], weight));
    for (const format of formats) {
      const targetFormat = format === 'ttf' ? 'truetype' : 'woff2';
      const subset = await subsetFont(font, text, { targetFormat });
      writeFileSync(join(FOLDER, `${name}.${format}`), subset);
      console.log(`${name}.${format} ${Math.round(subset.length / 1024)} kB`);
    }
  }
} finally {
  rmSync(work, { recursive: true });
}

function unpack(source, weight) {
  const packed = execFileSync('npm', ['pack', '--silent', source.package], {
    cwd: work,
    encoding: 'utf8',
  }).trim();
  const member = `package/${weight}/${source.file}_${weight}.ttf`;
  execFileSync('tar', ['-xzf', packed, member], { cwd: work });
  return join(work, member);
}

function ranges(...list) {
  return list
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)))
    .join('');
}

function gb2312(firstRow, lastRow) {
  const bytes = [];
  for (let row = firstRow; row <= lastRow; row += 1) {
    for (let cell = 1; cell <= 94; cell += 1) bytes.push(0xa0 + row, 0xa0 + cell);
  }
  return new TextDecoder('gb2312').decode(Uint8Array.from(bytes)).replaceAll('\ufffd', '');
}
