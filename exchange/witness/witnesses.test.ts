import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import {
  formatAddCheckpoint,
  hasQuorum,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  policyKeys,
  verifyNote,
  type Policy,
} from '@urtuu/evidence';
import { expectOk } from '@urtuu/kernel';
import { transaction } from '@urtuu/platform';
import { openLog } from '../log/open-log.ts';
import type { ExchangeTables } from '../tables.ts';
import { introduce, startNode, until, type Node } from '../testing/two-nodes.fixture.ts';
import { originHash } from './names.ts';

const KZ_LOG = 'urtuu.kz/kz';
let kz: Node;
let mn: Node;
before(async () => {
  [kz, mn] = [
    await startNode({ country: 'KZ', retry: { checkpointEvery: 50 } }),
    await startNode({ country: 'MN', retry: { checkpointEvery: 50 } }),
  ];
  await introduce(kz, mn);
});
after(async () => {
  await kz.stop();
  await mn.stop();
});

const grow = (node: Node, entries: number) =>
  transaction(node.database, async (tx) => {
    const log = await openLog(tx, { random: randomBytes, at: new Date() });
    for (let left = entries; left > 0; left -= 1) log.append('state', randomBytes(32));
    await log.write();
  });
const textOf = async (address: string) => (await fetch(address)).text();
const sizeOf = async ({ database }: Node) =>
  (
    await database
      .tables<ExchangeTables>()
      .selectFrom('exchange_log_state')
      .select('size')
      .executeTakeFirstOrThrow()
  ).size;
const policyOf = async (node: Node): Promise<Policy> =>
  expectOk(parsePolicy(await textOf(`${node.baseUrl}/log/policy`)), 'policy');
const read = (note: string) => {
  const parsed = expectOk(parseNote(note), 'a note');
  const checkpoint = parseCheckpoint(parsed.text);
  assert.ok(checkpoint);
  return { note: parsed, checkpoint };
};
/** The checkpoint of a node at its present size, once it has its quorum. */
const cosigned = (node: Node) =>
  until('a cosigned checkpoint', async () => {
    const { note, checkpoint } = read(await textOf(`${node.baseUrl}/log/checkpoint`));
    const policy = await policyOf(node);
    const signed = verifyNote(note, policyKeys(policy));
    return (
      checkpoint.size === (await sizeOf(node)) &&
      signed.ok &&
      hasQuorum(policy, signed.value) && { note, checkpoint, policy }
    );
  });
const submit = (to: Node, body: string) =>
  fetch(`${to.baseUrl}/witness/add-checkpoint`, { method: 'POST', body });
const failureOf = async (node: Node) =>
  (
    await node.database
      .tables<ExchangeTables>()
      .selectFrom('exchange_witness')
      .select('failure')
      .executeTakeFirst()
  )?.failure;

