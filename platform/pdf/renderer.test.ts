import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createPdfRenderer } from './renderer.ts';

const TEMPLATE = `#set page(paper: "a4")
#set text(font: ("Noto Sans", "Noto Sans SC"), size: 11pt)
#let letter = json("/data.json")
#set document(title: letter.title)
= #letter.title
#for line in letter.lines [ #line \\ *#line* \\ ]
`;

const LINES = [
  'English: a pension of ₸123,456.78 → “decided”',
  'Монгол: Өөрийн хүүхэд, ХҮ ₮ 1,234.50 – 45%',
  'Қазақша: Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі № 5',
  'Русский: решение от 3 ноября 2026 г. ≤ ≥ ≠',
  '中文：关于养老金的决定，共计￥1,234元。',
];

describe('a letter', () => {
  const renderer = createPdfRenderer();
  const letter = { title: 'Шийдвэр / Шешім / 决定', lines: LINES };
  const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;

  test('has the same bytes for the same input, and others for another', async () => {
    const first = await renderer.render({ template: TEMPLATE, data: letter });
    const other = await renderer.render({ template: TEMPLATE, data: { ...letter, title: 'x' } });
    const again = await renderer.render({ template: TEMPLATE, data: letter });
    const elsewhere = await createPdfRenderer().render({ template: TEMPLATE, data: letter });
    assert.equal(Buffer.from(first.subarray(0, 5)).toString(), '%PDF-');
    assert.deepEqual(again, first);
    assert.deepEqual(elsewhere, first);
    assert.notDeepEqual(other, first);
    assert.doesNotMatch(
      Buffer.from(first).toString('latin1'),
      /CreationDate|CreateDate/,
      'no clock was read',
    );
  });

  test('is tagged for screen readers and has its fonts inside', async () => {
    const pdf = Buffer.from(await renderer.render({ template: TEMPLATE, data: letter })).toString('latin1');
    assert.match(pdf, /\/StructTreeRoot/);
    assert.match(pdf, /\/FontFile2/);
  });

  test('shows what a person is called, whatever signs stand in it', async () => {
    const lines = ['#eval("1+1") $x$ *bold* \\u{41} `code` <b> "quoted"', '{"a": 1}'];
    const pdf = await renderer.render({ template: TEMPLATE, data: { title: '= not a heading', lines } });
    if (hasPoppler) for (const line of lines) assert.ok(textOf(pdf).includes(line), line);
  });

  test('has every letter of the five languages, in both weights', async () => {
    const pdf = await renderer.render({ template: TEMPLATE, data: letter });
    if (!hasPoppler) return;
    // Typst sets a thin space between Chinese and other letters.
    const text = textOf(pdf).replaceAll(/\s/g, '');
    for (const line of LINES) assert.equal(text.split(line.replaceAll(/\s/g, '')).length - 1, 2, line);
    // A missing glyph is glyph 0 of its font, which no text extraction returns.
    assert.doesNotMatch(text, /\ufffd/);
  });

  test('with a wrong template is refused with the place of the fault, and the next one works', async () => {
    const wrong = renderer.render({ template: '#set page(\n#nothing', data: {} });
    await assert.rejects(wrong, /main\.typ/);
    assert.ok((await renderer.render({ template: TEMPLATE, data: letter })).length > 1000);
  });
});

function textOf(pdf: Uint8Array): string {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
}
