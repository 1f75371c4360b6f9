/**
 * The table of rooms (`layers.json`: room → doors it may use) holds: every import of every file is read by a parser
 * and compared. A star for the room in a row, as for `contract`, means that door of any room.
 */
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const TABLE: Readonly<Record<string, readonly string[]>> = JSON.parse(read('layers.json'));
const ROOMS = Object.keys(TABLE);

/** Rooms that run anywhere, also in the browser. */
const PURE_ROOMS = ['kernel', 'law', 'identity', 'evidence', 'policy'];
/** Rooms of the domain that keep rows and answer calls; their I/O stands in files that say so by name. */
const MODULES = ['registers', 'exchange', 'persons', 'pensions'];
const EDGE_FILE =
  /(?:^|[/-])(?:index|store|routes|jobs|migrations|client|transport|simulator|testing|generate)\.ts$/;
const TEST_FILE = /\.(?:test|fixture|browser)\.tsx?$/;
const IO = new Set(
  'fs fs/promises net http https http2 tls dgram dns dns/promises child_process worker_threads cluster readline'.split(
    ' ',
  ),
);
/** What the browser loads from here goes no further than pure code. */
const BROWSER_DOORS = [
  ...PURE_ROOMS.map((room) => `${room}/index.ts`),
  ...['platform', ...MODULES].map((room) => `${room}/contract.ts`),
  'platform/i18n/index.ts',
  'exchange/documents/reading.ts',
];

interface Import {
  /** Path from the root, as `law/index.ts`. */
  readonly file: string;
  readonly target: string;
}

describe('the layers', () => {
  const files = ROOMS.flatMap(sourcesOf);
  const imports = files.flatMap((file) => importsOf(file, read(file)));

  test('are checked in all rooms, by a parser that sees the imports', () => {
    for (const room of ROOMS.filter((room) => room !== 'bench')) {
      assert.ok(
        files.some((file) => file.startsWith(`${room}/`)),
        `no file seen in ${room}`,
      );
    }
    assert.ok(files.length > 50, `only ${files.length} files seen`);
    assert.ok(imports.length > files.length, `only ${imports.length} imports seen`);
    for (const room of ['registers', 'exchange', 'persons', 'pensions', 'policy', 'web']) {
      const seen = imports.some(
        (item) => item.file.startsWith(`${room}/`) && item.target.startsWith('@urtuu/'),
      );
      assert.ok(seen, `no import of another room seen in ${room}`);
    }
  });

  test('hold: every import goes through a door that the table opens', () => {
    assert.deepEqual(imports.flatMap(faultOf), []);
  });

  test('hold in the packages: each depends on rooms of its row alone', () => {
    const faults = ROOMS.filter((room) => room !== 'bench').flatMap((room) => {
      const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(
        read(`${room}/package.json`),
      );
      const rooms = Object.keys(dependencies).filter((name) => name.startsWith('@urtuu/'));
      return rooms
        .filter((name) => !mayUseRoom(room, name.slice(7)))
        .map((name) => `${room} depends on ${name}`);
    });
    assert.deepEqual(faults, []);
  });

  test('keep the browser clear of servers: its doors lead to pure code alone', () => {
    const byFile = Map.groupBy(imports, ({ file }) => file);
    const faults = new Set<string>();
    for (const door of BROWSER_DOORS) {
      for (const file of reachableFrom(door, byFile)) {
        for (const { target } of byFile.get(file) ?? []) {
          const serverDoor =
            target === '@urtuu/platform' || /^@urtuu\/(?:registers|exchange|pensions|node)$/.test(target);
          if (isBuiltin(target) || serverDoor) faults.add(`${door} reaches ${target} by ${file}`);
        }
      }
    }
    assert.deepEqual([...faults], []);
  });

  const planted: readonly [string, string, string, RegExp][] = [
    ['an upward import', 'kernel/day.ts', `import { x } from '@urtuu/law';`, /kernel may not use law/],
    ['a type alone', 'exchange/a.ts', `import type { X } from '@urtuu/law';`, /exchange may not use law/],
    ['an import type', 'law/a.ts', `type X = import('@urtuu/platform').X;`, /law may not use platform/],
    ['a dynamic import', 'law/a.ts', `await import('@urtuu/exchange');`, /law may not use exchange/],
    ['a re-export', 'identity/a.ts', `export * from '@urtuu/law';`, /identity may not use law/],
    ['a deep import', 'pensions/a.ts', `import { x } from '@urtuu/law/findings/x.ts';`, /no door/],
    ['a relative way out', 'pensions/a.ts', `import { x } from '../law/index.ts';`, /leaves its room/],
    [
      'a server in the console',
      'web/a.tsx',
      `import { x } from '@urtuu/pensions';`,
      /web may not use pensions/,
    ],
    [
      'the platform in the console',
      'web/a.tsx',
      `import { x } from '@urtuu/platform';`,
      /web may not use platform/,
    ],
    [
      'the testing kit in the product',
      'exchange/a.ts',
      `import { x } from '@urtuu/platform/testing';`,
      /testing kit/,
    ],
    ['Node in a pure room', 'law/a.ts', `import { x } from 'node:crypto';`, /pure room/],
    ['Node without its prefix', 'identity/a.ts', `import { x } from 'fs';`, /pure room/],
    [
      'I/O in a domain file',
      'pensions/decision/draw.ts',
      `import { x } from 'node:fs/promises';`,
      /domain file/,
    ],
  ];
  for (const [what, file, text, fault] of planted) {
    test(`refuse ${what}`, () => {
      assert.match(importsOf(file, text).flatMap(faultOf).join('\n'), fault);
    });
  }

  test('let through what the table opens', () => {
    const allowed: readonly [string, string][] = [
      ['pensions/a.ts', `import { x } from '@urtuu/law'; import { y } from './b.ts';`],
      ['pensions/a.test.ts', `import { testDatabase } from '@urtuu/platform/testing';`],
      ['exchange/signing.ts', `import { createHash } from 'node:crypto';`],
      ['registers/khur/khur-client.ts', `import { x } from 'node:http';`],
      [
        'web/a.tsx',
        `import { x } from '@urtuu/exchange/contract'; import { y } from '@urtuu/platform/i18n';`,
      ],
    ];
    for (const [file, text] of allowed) assert.deepEqual(importsOf(file, text).flatMap(faultOf), [], file);
  });
});

