/**
 * Writes the tables of this room from files of World Population Prospects: `node policy/population/wpp/generate.ts
 * <folder>`. The folder holds the files named in read-wpp-2024.ts and read-wpp-2019.ts.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectOk } from '@urtuu/kernel';
import { COUNTRIES } from '../countries.ts';
import { readWpp2019 } from './read-wpp-2019.ts';
import { readWpp2024 } from './read-wpp-2024.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Wanted: the folder of the WPP files');
const files = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);
for (const [country, code] of Object.entries(COUNTRIES)) {
  for (const table of [readWpp2024(files, code), readWpp2019(files, code)]) {
    const found = expectOk(table, country);
    const target = new URL(`generated/${found.edition}-${country}.json`, import.meta.url);
    writeFileSync(target, `${JSON.stringify(found)}\n`);
  }
}
