/** One line of a comma-separated file, its cells by column name. */
export interface CsvRow {
  /** 1 is the line of column names. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** The rows of a file. The columns of WPP files have no commas within values, quoted or not. */
export function csvRows(text: string): CsvRow[] {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const names = cellsOf(head);
  return lines.flatMap((line, i) =>
    line.trim() === ''
      ? []
      : [{ line: i + 2, cells: new Map(cellsOf(line).map((value, k) => [names[k] ?? '', value])) }],
  );
}

function cellsOf(line: string): string[] {
  return line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}
