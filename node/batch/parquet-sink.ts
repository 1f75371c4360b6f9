import { formatDay } from '@urtuu/kernel';
import type { AssessOptions } from '@urtuu/law';
import { ByteWriter, ParquetWriter, type ColumnSource } from 'hyparquet-writer';
import type { SchemaElement } from 'hyparquet';
import type { PartialFile } from './partial-file.ts';
import type { Assessed } from './rows.ts';
import type { Sink } from './sink.ts';

/** A row group is kept in memory until it is written. */
const GROUP_CHARACTERS = 8 * 1024 * 1024;

const SCHEMA: SchemaElement[] = [
  { name: 'root', num_children: 6 },
  { name: 'row', type: 'INT64', repetition_type: 'REQUIRED' },
  { name: 'outcome', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
  { name: 'total', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
  { name: 'currency', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
  { name: 'missing', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
  { name: 'assessment', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
];

/** Assessments as Parquet, a row group at a time; the file itself says how they were asked for. */
export function parquetSink(file: PartialFile, options: AssessOptions): Sink {
  const bytes = new FileBytes(file);
  const writer = new ParquetWriter({
    writer: bytes,
    schema: SCHEMA,
    createdBy: 'urtuu',
    kvMetadata: [{ key: 'urtuu.assess', value: asked(options) }],
  });
  let group = emptyGroup();
  const writeGroup = async (): Promise<void> => {
    const { columns, rows } = group;
    group = emptyGroup();
    const columnData: ColumnSource[] = Object.entries(columns).map(([name, data]) => ({ name, data }));
    await writer.write({ columnData, rowGroupSize: Math.max(1, rows) });
  };
  return {
    async write(assessed) {
      append(group, assessed);
      if (group.characters >= GROUP_CHARACTERS) await writeGroup();
    },
    async commit() {
      if (group.rows > 0) await writeGroup();
      await writer.finish();
      await file.commit();
    },
    discard: () => file.discard(),
  };
}

interface Group {
  rows: number;
  characters: number;
  readonly columns: {
    readonly row: bigint[];
    readonly outcome: string[];
    readonly total: (string | null)[];
    readonly currency: (string | null)[];
    readonly missing: (string | null)[];
    readonly assessment: string[];
  };
}

function emptyGroup(): Group {
  const columns = { row: [], outcome: [], total: [], currency: [], missing: [], assessment: [] };
  return { rows: 0, characters: 0, columns };
}

function append(group: Group, { row, outcome, total, currency, missing, assessment }: Assessed): void {
  group.rows += row.length;
  for (const text of assessment) group.characters += text.length;
  group.columns.row.push(...row.map(BigInt));
  group.columns.outcome.push(...outcome);
  group.columns.total.push(...total);
  group.columns.currency.push(...currency);
  group.columns.missing.push(...missing);
  group.columns.assessment.push(...assessment);
}

/** What was asked of the law, as JSON with ISO days. */
function asked({ on, payOn, ...others }: AssessOptions): string {
  return JSON.stringify({
    ...others,
    on: formatDay(on),
    ...(payOn === undefined ? {} : { payOn: formatDay(payOn) }),
  });
}

/** The writer's bytes, emptied into the file after each row group. */
class FileBytes extends ByteWriter {
  readonly #file: PartialFile;

  constructor(file: PartialFile) {
    super();
    this.#file = file;
  }

  async flush(): Promise<void> {
    const written = new Uint8Array(this.buffer, 0, this.index).slice();
    this.index = 0;
    if (written.length > 0) await this.#file.write(written);
  }

  override finish(): Promise<void> {
    return this.flush();
  }
}
