import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { runCommandLine } from './main.ts';
import { recordingTerminal } from './recording-terminal.ts';

async function populationOf(args: readonly string[], stdin?: string) {
  const terminal = recordingTerminal(stdin === undefined ? {} : { stdin });
  const code = await runCommandLine(['population', ...args], terminal);
  return { code, out: terminal.output.join('\n'), err: terminal.errors.join('\n'), lines: terminal.output };
}

describe('urtuu population', () => {
  test('prints rows of year, sex, age and persons, men first, 0 to 100, the source apart', async () => {
    const { code, lines, err } = await populationOf(['--country', 'mn', '--to', '2030', '--csv']);
    assert.equal(code, 0);
    assert.equal(lines[0], 'year,sex,age,persons');
    assert.equal(lines.length, 1 + 8 * 2 * 101);
    assert.match(lines[1] ?? '', /^2023,M,0,\d+$/);
    assert.match(lines.at(-1) ?? '', /^2030,F,100,\d+$/);
    const total = lines
      .filter((line) => line.startsWith('2023,'))
      .reduce((all, line) => all + Number(line.split(',')[3]), 0);
    assert.ok(Math.abs(total - 3_431_932.5) < 60, `${total}`);
    assert.match(err, /United Nations.*CC BY 3.0 IGO/);
  });

  test('reaches back to the estimates', async () => {
    const { lines } = await populationOf(['--country', 'kg', '--from', '1950', '--to', '1951', '--csv']);
    assert.equal(lines.length, 1 + 2 * 2 * 101);
    const args = ['--country', 'kg', '--from', '2010', '--to', '2021', '--edition', '2019', '--csv'];
    const { lines: older } = await populationOf(args);
    const years = [...new Set(older.slice(1).map((line) => line.slice(0, 4)))];
    assert.deepEqual(years, ['2010', '2015', '2020', '2021']);
  });

  test('prints a table with shares, dependency and median age, pyramids and the source', async () => {
    const { code, out } = await populationOf(['--country', 'kz', '--to', '2050']);
    assert.equal(code, 0);
    assert.match(out, / 2023 +20,330,104 /);
    assert.match(out, / 2050 +[\d,]+ +[\d,]+ +[\d,]+ +[\d.]+ +[\d.]+ +[\d.]+ +[\d.]+ +[\d.]+/);
    assert.match(out, /men +2023 women +men +2050 women/);
    assert.match(out, /█ +0–4 █/);
    assert.match(out, /United Nations/);
  });

  test('gives JSON with scenario, populations and flows that balance', async () => {
    const { out } = await populationOf(['--country', 'cn', '--to', '2025', '--variant', 'low', '--json']);
    const found = JSON.parse(out) as {
      source: string;
      scenario: { variant: string };
      years: {
        isProjected: boolean;
        indicators: { total: number };
        flows?: Record<'births' | 'deaths' | 'migration', { M: number; F: number }>;
      }[];
    };
    assert.match(found.source, /United Nations/);
    assert.equal(found.scenario.variant, 'low');
    const [first, second, third] = found.years;
    assert.deepEqual([first?.isProjected, second?.isProjected], [false, true]);
    const { births, deaths, migration } = first?.flows ?? assert.fail('no flows');
    const change = births.M + births.F - deaths.M - deaths.F + migration.M + migration.F;
    const grown = (second?.indicators.total ?? 0) - (first?.indicators.total ?? 0);
    assert.ok(Math.abs(grown - change) < 1);
    assert.equal(third?.flows, undefined);
  });

  test('follows a scenario from a file or standard input', async () => {
    const more = await totalIn2100('--assume', 'examples/population/more-children.json');
    assert.ok(more > (await totalIn2100()));
  });

  test('refuses a scenario with the place and the rule, and prints no number', async () => {
    const wrong = {
      variant: 'zero-migration',
      netMigration: { unit: 'persons per year', values: { '2030': 5 } },
      totalFertility: { unit: 'children per woman', values: { '1999': 2 } },
    };
    const found = await populationOf(['--country', 'mn', '--assume', '-'], JSON.stringify(wrong));
    assert.equal(found.code, 2);
    assert.match(found.err, /\/netMigration: value: the variant zero-migration says this already/);
    assert.match(
      found.err,
      /\/totalFertility\/values\/1999: value: found 1999, wanted a year from 2023 to 2100/,
    );
    assert.equal(found.out, '');
  });

  test('refuses emigration of more people than there are', async () => {
    const wrong = { netMigration: { unit: 'thousands per year', values: { '2030': -2000 } } };
    const found = await populationOf(['--country', 'mn', '--assume', '-'], JSON.stringify(wrong));
    assert.equal(found.code, 2);
    assert.match(found.err, /\/netMigration: value: more people emigrate than there are/);
    assert.equal(found.out, '');
  });

  test('ends with 2 for a country it has not, a year out of reach, a variant that is none, two forms at once', async () => {
    const wrong = [
      ['--country', 'xx'],
      [],
      ['--country', 'mn', '--to', '2101'],
      ['--country', 'mn', '--from', '2050', '--to', '2040'],
      ['--country', 'mn', '--variant', 'lucky'],
      ['--country', 'mn', '--edition', '2022'],
      ['--country', 'mn', '--csv', '--json'],
      ['--country', 'mn', '--code', '860'],
      ['--wpp', '/nowhere', '--code', '860'],
    ];
    for (const args of wrong) assert.equal((await populationOf(args)).code, 2, args.join(' '));
  });

  test('reads another country from WPP files, and names what is wrong in them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'urtuu-wpp-'));
    try {
      writeFileSync(join(folder, 'wpp2024_tfr1dt.csv'), 'country_code,year,tfr\n860,1950,many\n');
      const found = await populationOf(['--wpp', folder, '--code', '860']);
      assert.equal(found.code, 2);
      assert.match(found.err, /\/wpp2024_tfr1dt.csv\/2\/tfr: type: found many, wanted a number/);
      assert.match(found.err, /\/wpp2024_mx5dt.csv: missing/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('urtuu population --bands', () => {
  const ASKED = ['--country', 'mn', '--to', '2040', '--bands', '--paths', '100'];

  test('prints the same bands for the same seed, others for another', async () => {
    const [one, same, other] = [
      await populationOf([...ASKED, '--csv']),
      await populationOf([...ASKED, '--csv', '--seed', '1']),
      await populationOf([...ASKED, '--csv', '--seed', '2']),
    ];
    assert.equal(one?.code, 0);
    assert.equal(one?.lines[0], 'year,indicator,q2.5,q10,q50,q90,q97.5');
    assert.equal(one?.lines.length, 1 + 18 * 6);
    assert.equal(one?.out, same?.out);
    assert.notEqual(one?.out, other?.out);
  });

  test('says what stands behind them', async () => {
    const { out } = await populationOf([...ASKED, '--correlation', '0.9']);
    assert.match(out, /Urtuu band based on UN component bounds: 100 paths, yearly correlation 0.9, seed 1/);
    assert.match(out, / 2040( +[\d,]+){5}( +[\d.]+){5}/);
    const found = JSON.parse((await populationOf([...ASKED, '--json'])).out) as Record<string, unknown>;
    assert.deepEqual(found['quantiles'], [2.5, 10, 50, 90, 97.5]);
    assert.equal(found['correlation'], 0.95);
  });

  test('ends with 2 for an edition without bounds, too few paths, a correlation above 1, paths without bands', async () => {
    const wrong = [
      [...ASKED, '--edition', '2019'],
      [...ASKED, '--paths', '5'],
      [...ASKED, '--correlation', '1.5'],
      [...ASKED, '--seed', '-1'],
      ['--country', 'mn', '--seed', '2'],
    ];
    for (const args of wrong) assert.equal((await populationOf(args)).code, 2, args.join(' '));
  });
});

async function totalIn2100(...args: string[]): Promise<number> {
  const { out } = await populationOf(['--country', 'mn', ...args]);
  return Number(/ 2100 +([\d,]+)/.exec(out)?.[1]?.replaceAll(',', ''));
}
