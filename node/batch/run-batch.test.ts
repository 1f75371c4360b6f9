import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { day } from '@urtuu/kernel';
import { assess, type AssessOptions, type InsuranceRecord } from '@urtuu/law';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { ByteWriter, parquetWrite } from 'hyparquet-writer';
import { synthesise } from '../synth/index.ts';
import { parquetSource } from './parquet-source.ts';
import { BatchInputFault } from './rows.ts';
import { refusedFile, runBatch, type BatchOptions } from './run-batch.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'urtuu-batch-'));
after(() => rmSync(FOLDER, { recursive: true, force: true }));

const PEOPLE = [
  ...[...synthesise({ persons: 60, seed: 1, country: 'MN' })].map(({ record }) => record),
  ...[...synthesise({ persons: 20, seed: 2, country: 'KZ' })].map(({ record }) => record),
];
const ASKED: AssessOptions = {
  law: 'mn',
  on: day('2026-06-01'),
  treaty: 'kz-mn',
  assume: { 'kzmn.inForceFrom': '2026-01-01' },
  explain: 'none',
};
const ONE_BY_ONE = PEOPLE.map((record, i) => ({ row: i + 1, assessment: assess(record, ASKED) }));

function file(name: string, content?: string | Uint8Array): string {
  const path = join(FOLDER, name);
  if (content !== undefined) writeFileSync(path, content);
  return path;
}

function batch(input: string, output: string, more: Partial<BatchOptions> = {}) {
  const stop = new AbortController().signal;
  return runBatch({ input, output, asked: ASKED, threads: 2, stop, progress: () => undefined, ...more });
}

