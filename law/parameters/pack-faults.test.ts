import assert from 'node:assert/strict';
import { readFile, glob } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { openFlags } from './flag.ts';
import { faultsOfPack } from './pack-faults.ts';
import { parameterTopics } from './register.ts';

const FLAGS = new Set(openFlags().map(({ flag }) => flag));
const version = { from: '2024-01-01', value: '10', status: 'confirmed', source: 'a law' };
const pack = (...versions: object[]) => ({ series: [{ key: 'xx.rate', unit: 'percent', versions }] });

describe('A country pack', () => {
  test('as it is kept here has no fault, and every file is in the register', async () => {
    const topics = new Set(parameterTopics().map(({ topic }) => topic));
    for await (const file of glob('*/*.json', { cwd: import.meta.dirname })) {
      if (file.endsWith('flags.json')) continue;
      assert.ok(topics.delete(file.replace('.json', '')), file);
      const json: unknown = JSON.parse(await readFile(new URL(file, import.meta.url), 'utf8'));
      assert.deepEqual(faultsOfPack(json, FLAGS), [], file);
    }
    assert.deepEqual([...topics], []);
  });

  const planted = [
    ['without a source', pack({ ...version, source: ' ' }), '/series/0/versions/0/source'],
    ['with a status nobody knows', pack({ ...version, status: 'likely' }), '/series/0/versions/0/status'],
    ['with two versions of one day', pack(version, version), '/series/0/versions/1/from'],
    [
      'with versions out of order',
      pack(version, { ...version, from: '2020-01-01' }),
      '/series/0/versions/1/from',
    ],
    [
      'with a day that the calendar has not',
      pack({ ...version, from: '2024-02-30' }),
      '/series/0/versions/0/from',
    ],
    ['with a value that is no number', pack({ ...version, value: 'ten' }), '/series/0/versions/0/value'],
    ['with zero for unknown as an empty text', pack({ ...version, value: '' }), '/series/0/versions/0/value'],
    [
      'with a year that stands elsewhere than on 1 January',
      pack({ ...version, from: '2024-03-01', datePrecision: 'year' }),
      '/series/0/versions/0/from',
    ],
    [
      'with an open question that does not exist',
      pack({ ...version, flag: 'xx.none' }),
      '/series/0/versions/0/flag',
    ],
    ['with a key twice', { series: [...pack(version).series, ...pack(version).series] }, '/series/1/key'],
    ['without versions', pack(), '/series/0/versions'],
    ['with a member nobody reads', pack({ ...version, until: '2025-01-01' }), '/series/0/versions/0/until'],
  ] as const;
  for (const [name, json, place] of planted) {
    test(`${name} is refused at ${place}`, () => {
      assert.ok(faultsOfPack(json, FLAGS).some(({ pointer }) => pointer === place));
    });
  }

  test('knows a time without a value as a version that says so', () => {
    assert.deepEqual(faultsOfPack(pack(version, { ...version, from: '2025-01-01', value: null }), FLAGS), []);
  });
});
