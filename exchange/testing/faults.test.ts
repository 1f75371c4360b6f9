import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { ok } from '@urtuu/kernel';
import { transaction } from '@urtuu/platform';
import type { QuarantineView, TransmissionView } from '../contract.ts';
import { decisionNotice, periodCertificate, periodRequest } from '../documents/documents.fixture.ts';
import type { OutgoingDocument, Sent } from '../exchange.ts';
import type { RetrySchedule } from '../outbox/retry-schedule.ts';
import type { ExchangeTables } from '../tables.ts';
import { introduce, startNode, takeAll, until, type Node, type NodeWish } from './two-nodes.fixture.ts';

const MN = 'urn:urtuu:inst:mn:test';
const request: OutgoingDocument = { type: 'PeriodRequest', content: periodRequest };
const running: Node[] = [];

afterEach(async () => {
  for (const node of running.splice(0)) await node.stop();
});

async function pair(
  kzWish: Partial<NodeWish> = {},
  mnWish: Partial<NodeWish> = {},
): Promise<{ kz: Node; mn: Node }> {
  const kz = await startNode({ country: 'KZ', ...kzWish });
  running.push(kz);
  const mn = await startNode({ country: 'MN', ...mnWish });
  running.push(mn);
  await introduce(kz, mn);
  return { kz, mn };
}

type SentInCase = Sent & { readonly caseId: string };

function send(kz: Node, document: OutgoingDocument = request, caseId?: string): Promise<SentInCase> {
  return transaction(kz.database, async (tx) => {
    const id = caseId ?? (await kz.exchange.cases.open(tx, { partner: MN })).caseId;
    return { caseId: id, ...(await kz.exchange.send(tx, { caseId: id, to: MN, document })) };
  });
}

const reaches = (node: Node, sent: SentInCase, state: string): Promise<TransmissionView> =>
  until(`${sent.transmissionId} ${state}`, async () => {
    const views = await node.exchange.transmissionsOf(node.database, sent.caseId);
    return views.find((view) => view.transmissionId === sent.transmissionId && view.state === state);
  });

/** A network that loses things, told what to lose. */
function lossyNetwork(): {
  fetch: typeof fetch;
  lose: (what: 'request' | 'answer', path: string, times: number) => void;
} {
  let losing: { what: 'request' | 'answer'; path: string; times: number } | undefined;
  return {
    lose: (what, path, times) => void (losing = { what, path, times }),
    async fetch(input, init) {
      const mine =
        losing !== undefined && losing.times > 0 && new Request(input).url.includes(losing.path)
          ? losing
          : undefined;
      if (mine === undefined) return fetch(input, init);
      mine.times -= 1;
      if (mine.what === 'answer') await (await fetch(input, init)).arrayBuffer();
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
      });
    },
  };
}

const call = async (node: Node, path: string, body?: object): Promise<unknown> => {
  const response = await fetch(node.baseUrl + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'x-test-role': 'operator', 'x-urtuu': '1', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, ...((await response.json()) as object) };
};

