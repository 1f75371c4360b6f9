/** The files `urtuu link` reads: settings, model, records, labels. Each fault names the file and the place. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import {
  CORRIDOR_MODEL,
  CORRIDOR_SETTINGS,
  LATIN_SETTINGS,
  TableBuilder,
  versionOf,
  type Calibrations,
  type LinkModel,
  type LinkSettings,
} from '@urtuu/identity';
import { pointerTo } from '@urtuu/kernel';
import type { z } from 'zod';
import { CsvReader } from './csv.ts';
import { linkModelSchema, linkSettingsSchema } from './link-schemas.ts';

/** A file that is not what it should be. */
export class LinkFileFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LinkFileFault';
  }
}

export const NAMED_SETTINGS: Readonly<Record<string, LinkSettings>> = {
  corridor: CORRIDOR_SETTINGS,
  latin: LATIN_SETTINGS,
};

/** Settings by name (`corridor`, `latin`) or from a JSON file. */
export async function readSettings(nameOrFile: string): Promise<LinkSettings> {
  const named = NAMED_SETTINGS[nameOrFile];
  if (named !== undefined) return named;
  return await readJson(nameOrFile, linkSettingsSchema);
}

/** Probabilities as calibrated on made-up people, for settings that have such a calibration. */
export function knownCalibration(settings: LinkSettings): Calibrations | undefined {
  return CORRIDOR_MODEL.settings === versionOf(settings) ? CORRIDOR_MODEL.calibration : undefined;
}

/** A model written by an earlier run; refused if it is of other settings. */
export async function readModel(file: string, settings: LinkSettings): Promise<LinkModel> {
  const model = await readJson(file, linkModelSchema);
  if (model.settings !== versionOf(settings)) {
    throw new LinkFileFault(`${file}/settings: found ${model.settings}, wanted ${versionOf(settings)}`);
  }
  return model;
}

export interface SourceFile {
  readonly ids: readonly string[];
  /** values of the extra columns asked for, by record */
  readonly extra: Readonly<Record<string, readonly string[]>>;
  readonly fieldsWithoutColumn: readonly string[];
  /** rows with more or fewer cells than the header: kept as far as they go */
  readonly unevenRows: number;
}

/** Reads the records of one file into the table. */
export async function readSource(
  file: string,
  builder: TableBuilder,
  source: 0 | 1,
  { id, extra }: { readonly id: string | undefined; readonly extra: readonly string[] },
): Promise<SourceFile> {
  const ids: string[] = [];
  const values = extra.map((): string[] => []);
  let header: readonly string[] | undefined;
  let fieldsWithoutColumn: readonly string[] = [];
  let idAt = -1;
  let extraAt: readonly number[] = [];
  let unevenRows = 0;
  for await (const row of rowsOf(file)) {
    if (header === undefined) {
      header = row.map((name) => name.trim());
      fieldsWithoutColumn = builder.begin(header, source);
      idAt = columnAt(file, header, id, ID_COLUMNS);
      extraAt = extra.map((name) => columnAt(file, header ?? [], name, []));
      continue;
    }
    if (row.length !== header.length) unevenRows += 1;
    builder.add(row, source);
    ids.push(idAt < 0 ? String(ids.length + 1) : (row[idAt]?.trim() ?? ''));
    for (const [i, at] of extraAt.entries()) values[i]?.push(row[at]?.trim() ?? '');
  }
  if (header === undefined) throw new LinkFileFault(`${file}: is empty; wanted a line of column names`);
  return {
    ids,
    extra: Object.fromEntries(extra.map((name, i) => [name, values[i] ?? []])),
    fieldsWithoutColumn,
    unevenRows,
  };
}

export async function* rowsOf(file: string): AsyncGenerator<string[]> {
  const reader = new CsvReader();
  try {
    for await (const piece of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
      yield* reader.push(String(piece));
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  yield* reader.end();
}

const ID_COLUMNS = ['id', 'rec_id', 'record_id', 'unique_id'];

/** Position of a column; of several usual names the first there is, or -1. A name that was asked for must be there. */
function columnAt(
  file: string,
  header: readonly string[],
  asked: string | undefined,
  usual: readonly string[],
): number {
  const lower = header.map((name) => name.toLowerCase());
  if (asked === undefined) return usual.map((name) => lower.indexOf(name)).find((at) => at >= 0) ?? -1;
  const at = lower.indexOf(asked.toLowerCase());
  if (at < 0) throw new LinkFileFault(`${file}: has no column ${asked}; there are ${header.join(', ')}`);
  return at;
}

async function readJson<T extends z.ZodType>(file: string, schema: T): Promise<z.infer<T>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unreadable(file, error);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new LinkFileFault(`${file}: not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    ({ path, message }) =>
      `${file}${path.reduce<string>((at, step) => pointerTo(at, String(step)), '')}: ${message}`,
  );
  throw new LinkFileFault(faults.join('\n'));
}

function unreadable(file: string, error: unknown): LinkFileFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return new LinkFileFault(`${file}: cannot be read (${code})`);
}
