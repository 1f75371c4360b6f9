/** Any document of a case as a page to print, in one language: what it says, field by field, and which one it is. Pure. */
import type { Json, Locale } from '@urtuu/kernel';
import {
  documentSheet,
  titleOf,
  type SchemaPair,
  type SheetRow,
  type SheetValue,
} from '@urtuu/exchange/documents';
import { createMessages, formatDate, formatInstant } from '@urtuu/platform/i18n';
import { pensionsMessages } from '../messages/index.ts';

export interface PrintedDocument {
  readonly pair: SchemaPair;
  readonly content: Json;
  readonly documentId: string;
  readonly version: number;
  readonly direction: 'sent' | 'received' | 'own';
  readonly at: Date;
  readonly transmissionId: string | null;
  readonly fileNumber: string;
  /** this institution */
  readonly institution: string;
  /** id of the other institution */
  readonly partner: string;
  readonly utcOffsetMinutes: number;
}

const messages = createMessages(pensionsMessages);

/** Data of the page for its template. */
export function documentPage(document: PrintedDocument, locale: Locale): Record<string, Json> {
  const text = (key: string): string => messages.format(locale, key);
  const { pair } = document;
  return {
    lang: locale,
    title: titleOf(pair.schema, locale),
    institution: document.institution,
    institutionNote: text('letter.institutionNote'),
    demonstration: text('print.demonstration'),
    page: text('letter.page'),
    reference: [
      [text('letter.fileNumber'), document.fileNumber],
      [text('print.direction'), text(`print.${document.direction}`)],
      [text('print.partner'), document.partner],
      [text('print.at'), formatInstant(locale, document.at.toISOString(), 'long', document.utcOffsetMinutes)],
      [text('print.document'), `${document.documentId} · ${String(document.version)}`],
      ...(document.transmissionId === null ? [] : [[text('print.transmission'), document.transmissionId]]),
    ],
    rows: linesOf(documentSheet(pair, document.content, locale), 0, (value) =>
      valueText(value, locale, text),
    ),
  };
}

/** The tree of rows as lines with a depth; a line without text is the heading of those below it. */
function linesOf(rows: readonly SheetRow[], depth: number, textOf: (value: SheetValue) => string): Json[] {
  return rows.flatMap(({ label, value, rows: inside, table }) => [
    {
      depth,
      label,
      text: value === undefined ? null : textOf(value),
      table:
        table === undefined
          ? null
          : {
              head: table.head,
              lines: table.lines.map((line) => line.map((cell) => (cell === null ? '' : textOf(cell)))),
            },
    },
    ...linesOf(inside ?? [], depth + 1, textOf),
  ]);
}

function valueText(value: SheetValue, locale: Locale, text: (key: string) => string): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'day':
      return formatDate(locale, value.text, 'long');
    case 'instant':
      return formatInstant(locale, value.text, 'long', 0);
    case 'code':
      return value.text === value.code ? value.code : `${value.text} (${value.code})`;
    case 'yes':
    case 'no':
    case 'none':
      return text(`print.${value.kind}`);
  }
}
