import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import type { Corridor, CorridorNode } from '../corridor/start-corridor.ts';
import { testCorridor } from '../corridor/test-corridor.ts';
import { openOffice, type Office } from '../journey/office.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import { answered, claimsOf, fileClaim } from './stream.ts';

const SYNTHETIC = 400;
const CASES = 24;
const LANES = 4;
const KILLS = 5;

let corridor: Corridor;
let kz: Office;
let mn: Office;

before(async () => {
  corridor = await testCorridor({
    inProcess: false,
    synthetic: SYNTHETIC,
    settings: {
      'exchange.retrySeconds': [0.2, 0.5, 1, 1],
      'exchange.timeoutSeconds': 1,
      'exchange.sweepSeconds': 0.5,
      'log.level': 'warn',
    },
  });
  [kz, mn] = await Promise.all([openOffice('KZ', corridor.kz.url), openOffice('MN', corridor.mn.url)]);
});
after(() => corridor.stop());

/** The same moments at every run, as far as machines allow. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function killNow(node: CorridorNode): Promise<void> {
  await node.kill();
  await node.restart();
}

/** Nothing lost, nothing twice, the same bytes on both sides. */
function assertWhole(sender: Evidence, receiver: Evidence): void {
  assert.deepEqual(
    sender.sent.map(({ id, type }) => [id, type]),
    receiver.received.map(({ id, type }) => [id, type]),
  );
  assert.deepEqual(
    sender.sent.filter(({ state }) => state !== 'processed'),
    [],
  );
  for (const { id } of sender.sent) assert.equal(sender.bodies[id], receiver.bodies[id]);
  assert.deepEqual(sender.taken, receiver.issued);
  assert.equal(receiver.quarantined, 0);
  const { entries, last, size } = sender.log;
  assert.deepEqual([last + 1, size], [entries, entries]);
}

describe('when nodes are killed in the middle of their work', () => {
  test('no case is lost, no message is taken twice, and every receipt is the same on both sides', async () => {
    const random = seeded(20_261_123);
    const claims = claimsOf(CASES, SYNTHETIC);
    const waiting = [...claims];
    const filed: string[] = [];
    const lane = async (): Promise<void> => {
      for (let claim = waiting.shift(); claim !== undefined; claim = waiting.shift()) {
        filed.push(await fileClaim(kz, claim));
      }
    };
    const killer = async (): Promise<void> => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        await sleep(200 + random() * 800);
        await killNow(random() < 0.5 ? corridor.kz : corridor.mn);
      }
    };
    await Promise.all([killer(), ...Array.from({ length: LANES }, lane)]);

    assert.equal(new Set(filed).size, CASES);
    for (const caseId of filed) {
      const own = await answered(kz, caseId);
      const theirs = await answered(mn, caseId);
      assert.deepEqual([own.role, theirs.role], ['owner', 'counterparty']);
    }
    const [atKz, atMn] = await Promise.all([evidenceOf(corridor.kz), evidenceOf(corridor.mn)]);
    assert.deepEqual([atKz.cases, atMn.cases], [CASES, CASES]);
    assert.deepEqual([atKz.claimsPerCase, atKz.documentsTwice, atMn.documentsTwice], [1, 0, 0]);
    assertWhole(atKz, atMn);
    assertWhole(atMn, atKz);
  });

  test('a partner that is down gets everything once it is up again', async () => {
    const [claim] = claimsOf(CASES + 1, SYNTHETIC).slice(-1);
    assert.ok(claim);
    await corridor.mn.stop();
    const caseId = await fileClaim(kz, claim);
    await sleep(500);
    const waiting = await kz.clerk.readCase({ params: { caseId } });
    assert.ok(waiting.transmissions.every(({ state }) => state === 'queued' || state === 'sending'));
    await corridor.mn.restart();
    const view = await answered(kz, caseId);
    const [request] = view.transmissions;
    assert.ok(request?.attempts.some(({ outcome }) => outcome === 'failed'));
    assert.equal(request?.attempts.at(-1)?.outcome, 'delivered');
  });
});
