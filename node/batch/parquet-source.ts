import { stat } from 'node:fs/promises';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import {
  asyncBufferFromFile,
  parquetMetadataAsync,
  parquetReadObjects,
  type Compressors,
  type FileMetaData,
} from 'hyparquet';
import { BatchInputFault, type Block, type Source } from './rows.ts';

/** The column that holds the records, each as JSON text. */
export const RECORD_COLUMN = 'record';

/** A row group is read whole, so it must not be larger: about 2,000 records of an average career. */
const LARGEST_GROUP_BYTES = 64 * 1024 * 1024;
const BLOCK_ROWS = 64;

/** A Parquet file with a column of records. Throws BatchInputFault on a file that cannot be read so. */
export async function parquetSource(
  file: string,
  { largestGroup = LARGEST_GROUP_BYTES } = {},
): Promise<Source> {
  await stat(file);
  const buffer = await asyncBufferFromFile(file);
  const metadata = await parquetMetadataAsync(buffer).catch((error: unknown) => {
    throw new BatchInputFault(`${file} is not Parquet: ${error instanceof Error ? error.message : ''}`);
  });
  refuseUnfit(file, metadata, largestGroup);

  async function* blocks(): AsyncGenerator<Block> {
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      const rows = await parquetReadObjects({
        file: buffer,
        metadata,
        columns: [RECORD_COLUMN],
        rowStart,
        rowEnd,
        compressors: COMPRESSORS,
        parsers: AS_BYTES,
      });
      for (let at = 0; at < rows.length; at += BLOCK_ROWS) {
        const part = rows.slice(at, at + BLOCK_ROWS);
        const first = rowStart + at + 1;
        yield {
          first,
          rows: part.map((row) => bytesOf(row[RECORD_COLUMN])),
          overlong: [],
          read: first - 1 + part.length,
        };
      }
      rowStart = rowEnd;
    }
  }
  return { size: Number(metadata.num_rows), blocks: blocks() };
}

/** Snappy is built into the reader. */
const COMPRESSORS: Compressors = {
  GZIP: (input) => gunzipSync(input),
  BROTLI: (input) => brotliDecompressSync(input),
  ZSTD: (input) => zstdDecompressSync(input),
};

/** Texts are read by the threads, which share the work and forget them soon. */
const AS_BYTES = {
  stringFromBytes: (bytes: Uint8Array) => bytes,
  jsonFromBytes: (bytes: Uint8Array) => bytes,
};

/** A copy, because the bytes of a page lie in one buffer. */
function bytesOf(value: unknown): Uint8Array | null {
  return value instanceof Uint8Array ? value.slice() : null;
}

function refuseUnfit(file: string, metadata: FileMetaData, largestGroup: number): void {
  const column = metadata.schema.find(({ name }) => name === RECORD_COLUMN);
  if (column?.type !== 'BYTE_ARRAY')
    throw new BatchInputFault(`${file} has no column "${RECORD_COLUMN}" of texts`);
  metadata.row_groups.forEach(({ columns, num_rows: rows }, i) => {
    const size = columns.find(({ meta_data: data }) => data?.path_in_schema[0] === RECORD_COLUMN)?.meta_data
      ?.total_uncompressed_size;
    if (size === undefined || size <= largestGroup) return;
    const found = `row group ${i} of ${file} holds ${rows} records in ${megabytes(Number(size))} MB`;
    throw new BatchInputFault(
      `${found}; wanted at most ${megabytes(largestGroup)} MB, so write smaller row groups`,
    );
  });
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