describe('when the network fails', () => {
  for (const what of ['request', 'answer'] as const) {
    test(`and the ${what} is lost three times, the document arrives once, with the receipt of its first arrival`, async () => {
      const network = lossyNetwork();
      const { kz, mn } = await pair({ fetch: network.fetch });
      network.lose(what, '/x/v1/transmissions', 3);
      const sent = await send(kz);
      await reaches(kz, sent, 'accepted');
      const attempts = await until('the fourth attempt', async () => {
        const [view] = await kz.exchange.transmissionsOf(kz.database, sent.caseId);
        return view?.attempts.length === 4 && view.attempts;
      });
      assert.equal(mn.received.length, 1);
      assert.deepEqual(
        attempts.map(({ outcome }) => outcome),
        ['failed', 'failed', 'failed', 'delivered'],
      );
      const kept = await kz.database
        .tables<ExchangeTables>()
        .selectFrom('exchange_receipt')
        .select('body')
        .where('level', '=', 'L1')
        .executeTakeFirstOrThrow();
      const issued = await mn.database
        .tables<ExchangeTables>()
        .selectFrom('exchange_receipt')
        .select('body')
        .where('level', '=', 'L1')
        .execute();
      assert.deepEqual(issued, [kept]);
    });
  }

  test('and the receipts of processing are lost, they come later', async () => {
    const network = lossyNetwork();
    const { kz } = await pair({}, { fetch: network.fetch });
    network.lose('request', '/x/v1/receipts', 2);
    await reaches(kz, await send(kz), 'accepted');
  });

  test('and the receipts never come, the sender fetches them', async () => {
    const network = lossyNetwork();
    const { kz } = await pair({ retry: { pollAfter: 50 } }, { fetch: network.fetch });
    network.lose('request', '/x/v1/receipts', 1_000_000);
    await reaches(kz, await send(kz), 'accepted');
  });

  test('and the partner is down, documents wait and all arrive once when it is back', async () => {
    const { kz, mn } = await pair();
    await mn.silence();
    const sent = [await send(kz), await send(kz), await send(kz)];
    const [first] = sent;
    assert.ok(first);
    await until('two failed attempts', async () => {
      const [view] = await kz.exchange.transmissionsOf(kz.database, first.caseId);
      return (
        (view?.attempts.length ?? 0) >= 2 &&
        view?.attempts.every(({ problem }) => problem === 'transport/unavailable')
      );
    });
    await mn.listen();
    for (const one of sent) await reaches(kz, one, 'accepted');
    assert.deepEqual(
      mn.received.map(({ transmissionId }) => transmissionId).sort(),
      sent.map((one) => one.transmissionId).sort(),
    );
  });

  test('until the horizon, the transmission is a missing receipt, told to its room; an operator sends it again', async () => {
    const { kz, mn } = await pair({ retry: { horizon: 50 } });
    await mn.silence();
    const sent = await send(kz);
    const missing = await reaches(kz, sent, 'missingReceipt');
    assert.equal(missing.nextAttemptAt, undefined);
    assert.deepEqual(
      kz.fates.map(({ kind, problem }) => [kind, problem]),
      [['missingReceipt', 'transport/unavailable']],
    );
    await mn.listen();
    const answer = await call(kz, `/api/transmissions/${sent.transmissionId}/retry`, {});
    assert.equal((answer as { status: number }).status, 200);
    await reaches(kz, sent, 'accepted');
    const again = (await call(kz, `/api/transmissions/${sent.transmissionId}/retry`, {})) as {
      code: string;
      currentState: string;
    };
    assert.deepEqual([again.code, again.currentState], ['business/action-not-allowed', 'accepted']);
  });
});

describe('when the machine of the partner fails', () => {
  test('and its database cannot store, the document waits and arrives once the fault has passed', async () => {
    const { kz, mn } = await pair();
    await mn.database.pool.query('alter table exchange_inbox rename to exchange_inbox_out_of_order');
    const sent = await send(kz);
    await until('two failed attempts', async () => {
      const [view] = await kz.exchange.transmissionsOf(kz.database, sent.caseId);
      return (view?.attempts.filter(({ problem }) => problem === 'internal/unexpected').length ?? 0) >= 2;
    });
    await mn.database.pool.query('alter table exchange_inbox_out_of_order rename to exchange_inbox');
    await reaches(kz, sent, 'accepted');
    assert.equal(mn.received.length, 1);
  });
});

describe('when a process is killed', () => {
  test('what it had claimed is taken up after its lease, and lost jobs are found by the sweep', async () => {
    const { kz, mn } = await pair({ retry: { lease: 50 } });
    await mn.silence();
    const sent = await send(kz);
    // As a killed process leaves it: claimed, and its job gone.
    await kz.database.pool.query('delete from graphile_worker._private_jobs where locked_at is null');
    await kz.database.pool
      .query(`update exchange_outbox set state = 'sending', lease_until = now() + interval '50 milliseconds',
      next_attempt_at = now()`);
    await mn.listen();
    await kz.exchange.wake(kz.database);
    await reaches(kz, sent, 'accepted');
    assert.equal(mn.received.length, 1);
  });
});

/** Fails for one case until it is told to recover. */
const poisonable = () => {
  let poisoned: string | undefined;
  const handlers: NonNullable<NodeWish['handlers']> = ({ received }) => ({
    ...takeAll({ received }),
    async PeriodRequest(tx, one) {
      await tx
        .tables<ExchangeTables>()
        .insertInto('exchange_nonce')
        .values({ kid: 'handler', nonce: one.transmissionId, expires_at: new Date() })
        .execute();
      if (one.content.reason === poisoned) throw new Error('an unforeseen value');
      received.push(one);
      return ok({});
    },
  });
  return { handlers, poison: (reason: string | undefined) => void (poisoned = reason) };
};

