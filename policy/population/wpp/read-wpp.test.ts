import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expectOk } from '@urtuu/kernel';
import { at } from '../columns.ts';
import { loadTable } from '../tables.ts';
import { readWpp2019 } from './read-wpp-2019.ts';
import { readWpp2024 } from './read-wpp-2024.ts';
import { files2019, files2024 } from './wpp-files.fixture.ts';

const MONGOLIA = 496;

describe('files of WPP 2024', () => {
  test('are read into the table that was written from them', async () => {
    const table = await loadTable('mn');
    assert.deepEqual(expectOk(readWpp2024(files2024(table), MONGOLIA), 'Mongolia'), table);
  });

  test('of any other country are read as well', async () => {
    const table = { ...(await loadTable('kz')), code: 860 };
    assert.deepEqual(expectOk(readWpp2024(files2024(table), 860), 'a fifth country'), table);
  });

  test('name the file that is missing, the country that is missing, the cell that is no number', async () => {
    const files = new Map(files2024(await loadTable('mn')));
    files.delete('wpp2024_mx5dt.csv');
    const births = files.get('wpp2024extra_births1dt.csv') ?? '';
    files.set('wpp2024extra_births1dt.csv', births.replace(/^496,1951,.*$/m, '496,1951,many'));
    const found = readWpp2024(files, MONGOLIA);
    assert.equal(found.ok, false);
    const faults = found.ok ? [] : found.error.map(({ pointer, code }) => `${pointer} ${code}`);
    assert.deepEqual(faults, ['/wpp2024_mx5dt.csv missing', '/wpp2024extra_births1dt.csv/4/births type']);
    const nowhere = readWpp2024(files2024(await loadTable('mn')), 999);
    assert.match(nowhere.ok ? '' : (nowhere.error[0]?.detail ?? ''), /no row with country_code 999/);
  });

  test('with a year left out, or a value that no country has, are refused with the place', async () => {
    const table = await loadTable('mn');
    const files = new Map(files2024(table));
    const later = files.get('wpp2024_tfrproj1dt.csv') ?? '';
    files.set('wpp2024_tfrproj1dt.csv', later.replace(/^496,2050,.*\n/m, ''));
    const gap = readWpp2024(files, MONGOLIA);
    assert.match(gap.ok ? '' : (gap.error[0]?.detail ?? ''), /found 2051, wanted 2050/);
    const high = {
      ...table,
      totalFertility: { ...table.totalFertility, values: table.totalFertility.values.with(3, 40) },
    };
    const impossible = readWpp2024(files2024(high), MONGOLIA);
    assert.deepEqual(impossible.ok ? [] : impossible.error.map(({ pointer }) => pointer), [
      '/totalFertility/3',
    ]);
  });
});

describe('files of WPP 2019', () => {
  test('are read into the table that was written from them', async () => {
    const table = await loadTable('mn', 2019);
    assert.deepEqual(expectOk(readWpp2019(files2019(table), MONGOLIA), 'Mongolia'), table);
  });

  test('without a period are refused', async () => {
    const table = await loadTable('mn', 2019);
    const files = new Map(files2019(table));
    files.set(
      'wpp2019_sexRatio.csv',
      (files.get('wpp2019_sexRatio.csv') ?? '').replace('2020-2025', 'other'),
    );
    const found = readWpp2019(files, MONGOLIA);
    assert.match(found.ok ? '' : (found.error[0]?.detail ?? ''), /no column for 2020/);
  });
});

test('a table keeps its attribution and its code', async () => {
  for (const edition of [2019, 2024] as const) {
    const { attribution, code, population } = await loadTable('mn', edition);
    assert.match(attribution, new RegExp(`© ${edition} United Nations.*CC BY 3.0 IGO`));
    assert.equal(code, MONGOLIA);
    assert.ok(at(population.M[0] ?? [], 0) > 0);
  }
});
