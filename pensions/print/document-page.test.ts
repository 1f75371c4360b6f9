import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { schemaView } from '@urtuu/exchange';
import { LOCALES, type Json, type Locale } from '@urtuu/kernel';
import { createPdfRenderer } from '@urtuu/platform';
import { documentPage } from './document-page.ts';
import { DOCUMENT_TEMPLATE } from './template.ts';

const EXAMPLES = new URL('../../exchange/documents/examples/', import.meta.url);
const examples: readonly { readonly type: string; readonly content: Json }[] = globSync('*.json', {
  cwd: EXAMPLES.pathname,
}).map((file) => JSON.parse(readFileSync(new URL(file, EXAMPLES), 'utf8')));

function pageOf(type: string, content: Json, locale: Locale): Record<string, Json> {
  const pair = schemaView(type);
  if (!pair.ok) throw new Error(type);
  return documentPage(
    {
      pair: pair.value,
      content,
      documentId: '01900000-0000-7000-8000-000000000000',
      version: 2,
      direction: 'received',
      at: new Date('2026-11-23T06:45:25Z'),
      transmissionId: null,
      fileNumber: 'KZ-2026-000001',
      institution: 'Demonstration institution',
      partner: 'urn:urtuu:inst:mn:pensions',
      utcOffsetMinutes: 300,
    },
    locale,
  );
}

describe('a printed document', () => {
  const pdf = createPdfRenderer();

  for (const [index, { type, content }] of examples.entries()) {
    // Every type is set once, every language ten times: setting all in all took half a minute and found no more.
    const locale = LOCALES[index % LOCALES.length] ?? 'en';
    test(`is a page of a ${type} (${locale})`, async () => {
      const bytes = await pdf.render({ template: DOCUMENT_TEMPLATE, data: pageOf(type, content, locale) });
      assert.equal(Buffer.from(bytes.subarray(0, 5)).toString(), '%PDF-');
    });
  }

  test('says what the document says, with its numbers and in the words of the language', async () => {
    const content = {
      pensionKind: { system: 'urtuu:pension-kind', code: '10' },
      anyPeriods: true,
      periods: [{ periodId: 'mn-1', from: '1985-03-01', to: null, insured: true }],
    };
    const bytes = await pdf.render({
      template: DOCUMENT_TEMPLATE,
      data: pageOf('PeriodCertificate', content, 'ru'),
    });
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' });
    assert.match(text, /KZ-2026-000001/);
    assert.match(text, /01900000-0000-7000-8000-000000000000 · 2/);
    assert.match(text, /1 марта 1985/);
    assert.match(text, /mn-1/);
    assert.match(text, /\(10\)/);
  });
});