const held = (node: Node) =>
  until('a held message', async () => {
    const { items } = (await call(node, '/api/quarantine?state=held')) as { items: QuarantineView[] };
    return items[0];
  });

describe('a message that cannot be processed', () => {
  const poison: OutgoingDocument = { type: 'PeriodRequest', content: { ...periodRequest, reason: 'poison' } };

  test('is held apart after three attempts, with nothing half-written, while the stream goes on', async () => {
    const { handlers, poison: set } = poisonable();
    set('poison');
    const { kz, mn } = await pair({}, { handlers });
    const bad = await send(kz, poison);
    const good = await send(kz);
    await reaches(kz, good, 'accepted');
    const one = await held(mn);
    assert.deepEqual(
      [one.transmissionId, one.cause, one.attempts, one.detail],
      [bad.transmissionId, 'handler-failed', 3, 'Error'],
    );
    const inbox = await mn.database
      .tables<ExchangeTables>()
      .selectFrom('exchange_inbox')
      .select('body_hash')
      .where('transmission_id', '=', bad.transmissionId)
      .executeTakeFirst();
    assert.equal(one.inputHash, inbox?.body_hash);
    const written = await mn.database
      .tables<ExchangeTables>()
      .selectFrom('exchange_nonce')
      .select('nonce')
      .where('kid', '=', 'handler')
      .execute();
    assert.ok(!written.some(({ nonce }) => nonce === bad.transmissionId));
    assert.equal((await reaches(kz, bad, 'delivered')).receipts.length, 1);

    set(undefined);
    const replayed = (await call(mn, `/api/quarantine/${one.quarantineId}/replay`, {})) as QuarantineView;
    assert.equal(replayed.state, 'replayed');
    await reaches(kz, bad, 'accepted');
    const twice = (await call(mn, `/api/quarantine/${one.quarantineId}/replay`, {})) as { code: string };
    assert.equal(twice.code, 'business/action-not-allowed');
  });

  test('and is given up by an operator is rejected, and the sender is told', async () => {
    const { handlers, poison: set } = poisonable();
    set('poison');
    const { kz, mn } = await pair({}, { handlers });
    const bad = await send(kz, poison);
    const one = await held(mn);
    await call(mn, `/api/quarantine/${one.quarantineId}/discard`, { reason: 'sent in error' });
    const view = await reaches(kz, bad, 'rejected');
    assert.deepEqual(
      view.receipts.at(-1)?.rules.map(({ id }) => id),
      ['discarded-by-operator'],
    );
    const { rows } = await mn.database.pool.query<{ action: string }>('select action from audit_log');
    assert.deepEqual(rows, [{ action: 'quarantine.discarded' }]);
  });
});

const certificate = (inReplyTo: string): OutgoingDocument => ({
  type: 'PeriodCertificate',
  content: periodCertificate,
  inReplyTo,
});

describe('a document that answers one that has not come', () => {
  test('waits for it, holds up no other, and is taken after it', async () => {
    const network = lossyNetwork();
    const { kz, mn } = await pair({ fetch: network.fetch, retry: { waits: [400] } });
    network.lose('request', '/x/v1/transmissions', 1);
    const parent = await send(kz, { type: 'Decision', content: decisionNotice });
    await until('the lost attempt', async () => {
      const [view] = await kz.exchange.transmissionsOf(kz.database, parent.caseId);
      return view?.attempts.length === 1;
    });
    const child = await send(kz, certificate(parent.documentId), parent.caseId);
    const other = await send(kz);
    await reaches(kz, other, 'accepted');
    await reaches(kz, parent, 'accepted');
    await reaches(kz, child, 'accepted');
    const order = mn.received.map(({ envelope }) => envelope.document.type);
    assert.deepEqual(order.toSorted(), ['Decision', 'PeriodCertificate', 'PeriodRequest']);
    assert.ok(order.indexOf('Decision') < order.indexOf('PeriodCertificate'));
  });

  test('is held apart when the wait is over', async () => {
    const { kz, mn } = await pair({}, { retry: { parentWait: 30 } satisfies Partial<RetrySchedule> });
    const sent = await send(kz, certificate('0192ab34-0000-7000-8000-000000000001'));
    await until('a held message', async () => {
      const { items } = (await call(mn, '/api/quarantine')) as { items: QuarantineView[] };
      return items.some(
        ({ transmissionId, cause }) => transmissionId === sent.transmissionId && cause === 'parent-missing',
      );
    });
  });
});
