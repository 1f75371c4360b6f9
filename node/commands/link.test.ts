import { SeededRandom } from '@urtuu/kernel';
import { LATIN_SETTINGS } from '@urtuu/identity';
import {
  corridorPeople,
  CORRIDOR_HEADER,
  latinPersons,
  recordOf,
  withErrors,
} from '@urtuu/identity/constructed';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { csvRow } from '../link/csv.ts';
import { runCommandLine } from './main.ts';
import { recordingTerminal } from './recording-terminal.ts';

const DIR = mkdtempSync(join(tmpdir(), 'urtuu-link-'));
after(() => rmSync(DIR, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(DIR, name);
  writeFileSync(path, text);
  return path;
}

function csv(name: string, rows: readonly (readonly (string | number)[])[]): string {
  return file(name, `${rows.map(csvRow).join('\n')}\n`);
}

const read = (name: string): string => readFileSync(join(DIR, name), 'utf8');

async function urtuu(...args: readonly string[]): Promise<{ code: number; output: string; errors: string }> {
  const terminal = recordingTerminal();
  const code = await runCommandLine(['link', ...args], terminal);
  return { code, output: terminal.output.join('\n'), errors: terminal.errors.join('\n') };
}

const made = latinPersons(new SeededRandom(21), { persons: 300, copies: () => 1 });
const persons = csv('persons.csv', [
  ['id', 'person', ...made.header],
  ...made.rows.map((row, i) => [i, made.person[i] ?? -1, ...row]),
]);
const quick = file(
  'settings.json',
  JSON.stringify({ ...LATIN_SETTINGS, training: { ...LATIN_SETTINGS.training, randomPairs: 20_000 } }),
);

describe('urtuu link', () => {
  test('links one file, writes links and clusters, and holds them against labels', async () => {
    const { code, output } = await urtuu(
      persons,
      '--settings',
      quick,
      '--labels',
      'column:person',
      '--out',
      join(DIR, 'links.csv'),
      '--clusters',
      join(DIR, 'clusters.csv'),
      '--charts',
      DIR,
      '--json',
    );
    assert.equal(code, 0);
    const report = JSON.parse(output);
    assert.deepEqual(report.records, [600]);
    assert.equal(report.evaluation.truePairs, 300);
    assert.ok(report.evaluation.best.f1 > 0.98, String(report.evaluation.best.f1));
    const [header, first] = read('links.csv').split('\n');
    assert.match(header ?? '', /^id_a,id_b,probability,use,given,family,/);
    assert.match(first ?? '', /^\d+,\d+,1\.0+,automatic,/);
    assert.match(read('clusters.csv'), /^cluster,id,weakest_a,weakest_b,weakest_bits,held_by\n1,/);
    for (const chart of ['weights', 'thresholds', 'calibration', 'most-doubtful-pair']) {
      assert.match(read(`${chart}.svg`), /^<svg [^>]*role="img".*<\/svg>\n$/s);
    }
  });

  test('links two files across scripts and explains a pair', async () => {
    const random = new SeededRandom(5);
    const people = [...corridorPeople(7, 120)].filter((person) => person.people === 'kazakh');
    const rows = (script: 'kk-Cyrl' | 'Latn') => [
      ['id', ...CORRIDOR_HEADER],
      ...people.map((person, i) => [i, ...withErrors(random, recordOf(random, person, script))]),
    ];
    const labels = csv('labels.csv', [['a', 'b'], ...people.map((_, i) => [i, i])]);
    const { code, output, errors } = await urtuu(
      csv('kk.csv', rows('kk-Cyrl')),
      csv('latn.csv', rows('Latn')),
      '--labels',
      labels,
      '--explain',
      '3,3',
      '--json',
    );
    assert.equal(code, 0);
    const { evaluation } = JSON.parse(output);
    assert.equal(evaluation.truePairs, people.length);
    assert.ok(evaluation.best.f1 > 0.85, String(evaluation.best.f1));
    assert.match(errors, /prior +-\d+\.\d\d\n(?:.*\n)+ +sum +-?\d+\.\d\d bits, probability /);
  });

  test('uses a model that was written before, to the same result', async () => {
    const model = join(DIR, 'model.json');
    const run = async (...more: readonly string[]): Promise<string> => {
      const out = join(DIR, 'again.csv');
      assert.equal((await urtuu(persons, '--settings', quick, '--out', out, ...more)).code, 0);
      return read('again.csv');
    };
    const trained = await run('--save-model', model);
    assert.equal(await run('--model', model), trained);
    const { code, errors } = await urtuu(persons, '--settings', 'corridor', '--model', model);
    assert.equal(code, 2);
    assert.match(errors, /model\.json\/settings: found latin@1, wanted corridor@1/);
  });

  test('is the same on one thread as on two', async () => {
    const many = latinPersons(new SeededRandom(22), { persons: 2600, copies: () => 1 });
    const input = csv('many.csv', [['id', ...many.header], ...many.rows.map((row, i) => [i, ...row])]);
    const run = async (threads: string): Promise<string> => {
      const out = join(DIR, `threads-${threads}.csv`);
      assert.equal((await urtuu(input, '--settings', quick, '--threads', threads, '--out', out)).code, 0);
      return read(`threads-${threads}.csv`);
    };
    const alone = await run('1');
    assert.ok(alone.split('\n').length > 2000);
    assert.equal(await run('2'), alone);
  });

  test('drops no row, however bad, and says what it could not read', async () => {
    const input = csv('bad.csv', [
      ['id', 'full_name', 'script', 'country', 'birth_date', 'sex', 'birth_place'],
      ['1', 'Нaрлан Ахметұлы', '', 'KZ', '1961-02-30', 'male', 'Буянт'],
      ['2', '', '', '', 'spring', 'x', 'Мордор'],
      ['3', 'Б', '', 'MN', '农历1961年4月12日', '', ''],
      ['4', Array.from({ length: 40 }, () => 'Бат').join(' '), '', 'MN', '1961', 'эм', ''],
      ['5', 'Нұр\u0000лан', '', 'KZ', '', '', ''],
      ['6', 'short'],
    ]);
    const warnings = join(DIR, 'warnings.csv');
    const { code, output } = await urtuu(input, '--warnings', warnings, '--json');
    assert.equal(code, 0);
    const report = JSON.parse(output);
    assert.deepEqual(report.records, [6]);
    assert.equal(report.unevenRows, 1);
    const lines = read('warnings.csv').trim().split('\n').slice(1).sort();
    assert.deepEqual(lines, [
      '1,birthDate,date-impossible',
      '1,birthPlace,place-ambiguous',
      '1,name,name-look-alike-letters',
      '2,birthDate,date-unreadable',
      '2,birthPlace,place-unknown',
      '2,name,name-empty',
      '2,sex,sex-unreadable',
      '3,birthDate,date-lunar',
      '3,name,name-one-letter',
      '4,birthDate,date-incomplete',
      '4,name,name-many-parts',
      '5,name,name-control-characters',
    ]);
  });

  const faults: readonly (readonly [string, () => readonly string[], RegExp])[] = [
    ['no file', () => [], /Wanted: one CSV file, or two/],
    ['a file that is not there', () => [join(DIR, 'none.csv')], /none\.csv: cannot be read \(ENOENT\)/],
    ['an empty file', () => [file('empty.csv', '')], /empty\.csv: is empty/],
    ['a threshold that is none', () => [persons, '--least', '7'], /--least: found 7/],
    ['a group without labels', () => [persons, '--group', 'person'], /--group: wanted --labels too/],
    ['a column that is not there', () => [persons, '--id', 'nr'], /has no column nr; there are id, person/],
    [
      'settings with a field that is not declared',
      () => [
        persons,
        '--settings',
        file('bad-settings.json', JSON.stringify({ ...LATIN_SETTINGS, blocking: [['birth:year']] })),
      ],
      /bad-settings\.json\/blocking\/0: there is no field birth in birth:year/,
    ],
    ['settings that are no JSON', () => [persons, '--settings', file('no.json', '{')], /no\.json: not JSON/],
    [
      'labels of another form',
      () => [persons, '--labels', csv('odd.csv', [['x', 'y']])],
      /odd\.csv: wanted the columns id,person or a,b; found x,y/,
    ],
  ];
  for (const [what, args, wanted] of faults) {
    test(`refuses ${what}`, async () => {
      const { code, errors } = await urtuu(...args());
      assert.equal(code, 2);
      assert.match(errors, wanted);
    });
  }
});