describe('two states that witness each other', () => {
  test('cosign each new checkpoint of the other, with the time, and publish it so', async () => {
    for (const node of [kz, mn]) {
      await grow(node, 300);
      const { note, policy } = await cosigned(node);
      assert.deepEqual(
        policy.witnesses.map(({ name }) => name),
        [node === kz ? 'urtuu.mn/mn/witness' : 'urtuu.kz/kz/witness'],
      );
      const signed = expectOk(verifyNote(note, policyKeys(policy)), 'signed');
      const [time] = signed.flatMap((one) => one.time ?? []);
      assert.ok(time !== undefined && Math.abs(time - Date.now() / 1000) < 60);
      await grow(node, 5);
      await cosigned(node);
    }
  });

  test('show monitors the last checkpoint that they cosigned, with both signatures', async () => {
    const { checkpoint, policy } = await cosigned(kz);
    const shown = read(await textOf(`${mn.baseUrl}/witness/${originHash(KZ_LOG)}/checkpoint`));
    assert.deepEqual(shown.checkpoint, checkpoint);
    assert.ok(hasQuorum(policy, expectOk(verifyNote(shown.note, policyKeys(policy)), 'signed')));
    const absent = await fetch(`${mn.baseUrl}/witness/${originHash('urtuu.xx/xx')}/checkpoint`);
    assert.equal(absent.status, 404);
  });

  test('answer the size they know, in its own media type, where the old size is another', async () => {
    const { checkpoint } = await cosigned(kz);
    const note = await textOf(`${kz.baseUrl}/log/checkpoint`);
    const answer = await submit(mn, formatAddCheckpoint({ old: 1, proof: [], note }));
    assert.deepEqual(
      [answer.status, answer.headers.get('content-type'), await answer.text()],
      [409, 'text/x.tlog.size', `${checkpoint.size}\n`],
    );
  });

  const refusals: readonly [string, (note: string, size: number) => string, number, string][] = [
    ['a body that is none', () => 'hello', 400, 'witness/malformed'],
    [
      'an old size above the new',
      (note, size) => formatAddCheckpoint({ old: size + 1, proof: [], note }),
      400,
      'witness/old-size-too-large',
    ],
    [
      'an unknown log',
      (note, size) =>
        formatAddCheckpoint({ old: size, proof: [], note: note.replaceAll(KZ_LOG, 'urtuu.xx/xx') }),
      404,
      'witness/origin-unknown',
    ],
    [
      'a forged checkpoint',
      (note, size) =>
        formatAddCheckpoint({ old: size, proof: [], note: note.replace(`\n${size}\n`, `\n${size + 1}\n`) }),
      403,
      'witness/log-signature-missing',
    ],
    [
      'a proof where none is due',
      (note, size) => formatAddCheckpoint({ old: size, proof: [randomBytes(32)], note }),
      422,
      'witness/inconsistent',
    ],
  ];
  for (const [what, change, status, code] of refusals) {
    test(`refuse ${what}: ${status} ${code}`, async () => {
      const { checkpoint } = await cosigned(kz);
      const note = await textOf(`${kz.baseUrl}/log/checkpoint`);
      const answer = await submit(mn, change(note, checkpoint.size));
      const problem = (await answer.json()) as { code: string };
      assert.deepEqual([answer.status, problem.code], [status, code]);
    });
  }

  test('cosign again what they cosigned before: an answer may be lost', async () => {
    const { checkpoint } = await cosigned(kz);
    const note = await textOf(`${kz.baseUrl}/log/checkpoint`);
    const answer = await submit(mn, formatAddCheckpoint({ old: checkpoint.size, proof: [], note }));
    assert.deepEqual(
      [answer.status, (await answer.text()).startsWith('— urtuu.mn/mn/witness ')],
      [200, true],
    );
  });

  test('find together again when the log has forgotten how far the witness was', async () => {
    await cosigned(kz);
    await kz.database.pool.query('update exchange_witness set size = 0');
    await grow(kz, 3);
    await cosigned(kz);
    assert.equal(await failureOf(kz), null);
  });

  test('at once ask for different sizes and never step back', async () => {
    await cosigned(kz);
    const before = await sizeOf(kz);
    for (let round = 0; round < 5; round += 1) {
      await grow(kz, 7);
      await until('a newer one', async () => {
        const { checkpoint } = read(await textOf(`${mn.baseUrl}/witness/${originHash(KZ_LOG)}/checkpoint`));
        return checkpoint.size > before + round * 7;
      });
    }
    await cosigned(kz);
  });

  test('go on publishing the last checkpoint that has its quorum while the witness is silent', async () => {
    const { checkpoint } = await cosigned(kz);
    await mn.silence();
    await grow(kz, 4);
    await until('silence', async () => (await failureOf(kz)) === 'silent');
    assert.equal(read(await textOf(`${kz.baseUrl}/log/checkpoint`)).checkpoint.size, checkpoint.size);
    await mn.listen();
    await cosigned(kz);
    assert.equal(await failureOf(kz), null);
  });

  test('refuse a log that was forked behind their back, and the log’s own node hears of it', async () => {
    const { checkpoint } = await cosigned(kz);
    await grow(kz, 2);
    await cosigned(kz);
    // What a restore to an earlier moment, or a dishonest operator, does: the same size, other entries.
    await kz.database.pool.query(`
      alter table exchange_log_entry disable trigger all;
      delete from exchange_log_salt where index >= ${checkpoint.size - 1};
      delete from exchange_log_entry where index >= ${checkpoint.size - 1};
      alter table exchange_log_entry enable trigger all;
      delete from exchange_checkpoint;
      update exchange_log_state set size = 0, roots = '';`);
    const { rows } = await kz.database.pool.query<{ leaf: Buffer }>(
      'select leaf from exchange_log_entry order by index',
    );
    await rebuildFrontier(rows.map(({ leaf }) => leaf));
    await grow(kz, 10);
    await until('a refusal', async () => (await failureOf(kz)) === 'refused-422');
    const shown = read(await textOf(`${mn.baseUrl}/witness/${originHash(KZ_LOG)}/checkpoint`));
    assert.equal(shown.checkpoint.size, checkpoint.size + 2);
  });
});

async function rebuildFrontier(leaves: readonly Buffer[]): Promise<void> {
  const { appendLeaf, EMPTY_FRONTIER } = await import('@urtuu/evidence');
  let frontier = EMPTY_FRONTIER;
  for (const leaf of leaves) frontier = appendLeaf(frontier, leaf);
  await kz.database.pool.query('update exchange_log_state set size = $1, roots = $2', [
    frontier.size,
    Buffer.concat(frontier.roots),
  ]);
}
