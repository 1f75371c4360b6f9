import { useId, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { ScrollRegion } from './scroll-region.tsx';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly renderCell: (row: Row) => ReactNode;
  /** numbers stand on the right, their digits under each other */
  readonly numeric?: boolean;
  /** the cell that names the row */
  readonly names?: boolean;
}

export interface TableProps<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
  /** rows of registers keep their grid, long as they are, and scroll; other rows become cards on small screens */
  readonly keepGrid?: boolean;
}

/** A table that a keyboard can scroll and that turns into cards on a narrow screen. */
export function Table<Row>({ caption, captionHidden, columns, rows, rowKey, keepGrid }: TableProps<Row>) {
  const captionId = useId();
  return (
    <ScrollRegion
      className={classes('table-scroll', keepGrid === true && 'table-scroll--tall')}
      labelledBy={captionId}
    >
      <table className={classes(keepGrid !== true && 'table--cards')}>
        <caption id={captionId} className={classes(captionHidden === true && 'hidden-label')}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map(({ key, title, numeric }) => (
              <th key={key} scope="col" className={classes(numeric === true && 'numeric')}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)}>
              {columns.map(({ key, title, renderCell, numeric, names }) =>
                names === true ? (
                  <th key={key} scope="row">
                    {renderCell(row)}
                  </th>
                ) : (
                  <td key={key} data-column={title} className={classes(numeric === true && 'numeric')}>
                    {renderCell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
