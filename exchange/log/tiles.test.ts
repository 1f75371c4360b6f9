import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import {
  appendLeaf,
  EMPTY_FRONTIER,
  hashesFromTiles,
  leafHash,
  parseCheckpoint,
  parseEntryBundle,
  parseNote,
  rootAt,
  rootOf,
  tilePath,
  tilesOf,
  verifyNote,
  type Frontier,
  type TileAddress,
} from '@urtuu/evidence';
import { expectOk, parseStrictJson, EXCHANGE_JSON_LIMITS } from '@urtuu/kernel';
import { transaction } from '@urtuu/platform';
import type { ExchangeTables } from '../tables.ts';
import { startNode, until, type Node } from '../testing/two-nodes.fixture.ts';
import { logVerifierKey } from '../witness/names.ts';
import { openLog } from './open-log.ts';

const ORIGIN = 'urtuu.kz/kz';
let node: Node;
before(async () => {
  node = await startNode({ country: 'KZ', retry: { checkpointEvery: 50 } });
});
after(() => node.stop());

/** One more than a whole tile of level 1 holds, and a bundle that is not full. */
const MANY = 256 * 256 + 300;

const grow = (entries: number) =>
  transaction(node.database, async (tx) => {
    const log = await openLog(tx, { random: randomBytes, at: new Date() });
    for (let left = entries; left > 0; left -= 1) log.append('state', randomBytes(32));
    await log.write();
  });
const get = (path: string) => fetch(`${node.baseUrl}/log/${path}`);
const bytesOf = async (path: string) => new Uint8Array(await (await get(path)).arrayBuffer());
const checkpointOf = (note: string) => {
  const parsed = expectOk(parseNote(note), 'a note');
  const key = logVerifierKey(ORIGIN, node.keys.active('log', new Date()));
  assert.ok(verifyNote(parsed, [key]).ok);
  const checkpoint = parseCheckpoint(parsed.text);
  assert.ok(checkpoint);
  return checkpoint;
};
const newest = async () => checkpointOf(await (await get('checkpoint')).text());

describe('the log that a node serves', () => {
  test('has a checkpoint before it has an entry', async () => {
    const { origin, size } = await newest();
    assert.deepEqual([origin, size], [ORIGIN, 0]);
  });

  test('has a new checkpoint once it has grown, not to be kept for long', async () => {
    await grow(MANY);
    const { size } = await until('a checkpoint', async () => {
      const found = await newest();
      return found.size === MANY && found;
    });
    assert.equal(size, MANY);
    const { headers } = await get('checkpoint');
    assert.equal(headers.get('content-type'), 'text/plain; charset=utf-8');
    assert.equal(headers.get('cache-control'), 'public, max-age=2');
  });

  test('gives its root to whoever reads only its tiles, each at its place', async () => {
    const { size, root } = await newest();
    const hashes = hashesFromTiles(size, (tile) => bytesOf(`tile/${tilePath(tile)}`));
    assert.deepEqual(await rootAt(hashes, size), root);
    for (const tile of tilesOf(size).filter(({ level }) => level > 0)) {
      assert.equal((await bytesOf(`tile/${tilePath(tile)}`)).length, tile.width * 32);
    }
  });

  test('gives its root to whoever reads only its entries, which are canonical JSON without a person', async () => {
    const { size, root } = await newest();
    let frontier: Frontier = EMPTY_FRONTIER;
    for (const { index, width } of tilesOf(size).filter(({ level }) => level === 0)) {
      const bundle: TileAddress = { level: 'entries', index, width };
      const entries = parseEntryBundle(await bytesOf(`tile/${tilePath(bundle)}`)) ?? [];
      const [first] = entries;
      const read = parseStrictJson(Buffer.from(first ?? []).toString(), EXCHANGE_JSON_LIMITS);
      assert.ok(read.ok && typeof read.value === 'object' && read.value !== null);
      assert.deepEqual(Object.keys(read.value), ['at', 'h', 'seq', 't']);
      frontier = entries.reduce<Frontier>((kept, entry) => appendLeaf(kept, leafHash(entry)), frontier);
    }
    assert.deepEqual([frontier.size, rootOf(frontier)], [size, root]);
  });

  test('says that a tile is kept for ever', async () => {
    const { headers, status } = await get('tile/0/000');
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'application/octet-stream');
    assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable');
  });

  test('has a tile that is not whole yet still when it is', async () => {
    const whole = await bytesOf('tile/0/000');
    assert.deepEqual(await bytesOf('tile/0/000.p/17'), whole.subarray(0, 17 * 32));
  });

  const absent = [
    'tile/0/x999/999',
    'tile/0/x000/257',
    'tile/0/257.p/45',
    'tile/entries/257.p/45',
    'tile/3/000',
    'tile/2/000.p/2',
    'tile/0/1',
    'tile/0/000.p/0',
    'tile/',
    'tile/0/../../checkpoint/x',
  ];
  for (const path of absent) {
    test(`has nothing at ${path}`, async () => assert.equal((await get(path)).status, 404));
  }

  test('is only added to, tiles as entries', async () => {
    for (const table of ['exchange_log_entry', 'exchange_log_tile_root']) {
      await assert.rejects(node.database.pool.query(`delete from ${table} where index = 0`), /only added to/);
    }
  });

  test('had its tiles made by the migration, where it was there before', async () => {
    const tables = node.database.tables<ExchangeTables>();
    const roots = () =>
      tables.selectFrom('exchange_log_tile_root').selectAll().orderBy('level').orderBy('index').execute();
    const made = await roots();
    assert.equal(made.length, 257 + 1);
    await node.database.pool.query('drop table exchange_log_tile_root, exchange_checkpoint cascade');
    await node.database.pool.query(
      await readFile(new URL('../migrations/0007-tiles.sql', import.meta.url), 'utf8'),
    );
    assert.deepEqual(await roots(), made);
  });
});
