import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { synthesise } from '../synth/index.ts';
import { batchProgress } from './batch-progress.ts';
import { runCommandLine } from './main.ts';
import { recordingTerminal } from './recording-terminal.ts';

const ENTRY = fileURLToPath(new URL('../bin/urtuu.mjs', import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), 'urtuu-assess-batch-'));
after(() => rmSync(FOLDER, { recursive: true, force: true }));

const LINES = [...synthesise({ persons: 12, seed: 4, country: 'MN' })].map(({ record }) =>
  JSON.stringify(record),
);

async function assessing(...args: string[]) {
  const terminal = recordingTerminal();
  const code = await runCommandLine(['assess', ...args], terminal);
  return { code, out: terminal.output, err: terminal.errors };
}

function input(name: string, lines: readonly string[]): string {
  const file = join(FOLDER, name);
  writeFileSync(file, lines.join('\n'));
  return file;
}

describe('urtuu assess --batch', () => {
  test('ends with 0 when every row was assessed, and counts by outcome and reason', async () => {
    const [file, out] = [input('good.ndjson', LINES), join(FOLDER, 'good.parquet')];
    const asked = ['--batch', file, '--out', out, '--law', 'mn', '--on', '2026-06-01'];
    const { code, out: words } = await assessing(...asked);
    assert.equal(code, 0);
    assert.match(words[0] ?? '', /good\.parquet: 12 assessments of 12 rows in /);
    const { out: json } = await assessing(...asked, '--json');
    const report: unknown = JSON.parse(json.join(''));
    assert.ok(typeof report === 'object' && report !== null && 'outcomes' in report && 'reasons' in report);
    const sum = Object.values(report.outcomes ?? {}).reduce(
      (all: number, one: unknown) => all + Number(one),
      0,
    );
    assert.equal(sum, 12);
    assert.match(json.join(''), /"rows":12,"assessed":12,"refused":0,"failed":0/);
  });

  test('ends with 2 when some rows have faults, and says where they are', async () => {
    const [file, out] = [input('mixed.ndjson', [...LINES, '{}']), join(FOLDER, 'mixed.ndjson.out.ndjson')];
    const { code, out: words } = await assessing('--batch', file, '--out', out, '--law', 'kz');
    assert.equal(code, 2);
    assert.ok(words.some((line) => line.endsWith('.failed.ndjson: 1 rows with faults')));
    assert.ok(existsSync(`${out}.failed.ndjson`));
  });

  const misuse: readonly [string, string[], RegExp][] = [
    ['no output', ['--batch', 'a.ndjson', '--law', 'mn'], /wanted also --out/],
    [
      'its own input as output',
      ['--batch', 'a.ndjson', '--out', './a.ndjson', '--law', 'mn'],
      /another file/,
    ],
    ['a second file', ['b.json', '--batch', 'a.ndjson', '--out', 'o', '--law', 'mn'], /wanted no other/],
    ['no threads', ['--batch', 'a.ndjson', '--out', 'o', '--law', 'mn', '--threads', '0'], /--threads/],
    [
      'an unknown benefit',
      ['--batch', 'a.ndjson', '--out', 'o', '--law', 'mn', '--benefit', 'x'],
      /--benefit/,
    ],
  ];
  for (const [what, args, message] of misuse) {
    test(`refuses ${what} with code 2`, async () => {
      const { code, err } = await assessing(...args);
      assert.equal(code, 2);
      assert.match(err.join('\n'), message);
    });
  }

  test('fails in words on a file that is not there', async () => {
    const none = join(FOLDER, 'none.ndjson');
    const { code, err } = await assessing('--batch', none, '--out', join(FOLDER, 'o'), '--law', 'mn');
    assert.equal(code, 2);
    assert.match(err.join('\n'), /none\.ndjson cannot be read \(ENOENT\)/);
  });

  test('that is killed leaves no half-written output', async () => {
    const many = Array.from({ length: 300 }, () => LINES).flat();
    const [file, out] = [input('many.ndjson', many), join(FOLDER, 'killed.ndjson')];
    const args = [ENTRY, 'assess', '--batch', file, '--out', out, '--law', 'mn', '--threads', '1'];
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    const ended = new Promise<void>((resolve) => void child.once('close', () => resolve()));
    while (!existsSync(`${out}.partial`) || statSync(`${out}.partial`).size === 0) {
      assert.equal(child.exitCode, null, 'the batch ended before it could be killed');
      await wait(5);
    }
    child.kill('SIGKILL');
    await ended;
    assert.equal(existsSync(out), false);
    assert.deepEqual(
      readdirSync(FOLDER).filter((name) => name === 'killed.ndjson.failed.ndjson'),
      [],
    );
  });
});

test('progress is a bar on a terminal, and lines elsewhere', async () => {
  const bar: string[] = [];
  const progress = batchProgress({ status: (text) => void bar.push(text), err: () => assert.fail() });
  await wait(110);
  progress.at(50, 100, 1234);
  progress.end();
  assert.match(bar[0] ?? '', /^\[={15} {15}\] 50 %, 1,234 rows, [\d,]+ a second, about \d+ s left$/);
  assert.equal(bar.at(-1), '');
});
