/** Reads comma-separated values by RFC 4180, piece by piece; comma, semicolon or tab, as the first line has it. */
export class CsvReader {
  #delimiter: string | undefined;
  #rest = '';
  #isFirst = true;

  /** Rows that end within what has come so far. */
  *push(piece: string): Generator<string[]> {
    const text = this.#isFirst ? piece.replace(/^\uFEFF/, '') : piece;
    this.#isFirst = false;
    yield* this.#rows(this.#rest + text, 'more');
  }

  /** The last row, if the text did not end with a line break. */
  *end(): Generator<string[]> {
    if (this.#rest !== '') yield* this.#rows(`${this.#rest}\n`, 'last');
    // A quote that never ends: what there is counts.
    if (this.#rest !== '') yield cells(this.#rest.slice(0, -1), this.#delimiter ?? ',');
    this.#rest = '';
  }

  *#rows(text: string, come: 'more' | 'last'): Generator<string[]> {
    let from = 0;
    for (;;) {
      const end = endOfRow(text, from);
      // A carriage return at the very end may be half of a line break.
      if (end < 0 || (come === 'more' && text[end] === '\r' && end === text.length - 1)) break;
      const row = text.slice(from, end);
      from = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
      this.#delimiter ??= delimiterOf(row);
      if (row !== '') yield cells(row, this.#delimiter);
    }
    this.#rest = text.slice(from);
  }
}

/** One row as RFC 4180 has it. */
export function csvRow(values: readonly (string | number)[]): string {
  return values
    .map((value) => {
      const text = String(value);
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');
}

function endOfRow(text: string, from: number): number {
  let at = from;
  for (;;) {
    LINE_BREAK.lastIndex = at;
    const end = LINE_BREAK.exec(text)?.index ?? -1;
    if (end < 0) return -1;
    // A line break inside quotes belongs to the cell: count the quotes so far.
    const row = text.slice(from, end);
    if (!row.includes('"') || (row.split('"').length - 1) % 2 === 0) return end;
    at = end + 1;
  }
}

const LINE_BREAK = /[\r\n]/g;

function delimiterOf(row: string): string {
  const count = (delimiter: string): number => row.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

function cells(row: string, delimiter: string): string[] {
  if (!row.includes('"')) return row.split(delimiter);
  const found: string[] = [];
  let at = 0;
  while (at <= row.length) {
    if (row[at] === '"') {
      let cell = '';
      at += 1;
      while (at < row.length) {
        const quote = row.indexOf('"', at);
        const end = quote < 0 ? row.length : quote;
        cell += row.slice(at, end);
        at = end + 1;
        if (row[at] !== '"') break;
        cell += '"';
        at += 1;
      }
      const next = row.indexOf(delimiter, at);
      found.push(cell + row.slice(at, next < 0 ? row.length : next));
      at = next < 0 ? row.length + 1 : next + 1;
    } else {
      const next = row.indexOf(delimiter, at);
      found.push(row.slice(at, next < 0 ? row.length : next));
      at = next < 0 ? row.length + 1 : next + 1;
    }
  }
  return found;
}