function faultOf({ file, target }: Import): string[] {
  const room = roomOf(file);
  const fault = (why: string): string[] => [`${file} imports ${target}: ${why}`];
  if (target.startsWith('.')) {
    const reached = normalize(join(dirname(file), target));
    return reached.startsWith(`${room}/`) ? [] : fault('a relative import leaves its room');
  }
  if (isBuiltin(target)) return builtinFault(file, room, target.replace(/^node:/, '')).flatMap(fault);
  if (!target.startsWith('@urtuu/')) return [];
  const [, other = '', ...rest] = target.split('/');
  const door = rest.join('/');
  if (other !== room && !mayUse(room, other, door)) return fault(`${room} may not use ${other}`);
  if (!hasDoor(other, door)) return fault(`${other} has no door ${door || '.'}`);
  if (door === 'testing' && !TEST_FILE.test(file)) return fault('the testing kit is for tests');
  return [];
}

function builtinFault(file: string, room: string, name: string): string[] {
  if (TEST_FILE.test(file) || file.endsWith('generate.ts')) return [];
  if (PURE_ROOMS.includes(room)) return ['a pure room uses nothing of Node'];
  const isDomain = MODULES.includes(room) && !EDGE_FILE.test(file);
  return isDomain && IO.has(name) ? ['a domain file does no I/O'] : [];
}

// Rows name rooms, or single doors: `platform/i18n`, or `*/contract` for that door of any room.
function mayUse(room: string, other: string, door: string): boolean {
  const first = door.split('/')[0] ?? '';
  const row = TABLE[room] ?? [];
  return (
    row.includes(other) || row.includes(`${other}/${first}`) || (first !== '' && row.includes(`*/${first}`))
  );
}

function mayUseRoom(room: string, other: string): boolean {
  const row = TABLE[room] ?? [];
  return row.some((entry) => entry === other || entry.startsWith('*/') || entry.startsWith(`${other}/`));
}

function hasDoor(room: string, door: string): boolean {
  const { exports = {} }: { exports?: Record<string, string> } = JSON.parse(read(`${room}/package.json`));
  const wanted = door === '' ? '.' : `./${door}`;
  return Object.keys(exports).some((pattern) => {
    const [before = '', after] = pattern.split('*');
    return after === undefined ? pattern === wanted : wanted.startsWith(before) && wanted.endsWith(after);
  });
}

/** Every module a file names: imports, re-exports, types by `import()`, dynamic imports of a constant. */
function importsOf(file: string, text: string): Import[] {
  const { program, errors } = parseSync(file, text);
  assert.deepEqual(errors, [], `${file} is not readable`);
  const targets: string[] = [];
  const add = (source: unknown): void => {
    if (
      typeof source === 'object' &&
      source !== null &&
      'value' in source &&
      typeof source.value === 'string'
    ) {
      targets.push(source.value);
    }
  };
  const visitor = new Visitor({
    ImportDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source),
  });
  visitor.visit(program);
  return targets.map((target) => ({ file, target }));
}

function reachableFrom(door: string, byFile: ReadonlyMap<string, readonly Import[]>): Set<string> {
  const reached = new Set<string>();
  const open = [door];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const { target } of byFile.get(file) ?? []) {
      if (target.startsWith('.') && target.endsWith('.ts')) open.push(normalize(join(dirname(file), target)));
    }
  }
  return reached;
}

function sourcesOf(room: string): string[] {
  const entries = readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' });
  return entries
    .filter((name) => /\.(?:ts|tsx|mts)$/.test(name) && !name.endsWith('.d.ts'))
    .filter((name) => !/(?:^|\/)(?:node_modules|dist|generated)\//.test(name))
    .map((name) => `${room}/${name}`);
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? '';
}

function isBuiltin(target: string): boolean {
  return target.startsWith('node:') || builtinModules.includes(target);
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}
