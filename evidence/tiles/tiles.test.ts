import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { entryBundle, parseEntryBundle } from './entry-bundle.ts';
import { parseTilePath, tilePath } from './tile-path.ts';
import { tilesOf } from './tile-tree.ts';

describe('the address of a tile', () => {
  const known: readonly [string, Parameters<typeof tilePath>[0]][] = [
    ['0/x001/x234/067', { level: 0, index: 1_234_067, width: 256 }],
    ['0/000', { level: 0, index: 0, width: 256 }],
    ['2/000.p/1', { level: 2, index: 0, width: 1 }],
    ['entries/x001/000.p/255', { level: 'entries', index: 1000, width: 255 }],
    ['63/999', { level: 63, index: 999, width: 256 }],
  ];
  for (const [path, tile] of known) {
    test(`${path} is written and read as C2SP has it`, () => {
      assert.equal(tilePath(tile), path);
      assert.deepEqual(parseTilePath(path), tile);
    });
  }

  const none = [
    '',
    '0',
    '0/',
    '64/000',
    '00/000',
    '-1/000',
    '0/00',
    '0/0000',
    '0/1234067',
    '0/x000/001',
    '0/001/234/067',
    '0/x001/x234/x067',
    '0/000.p/0',
    '0/000.p/256',
    '0/000.p/01',
    '0/000.p/',
    'data/000',
    '../0/000',
    '0/000/',
    '0/x999/x999/x999/x999/x999/x999/999',
  ];
  for (const path of none) {
    test(`is not «${path}»`, () => assert.equal(parseTilePath(path), undefined));
  }

  test('comes back as it was', () => {
    const level = fc.oneof(fc.nat(63), fc.constant('entries' as const));
    const tiles = fc.record({ level, index: fc.maxSafeNat(), width: fc.integer({ min: 1, max: 256 }) });
    fc.assert(fc.property(tiles, (tile) => assert.deepEqual(parseTilePath(tilePath(tile)), { ...tile })));
  });

  test('is read from no text but one that is written so', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9x./pentris]{0,24}$/), (text) => {
        const tile = parseTilePath(text);
        assert.ok(tile === undefined || tilePath(tile) === text);
      }),
    );
  });
});

const widths = (size: number) => {
  const counts: Record<string, number> = {};
  for (const { level, width } of tilesOf(size))
    counts[`${level}: ${width}`] = (counts[`${level}: ${width}`] ?? 0) + 1;
  return counts;
};

describe('a tree', () => {
  test('of 70,000 leaves has the tiles that C2SP counts', () => {
    assert.deepEqual(widths(70_000), { '0: 256': 273, '0: 112': 1, '1: 256': 1, '1: 17': 1, '2: 1': 1 });
  });

  test('of 256 leaves has a whole tile and one of width 1 above it', () => {
    assert.deepEqual(widths(256), { '0: 256': 1, '1: 1': 1 });
  });

  test('without leaves has none', () => assert.deepEqual(tilesOf(0), []));
});

describe('an entry bundle', () => {
  test('puts the length of each entry before it', () => {
    assert.deepEqual(
      entryBundle([Uint8Array.of(7), new Uint8Array(), new Uint8Array(258)]).subarray(0, 9),
      Uint8Array.of(0, 1, 7, 0, 0, 1, 2, 0, 0),
    );
  });

  test('comes back as it was, and cut off is none', () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(entries, fc.nat(), (some, cut) => {
        const bundle = entryBundle(some);
        assert.deepEqual(parseEntryBundle(bundle), some);
        const shorter = parseEntryBundle(bundle.subarray(0, cut % bundle.length));
        assert.ok(shorter === undefined || shorter.length < some.length);
      }),
    );
  });

  test('has no room for an entry of 65,536 bytes', () => {
    assert.throws(() => entryBundle([new Uint8Array(65_536)]), /at most 65535/);
  });
});
