import type { Json } from '@urtuu/kernel';
import { documentSheet, type SheetRow, type SheetTable, type SheetValue } from '@urtuu/exchange/documents';
import { Loaded } from '../app/loaded.tsx';
import { Tag } from '../design/notice.tsx';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import { useDocumentSchema } from './document-schema.ts';

/** A document's content, every field under its name in the reader's language. */
export function DocumentSheet({ type, content }: { readonly type: string; readonly content: unknown }) {
  const { locale } = useLanguage();
  const schema = useDocumentSchema(type);
  return (
    <Loaded query={schema}>
      {(pair) => {
        const plain: Json = JSON.parse(JSON.stringify(content ?? null));
        return <Rows rows={documentSheet(pair, plain, locale)} />;
      }}
    </Loaded>
  );
}

function Rows({ rows }: { readonly rows: readonly SheetRow[] }) {
  return (
    <dl className="sheet">
      {rows.map(({ pointer, label, value, rows: inside, table }) => (
        <div key={pointer} className={value === undefined ? 'sheet__group' : 'sheet__row'}>
          <dt>{label}</dt>
          <dd>
            {value === undefined ? null : <Value value={value} />}
            {table === undefined ? null : <Lines label={label} table={table} />}
            {inside === undefined ? null : <Rows rows={inside} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ label, table }: { readonly label: string; readonly table: SheetTable }) {
  const columns = table.head.map((title, column) => ({
    key: title,
    title,
    renderCell: (line: SheetTable['lines'][number]) => {
      const cell = line[column];
      return cell === undefined || cell === null ? null : <Value value={cell} />;
    },
  }));
  return (
    <Table
      caption={label}
      captionHidden
      columns={columns}
      rows={table.lines}
      rowKey={(_, index) => String(index)}
      keepGrid
    />
  );
}

function Value({ value }: { readonly value: SheetValue }) {
  const { t, date, instant } = useLanguage();
  switch (value.kind) {
    case 'text':
      return <>{value.text}</>;
    case 'day':
      return <>{date(value.text)}</>;
    case 'instant':
      return <>{instant(value.text)}</>;
    case 'code':
      return (
        <>
          {value.text} <span className="soft small">{value.code}</span>{' '}
          {value.known ? null : <Tag>{t('document.unknownCode')}</Tag>}
        </>
      );
    case 'yes':
      return <>{t('document.yes')}</>;
    case 'no':
      return <>{t('document.no')}</>;
    case 'none':
      return <span className="soft">{t('document.nothing')}</span>;
  }
}
