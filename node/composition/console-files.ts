/** Where the built console lies, whether it is built, and building it. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Folder of the console's build. */
export function consoleDirectory(): string {
  return join(dirname(fileURLToPath(import.meta.resolve('@urtuu/web/package.json'))), 'dist');
}

/** Builds the console unless the build is of the sources as they are now; tells whether it did. */
export async function ensureConsole(log: (line: string) => void): Promise<boolean> {
  const dist = consoleDirectory();
  const mark = join(dist, '.sources');
  const sources = hashOfSources();
  const built = await readFile(mark, 'utf8').catch(() => undefined);
  if (built === sources) return false;
  log('building the console');
  await build(dirname(dist), []);
  await build(dirname(dist), ['--config', 'verifier/vite.config.ts']);
  await writeFile(mark, sources);
  return true;
}

/** Of everything the console is built from: its own files and the rooms that run in the browser. */
function hashOfSources(): string {
  const patterns = [
    'web/**/*.{ts,tsx,css,json,html,svg}',
    '{kernel,law,identity,evidence}/**/*.{ts,json}',
    '{platform,exchange,registers,persons,pensions}/{contract.ts,**/*contract*.ts}',
    'platform/{i18n,fonts}/**/*',
    '{exchange,pensions}/messages/*.json',
    'package-lock.json',
  ];
  const files = patterns
    .flatMap((pattern) =>
      globSync(pattern, { cwd: ROOT, exclude: (name) => name === 'node_modules' || name === 'dist' }),
    )
    .filter((file) => /\.\w+$/.test(file) && !file.includes('.test.'));
  const hash = createHash('sha256');
  for (const file of [...new Set(files)].toSorted()) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

function build(web: string, args: readonly string[]): Promise<void> {
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn', ...args], {
      cwd: web,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The console cannot be built:\n${output}`));
    });
  });
}
