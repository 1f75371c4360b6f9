import { ok, refuse, type Result } from '@urtuu/kernel';
import type { Fault } from '@urtuu/law';
import { csvRows, type CsvRow } from './csv-rows.ts';
import { tableFaults } from './table-faults.ts';
import type { Series, WppTable } from './wpp-table.ts';

/** Texts of the files of one edition, by file name. */
export type WppFiles = ReadonlyMap<string, string>;

/**
 * The rows of one country in the files of an edition. What is missing or no number is noted as a fault with its file,
 * line and column, and reading goes on, so that one look finds everything.
 */
export class WppSource {
  readonly #faults: Fault[] = [];
  readonly #files: WppFiles;
  readonly #code: number;

  constructor(files: WppFiles, code: number) {
    this.#files = files;
    this.#code = code;
  }

  /** Rows of the country, in the order of the file; none where the file or the country is missing, which is a fault. */
  rows(file: string): CsvRow[] {
    const text = this.#files.get(file);
    if (text === undefined) {
      this.#fault(file, 'missing', `wanted the file ${file}`);
      return [];
    }
    const found = csvRows(text).filter(({ cells }) => cells.get('country_code') === String(this.#code));
    if (found.length === 0)
      this.#fault(file, 'missing', `found no row with country_code ${this.#code} in ${file}`);
    return found;
  }

  number(file: string, { line, cells }: CsvRow, column: string): number {
    const text = cells.get(column);
    const value = text === undefined || text === '' ? Number.NaN : Number(text);
    if (!Number.isFinite(value))
      this.#fault(`${file}/${line}/${column}`, 'type', `found ${text ?? 'no such column'}, wanted a number`);
    return value;
  }

  /** A column by calendar year, read from one file after the other without a gap. */
  yearly(files: readonly string[], column: string): Series {
    const values: number[] = [];
    let first = 0;
    for (const file of files) {
      for (const row of this.rows(file)) {
        const year = this.number(file, row, 'year');
        if (values.length === 0) first = year;
        else if (year !== first + values.length)
          this.#fault(`${file}/${row.line}/year`, 'value', `found ${year}, wanted ${first + values.length}`);
        values.push(this.number(file, row, column));
      }
    }
    return { first, step: 1, values };
  }

  /** A column of a long file, a list for each five-year period, its rows in the order of the file. */
  byPeriod(
    file: string,
    column: string,
    rowsEach: number,
  ): { readonly first: number; readonly values: number[][] } {
    const periods = Map.groupBy(this.rows(file), ({ cells }) => cells.get('period') ?? '');
    const first = periodStart([...periods.keys()][0] ?? '');
    const values = [...periods].map(([period, rows], i) => {
      if (periodStart(period) !== first + 5 * i)
        this.#fault(`${file}/${rows[0]?.line}/period`, 'value', `found ${period}, wanted ${first + 5 * i}`);
      if (rows.length !== rowsEach)
        this.#fault(`${file}/${rows[0]?.line}`, 'missing', `found ${rows.length} ages, wanted ${rowsEach}`);
      return rows.map((row) => this.number(file, row, column));
    });
    return { first, values };
  }

  /** The columns of a wide file that are named by a year or period, from several files, as `[first, rows → values]`. */
  wide(files: readonly string[], rowsEach: number): { readonly first: number; readonly values: number[][] } {
    const byYear = new Map<number, number[]>();
    for (const file of files) {
      const rows = this.rows(file);
      if (rows.length > 0 && rows.length !== rowsEach)
        this.#fault(file, 'missing', `found ${rows.length} rows of the country, wanted ${rowsEach}`);
      for (const column of rows[0]?.cells.keys() ?? []) {
        if (!/^\d{4}(-\d{4})?$/.test(column)) continue;
        byYear.set(
          periodStart(column),
          rows.map((row) => this.number(file, row, column)),
        );
      }
    }
    const first = Math.min(...byYear.keys());
    return {
      first,
      values: [...byYear.keys()].map((_, i) => {
        const found = byYear.get(first + 5 * i);
        if (found === undefined)
          this.#fault(files[0] ?? '', 'missing', `found no column for ${first + 5 * i}`);
        return found ?? [];
      }),
    };
  }

  /** The table if everything was there and can be; else every fault once. */
  checked(table: WppTable): Result<WppTable, Fault[]> {
    // A file is read once for each of its columns, and would tell each time that it is missing.
    const faults = [...new Map(this.#faults.map((fault) => [fault.pointer, fault])).values()];
    if (faults.length === 0) faults.push(...tableFaults(table));
    return faults.length > 0 ? refuse(faults) : ok(table);
  }

  #fault(place: string, code: 'missing' | 'type' | 'value', detail: string): void {
    this.#faults.push({ pointer: `/${place}`, code, detail });
  }
}

function periodStart(period: string): number {
  return Number(period.slice(0, 4));
}
