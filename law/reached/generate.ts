/**
 * Writes `reached.json`: which test files reach each rule of law and read each parameter. Every file runs alone with a
 * recorder; a file that names a rule or a parameter reaches it too, because rules of days leave no finding.
 * Run: `node law/reached/generate.ts`.
 */
import { spawn } from 'node:child_process';
import { glob, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RULE_IDS } from '../finding/rules.ts';
import { parameterKeys } from '../parameters/register.ts';

const LAW = fileURLToPath(new URL('../', import.meta.url));
const RECORDER = fileURLToPath(new URL('recorder-to-generate.ts', import.meta.url));

interface Reached {
  readonly rules: readonly string[];
  readonly parameters: readonly string[];
}

async function reachedBy(file: string, folder: string): Promise<Reached> {
  const output = join(folder, `${file.replaceAll(/\W/g, '_')}.jsonl`);
  await new Promise<void>((resolve, reject) => {
    const args = ['--import', RECORDER, '--test', '--test-isolation=none', '--test-reporter=dot', file];
    const child = spawn(process.execPath, args, {
      cwd: LAW,
      env: { ...process.env, URTUU_LAW_REACHED: output },
      stdio: 'ignore',
    });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${file} failed`))));
  });
  const lines = (await readFile(output, 'utf8')).trim().split('\n');
  const parts = lines.map((line) => JSON.parse(line) as Reached);
  return {
    rules: parts.flatMap(({ rules }) => rules),
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

const files: string[] = [];
for await (const file of glob('**/*.test.ts', { cwd: LAW }))
  if (!file.startsWith('reached')) files.push(file);
files.sort();
const folder = await mkdtemp(join(tmpdir(), 'urtuu-law-'));
const byRule = new Map<string, Set<string>>(RULE_IDS.map((rule) => [rule, new Set()]));
const byParameter = new Map<string, Set<string>>(parameterKeys().map((key) => [key, new Set()]));
const waiting = [...files];
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const reached = await reachedBy(file, folder);
      const text = await readFile(join(LAW, file), 'utf8');
      for (const rule of reached.rules) byRule.get(rule)?.add(file);
      for (const [rule, tests] of byRule) if (text.includes(`'${rule}'`)) tests.add(file);
      for (const key of reached.parameters) byParameter.get(key)?.add(file);
      for (const [key, tests] of byParameter) if (text.includes(`'${key}'`)) tests.add(file);
    }
  }),
);
await rm(folder, { recursive: true });

const written = (of: ReadonlyMap<string, ReadonlySet<string>>) =>
  Object.fromEntries(
    [...of].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, tests]) => [name, [...tests].sort()]),
  );
const json = { rules: written(byRule), parameters: written(byParameter) };
await writeFile(join(LAW, 'reached', 'reached.json'), `${JSON.stringify(json, undefined, 2)}\n`);
