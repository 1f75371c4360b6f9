/** The route's part of printing: which document, under which schema, and the renderer. */
import { LOCALES, type Locale } from '@urtuu/kernel';
import { schemaView } from '@urtuu/exchange';
import type { Office } from '../office.ts';
import type { CaseRow, DocumentRow } from '../tables.ts';
import { documentPage } from './document-page.ts';
import { DOCUMENT_TEMPLATE } from './template.ts';

/** A tagged PDF; a type that the schemas of today do not know is printed under the names it came with. */
export async function printDocument(
  office: Office,
  { document, row }: { readonly document: DocumentRow; readonly row: CaseRow },
  locale: Locale,
): Promise<Uint8Array> {
  const found = schemaView(document.type);
  const pair = found.ok ? found.value : { schema: nameless(document.type), shared: {} };
  const data = documentPage(
    {
      pair,
      content: JSON.parse(JSON.stringify(document.content)),
      documentId: document.document_id,
      version: document.version,
      direction: document.direction,
      at: document.at,
      transmissionId: document.transmission_id,
      fileNumber: row.file_number,
      institution: office.self.name[locale],
      partner: row.partner_institution,
      utcOffsetMinutes: office.self.utcOffsetMinutes,
    },
    locale,
  );
  return office.pdf.render({ template: DOCUMENT_TEMPLATE, data });
}

function nameless(type: string) {
  return { title: type, 'x-title': Object.fromEntries(LOCALES.map((locale) => [locale, type])) };
}