const lines = (records: readonly InsuranceRecord[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

function linesOf(path: string): unknown[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}

describe('a batch', () => {
  test('gives the same assessments as one by one, in the order of the rows, on any number of threads', async () => {
    const input = file('people.ndjson', lines(PEOPLE));
    for (const threads of [1, 2, 3]) {
      const output = file(`awards-${threads}.ndjson`);
      const { tally, refused } = await batch(input, output, { threads });
      assert.deepEqual(linesOf(output), JSON.parse(JSON.stringify(ONE_BY_ONE)));
      assert.equal(refused, undefined);
      assert.deepEqual([tally.assessed, tally.refused, tally.failed], [80, 0, 0]);
      const count = (outcome: string) =>
        ONE_BY_ONE.filter(({ assessment }) => assessment.outcome === outcome).length;
      assert.deepEqual(tally.outcomes, {
        eligible: count('eligible'),
        notEligible: count('notEligible'),
        undetermined: count('undetermined'),
      });
    }
  });

  test('explains each award where that is asked for', async () => {
    const output = file('explained.ndjson');
    const asked = { ...ASKED, explain: 'full' } as const;
    await batch(file('few.ndjson', lines(PEOPLE.slice(0, 3))), output, { asked });
    const wanted = PEOPLE.slice(0, 3).map((record, i) => ({ row: i + 1, assessment: assess(record, asked) }));
    assert.deepEqual(linesOf(output), JSON.parse(JSON.stringify(wanted)));
  });

  for (const codec of ['SNAPPY', 'UNCOMPRESSED'] as const) {
    test(`reads and writes Parquet, ${codec}, in groups of rows`, async () => {
      const writer = new ByteWriter();
      const data = PEOPLE.map((record) => JSON.stringify(record));
      await parquetWrite({
        writer,
        codec,
        rowGroupSize: 33,
        columnData: [{ name: 'record', data, type: 'STRING' }],
      });
      const output = file(`awards-${codec}.parquet`);
      await batch(file(`people-${codec}.parquet`, writer.getBytes()), output);
      const rows = await parquetReadObjects({ file: await asyncBufferFromFile(output) });
      assert.deepEqual(
        rows.map(({ row, assessment }) => ({
          row: Number(row),
          assessment: JSON.parse(String(assessment)) as unknown,
        })),
        JSON.parse(JSON.stringify(ONE_BY_ONE)),
      );
      assert.deepEqual(
        rows.map(({ outcome, total, currency, missing }) => [outcome, total, currency, missing]),
        ONE_BY_ONE.map(({ assessment: { outcome, total, missing } }) => [
          outcome,
          total?.amount ?? null,
          total?.currency ?? null,
          missing.length === 0 ? null : missing.map(({ fact }) => fact).join(' '),
        ]),
      );
      const metadata = await parquetMetadataAsync(await asyncBufferFromFile(output));
      const [kept] = metadata.key_value_metadata ?? [];
      assert.match(kept?.value ?? '', /"law":"mn".*"on":"2026-06-01"/);
    });
  }

  test('names what is wrong with a row, by row and pointer, and goes on with the others', async () => {
    const [first, second] = PEOPLE;
    assert.ok(first !== undefined && second !== undefined);
    const [period] = first.periods;
    const [row] = first.earnings;
    const [number] = first.person.identifiers;
    assert.ok(period !== undefined && row !== undefined && number !== undefined);
    const bad: readonly [what: unknown, pointer: string, code: string][] = [
      ['{"version":', '', 'not-json'],
      [[], '', 'type'],
      [{ ...first, periods: undefined }, '/periods', 'missing'],
      [
        { ...first, periods: [{ ...period, from: '2001-02-01', to: '2000-01-01' }] },
        '/periods/0',
        'from-after-to',
      ],
      [{ ...first, periods: [{ ...period, from: '2001-02-30' }] }, '/periods/0/from', 'impossible-date'],
      [{ ...first, periods: [{ ...period, from: '-2001-02-01' }] }, '/periods/0/from', 'format'],
      [{ ...first, earnings: [{ ...row, amount: '-5' }] }, '/earnings/0/amount', 'format'],
      [{ ...first, earnings: [{ ...row, currency: 'MNX' }] }, '/earnings/0/currency', 'unknown-currency'],
      [
        { ...first, earnings: [{ ...row, currency: 'KZT', year: 1990 }] },
        '/earnings/0/currency',
        'currency-not-yet',
      ],
      [{ ...first, person: { ...first.person, residence: 'QQ' } }, '/person/residence', 'unknown-country'],
      [
        {
          ...first,
          person: { ...first.person, identifiers: [number, ...second.person.identifiers] },
        },
        '/person/identifiers/1/value',
        'contradicting-identifier',
      ],
    ];
    const texts = bad.map(([what]) => (typeof what === 'string' ? what : JSON.stringify(what)));
    const mixed = [JSON.stringify(first), ...texts, '', JSON.stringify(second)].join('\n');
    const output = file('mixed.ndjson');
    const { tally, refused } = await batch(file('bad.ndjson', mixed), output);
    assert.equal(refused, refusedFile(output));
    assert.deepEqual([tally.assessed, tally.refused, tally.failed], [2, bad.length, 0]);
    const failed = linesOf(refusedFile(output)).map((line) => refusedRow(line));
    bad.forEach(([, pointer, code], i) => {
      const found = failed[i];
      assert.equal(found?.row, i + 2);
      assert.equal(found?.text, texts[i]);
      assert.ok(
        found?.faults.some((fault) => fault.pointer === pointer && fault.code === code),
        `${code}: ${JSON.stringify(found?.faults)}`,
      );
    });
    assert.deepEqual(
      linesOf(output).map((line) => rowOf(line)),
      [1, bad.length + 3],
    );
    // A later batch without faults does not leave the old ones standing.
    await batch(file('good.ndjson', lines([first])), output);
    assert.equal(existsSync(refusedFile(output)), false);
  });

  test('names a line that is not UTF-8 and takes a byte order mark for none', async () => {
    const good = Buffer.from(JSON.stringify(PEOPLE[0]));
    const bytes = Buffer.concat([Buffer.from('\uFEFF'), good, Buffer.from([10, 0xff, 0xfe, 10]), good]);
    const output = file('bytes.ndjson');
    const { tally } = await batch(file('bytes-in.ndjson', bytes), output);
    assert.deepEqual([tally.assessed, tally.faults], [2, { 'not-utf8': 1 }]);
  });

  test('that is stopped leaves what was there before, and nothing half-written', async () => {
    const output = file('stopped.ndjson', 'from before\n');
    const stop = AbortSignal.abort();
    await assert.rejects(batch(file('stopped-in.ndjson', lines(PEOPLE)), output, { stop }));
    assert.equal(readFileSync(output, 'utf8'), 'from before\n');
    assert.deepEqual(
      readdirSync(FOLDER).filter((name) => name.includes('partial')),
      [],
    );
  });

  test('takes Parquet rows as they are: over several lines, empty, or none at all', async () => {
    const writer = new ByteWriter();
    const data = [JSON.stringify(PEOPLE[0], null, 2), null, ' ', JSON.stringify(PEOPLE[1])];
    await parquetWrite({ writer, columnData: [{ name: 'record', data, type: 'STRING' }] });
    const output = file('odd.ndjson');
    const { tally } = await batch(file('odd.parquet', writer.getBytes()), output);
    assert.deepEqual(
      linesOf(output).map((line) => rowOf(line)),
      [1, 4],
    );
    assert.deepEqual(tally.faults, { missing: 1, 'not-json': 1 });
  });

  test('refuses Parquet that it cannot read so, in words', async () => {
    const writer = new ByteWriter();
    await parquetWrite({ writer, columnData: [{ name: 'other', data: [1, 2] }] });
    const wrong = file('wrong.parquet', writer.getBytes());
    await assert.rejects(batch(wrong, file('none.parquet')), /has no column "record"/);
    await assert.rejects(batch(file('no.parquet', 'text'), file('none.parquet')), BatchInputFault);
    const one = new ByteWriter();
    await parquetWrite({
      writer: one,
      columnData: [{ name: 'record', data: ['x'.repeat(5000)], type: 'STRING' }],
    });
    const large = file('large.parquet', one.getBytes());
    await assert.rejects(parquetSource(large, { largestGroup: 4000 }), /write smaller row groups/);
    assert.equal(existsSync(file('none.parquet')), false);
  });
});

interface RefusedRow {
  readonly row: number;
  readonly text: string | null;
  readonly faults: readonly { readonly pointer: string; readonly code: string }[];
}

function refusedRow(line: unknown): RefusedRow | undefined {
  return isRefusedRow(line) ? line : undefined;
}

function isRefusedRow(line: unknown): line is RefusedRow {
  return typeof line === 'object' && line !== null && 'row' in line && 'faults' in line && 'text' in line;
}

function rowOf(line: unknown): unknown {
  return typeof line === 'object' && line !== null && 'row' in line ? line.row : undefined;
}
