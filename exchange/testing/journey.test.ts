import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ok, refuse } from '@urtuu/kernel';
import { transaction } from '@urtuu/platform';
import type { TransmissionView } from '../contract.ts';
import { periodCertificate, periodRequest, person } from '../documents/documents.fixture.ts';
import type { PeriodRequest } from '../documents/types.ts';
import type { OutgoingDocument, Sent } from '../exchange.ts';
import { appendLeaf, EMPTY_FRONTIER, rootOf, saltedHash, type Frontier } from '@urtuu/evidence';
import { frontierOf } from '../log/frontier-row.ts';
import { receiptContentHash, receiptSchema } from '../receipts/receipt.ts';
import type { ExchangeTables } from '../tables.ts';
import { listTransmissions } from '../transmission-views.ts';
import { introduce, startNode, takeAll, until, type Node } from './two-nodes.fixture.ts';

const MN = 'urn:urtuu:inst:mn:test';
const request: OutgoingDocument = { type: 'PeriodRequest', content: periodRequest };

/** Opens a case in Kazakhstan and sends one document of it to Mongolia. */
async function openAndSend(
  kz: Node,
  document: OutgoingDocument = request,
): Promise<Sent & { caseId: string }> {
  return transaction(kz.database, async (tx) => {
    const { caseId } = await kz.exchange.cases.open(tx, { partner: MN, fileNumber: 'KZ-2026-000001' });
    const sent = await kz.exchange.send(tx, {
      caseId,
      to: MN,
      document,
      claimDate: '2026-11-02',
      subject: person,
    });
    return { ...sent, caseId };
  });
}

async function viewOf(node: Node, caseId: string, transmissionId: string): Promise<TransmissionView> {
  const views = await node.exchange.transmissionsOf(node.database, caseId);
  const found = views.find((view) => view.transmissionId === transmissionId);
  assert.ok(found);
  return found;
}

const reaches = (
  node: Node,
  { caseId, transmissionId }: { caseId: string; transmissionId: string },
  state: string,
) =>
  until(`${transmissionId} ${state}`, async () => {
    const view = await viewOf(node, caseId, transmissionId);
    return view.state === state && view;
  });

/** What sending leaves behind. Receipts of earlier messages may still arrive and lengthen the log meanwhile. */
async function sentTraces(node: Node): Promise<unknown> {
  const { rows } = await node.database.pool.query(`
    select (select count(*)::integer from exchange_outbox) as queued,
      (select count(*)::integer from exchange_document where direction = 'sent') as documents,
      (select count(*)::integer from exchange_log_entry where kind = 'sent')
        + (select count(*)::integer from exchange_log_pending where kind = 'sent') as logged,
      (select count(*)::integer from exchange_case) as cases`);
  return rows;
}

const sendChanged = (kz: Node, change: object) =>
  transaction(kz.database, async (tx) => {
    const { caseId } = await kz.exchange.cases.open(tx, { partner: MN });
    return kz.exchange.send(tx, { caseId, to: MN, document: request, ...change });
  });

describe('a request and its answer between two nodes', () => {
  let kz: Node;
  let mn: Node;

  before(async () => {
    kz = await startNode({ country: 'KZ' });
    mn = await startNode({
      country: 'MN',
      handlers: ({ received, exchange }) => ({
        ...takeAll({ received }),
        async PeriodRequest(tx, one) {
          received.push(one);
          const matter = await exchange().cases.adopt(tx, one.envelope, { fileNumber: 'MN-2026-000007' });
          if (one.content.reason === 'not ours') {
            return refuse([{ id: 'mn-unknown-matter', pointer: '/content/reason', severity: 'error' }]);
          }
          const answer = {
            type: 'PeriodCertificate',
            content: periodCertificate,
            inReplyTo: one.envelope.document.documentId,
          } as const;
          const { documentId } = await exchange().send(tx, {
            caseId: matter.caseId,
            to: one.from,
            document: answer,
          });
          return ok({ usedIn: [documentId] });
        },
      }),
    });
    await introduce(kz, mn);
  });
  after(async () => {
    await kz.stop();
    await mn.stop();
  });

  test('goes there, is answered in the transaction that took it, and has three receipts on both sides', async () => {
    const sent = await openAndSend(kz);
    const there = await reaches(kz, sent, 'processed');
    assert.deepEqual(
      there.receipts.map(({ level, outcome, issuer }) => [level, outcome, issuer]),
      [
        ['L1', 'ok', MN],
        ['L2', 'ok', MN],
        ['L3', 'ok', MN],
      ],
    );
    assert.deepEqual(
      there.attempts.map(({ number, outcome }) => [number, outcome]),
      [[1, 'delivered']],
    );
    assert.equal(there.purpose.code, 'oldAge.periods');

    const back = await until('the certificate', async () =>
      kz.received.find(({ envelope }) => envelope.case.caseId === sent.caseId),
    );
    assert.deepEqual(back.content, periodCertificate);
    assert.equal(back.envelope.document.inReplyTo, sent.documentId);
    assert.deepEqual(
      back.envelope.case.fileNumbers.map(({ number }) => number),
      ['KZ-2026-000001', 'MN-2026-000007'],
    );
    assert.deepEqual(there.receipts[2]?.usedIn, [back.envelope.document.documentId]);

    const seen = (await mn.exchange.transmissionsOf(mn.database, sent.caseId))[0];
    assert.deepEqual(seen?.receipts, there.receipts);
    await until(
      'the fates',
      async () =>
        kz.fates.filter(({ transmissionId }) => transmissionId === sent.transmissionId).length === 2,
    );
    assert.deepEqual(
      kz.fates.filter(({ transmissionId }) => transmissionId === sent.transmissionId).map(({ kind }) => kind),
      ['accepted', 'processed'],
    );
  });

  test('does not tell more of the person than the purpose allows', async () => {
    await openAndSend(kz);
    const [one] = mn.received;
    assert.ok(one);
    const { person: told } = one.content as PeriodRequest;
    assert.deepEqual(Object.keys(told).sort(), [
      'birthDate',
      'birthDatePrecision',
      'identifiers',
      'names',
      'sex',
    ]);
    assert.deepEqual(one.envelope.subject, told);
  });

  test('does not leave the house if the transaction that sent it is undone', async () => {
    const before = await sentTraces(kz);
    await assert.rejects(
      transaction(kz.database, async (tx) => {
        const { caseId } = await kz.exchange.cases.open(tx, { partner: MN });
        await kz.exchange.send(tx, { caseId, to: MN, document: request });
        throw new Error('the claim was withdrawn');
      }),
    );
    assert.deepEqual(await sentTraces(kz), before);
  });

  test('that breaks a rule is rejected with the rule and its place, and the case remains readable', async () => {
    const unknown = { ...periodRequest, window: { from: '2000-01-02', to: '2000-01-01' } };
    const sent = await openAndSend(kz, { type: 'PeriodRequest', content: unknown });
    const view = await reaches(kz, sent, 'rejected');
    assert.deepEqual(view.receipts[1]?.rules, [
      { id: 'window-reversed', pointer: '/content/window', severity: 'error' },
    ]);
  });

  test('that the room refuses is rejected, and nothing that the room wrote remains', async () => {
    const sent = await openAndSend(kz, {
      type: 'PeriodRequest',
      content: { ...periodRequest, reason: 'not ours' },
    });
    const view = await reaches(kz, sent, 'rejected');
    assert.deepEqual(
      view.receipts[1]?.rules.map(({ id }) => id),
      ['mn-unknown-matter'],
    );
    assert.equal(await mn.exchange.cases.read(mn.database, sent.caseId), undefined);
  });

  test('with an unknown code is accepted with a warning, and the code is handed over as it came', async () => {
    const odd = { system: 'kz:own', code: 'Ү-7', label: 'Отгонное животноводство' };
    const sent = await openAndSend(kz, {
      type: 'PeriodRequest',
      content: { ...periodRequest, periodKinds: [odd] },
    });
    const view = await reaches(kz, sent, 'processed');
    assert.deepEqual(view.receipts[1]?.rules, [
      { id: 'code-unknown', pointer: '/content/periodKinds/0', severity: 'warning' },
    ]);
    const taken = mn.received.find(({ transmissionId }) => transmissionId === sent.transmissionId);
    assert.ok(taken);
    assert.deepEqual((taken.content as PeriodRequest).periodKinds, [odd]);
  });

  test('leaves in both logs entries whose tree has the stored root, and a receipt at the index it names', async () => {
    const sent = await openAndSend(kz);
    const { receipts } = await reaches(kz, sent, 'processed');
    for (const node of [kz, mn]) {
      const tables = node.database.tables<ExchangeTables>();
      const entries = await tables.selectFrom('exchange_log_entry').selectAll().orderBy('index').execute();
      entries.forEach((entry, index) => assert.equal(entry.index, index));
      const frontier = entries.reduce<Frontier>((kept, { leaf }) => appendLeaf(kept, leaf), EMPTY_FRONTIER);
      const stored = await frontierOf(node.database);
      if (stored.size === frontier.size)
        assert.deepEqual(Buffer.from(rootOf(stored)), Buffer.from(rootOf(frontier)));
    }
    const levelTwo = receipts[1];
    assert.ok(levelTwo);
    const tables = mn.database.tables<ExchangeTables>();
    const row = await tables
      .selectFrom('exchange_receipt')
      .select('receipt')
      .where('transmission_id', '=', sent.transmissionId)
      .where('level', '=', 'L2')
      .executeTakeFirstOrThrow();
    const { log, ...core } = receiptSchema.parse(row.receipt);
    const entry = await tables
      .selectFrom('exchange_log_entry')
      .selectAll()
      .where('index', '=', log.index)
      .executeTakeFirstOrThrow();
    const { salt } = await tables
      .selectFrom('exchange_log_salt')
      .selectAll()
      .where('index', '=', log.index)
      .executeTakeFirstOrThrow();
    assert.equal(saltedHash(salt, receiptContentHash(core)), entry.hash);
    assert.equal(log.index, levelTwo.log.index);
  });

  test('cannot be sent to a stranger, for a purpose of another document, or malformed', async () => {
    await assert.rejects(sendChanged(kz, { to: 'urn:urtuu:inst:cn:nobody' }), /not in the directory/);
    await assert.rejects(
      sendChanged(kz, { purpose: 'oldAge.decision' }),
      /no purpose oldAge.decision for PeriodRequest/,
    );
    const undated = { type: 'PeriodRequest', content: { ...periodRequest, window: { from: '2026-02-30' } } };
    await assert.rejects(sendChanged(kz, { document: undated }), /\/window\/from format/);
  });

  test('is listed page by page; a cursor that is none starts from the beginning', async () => {
    const sent = await openAndSend(kz);
    const origin = { institutionId: 'urn:urtuu:inst:kz:test', log: 'log' };
    const { caseId } = sent;
    const pageBefore = (before: string) => listTransmissions(kz.database, origin, { caseId, before });
    const ids = async (before: string) => (await pageBefore(before)).items.map((item) => item.transmissionId);
    assert.deepEqual(await ids(`9999-01-01T00:00:00.000Z ${sent.caseId}`), [sent.transmissionId]);
    assert.deepEqual(await ids(`0000-01-01T00:00:00.000Z ${sent.caseId}`), []);
    for (const before of ['', 'x', `x ${sent.caseId}`, `2026-01-01T00:00:00.000Z ${'-'.repeat(36)}`]) {
      assert.deepEqual(await ids(before), [sent.transmissionId], before);
    }
  });

  test('moves its case by the state table, and refuses a step from a stale page', async () => {
    const { caseId } = await openAndSend(kz);
    const { cases } = kz.exchange;
    const step = (
      ...args: [Parameters<typeof cases.transition>[2], Parameters<typeof cases.transition>[3]?]
    ) => transaction(kz.database, (tx) => cases.transition(tx, caseId, ...args));
    const asked = await step('requestPeriods', { ifMatch: '1' });
    assert.ok(asked.ok);
    assert.deepEqual([asked.value.state, asked.value.version], ['awaitingCounterparty', 2]);
    const stale = await step('receiveCertificate', { ifMatch: '1' });
    assert.ok(!stale.ok && stale.error.code === 'business/stale-version');
    const absent = await step('drawDecision');
    assert.ok(!absent.ok && absent.error.code === 'business/action-not-allowed');
    assert.equal(absent.error.extra?.['currentState'], 'awaitingCounterparty');
    await step('suspend');
    const resumed = await step('resume');
    assert.ok(resumed.ok && resumed.value.state === 'awaitingCounterparty');
  });

  test('forwarding a claim hands the role over, with the filing date', async () => {
    const { cases } = kz.exchange;
    const filedAt = new Date('2026-10-05T04:30:00Z');
    const { caseId, transmissionId } = await transaction(kz.database, async (tx) => {
      const matter = await cases.open(tx, { partner: MN });
      const claim = { claimDate: '2026-10-05', filedIn: 'KZ', kind: '01', residence: 'MN' } as const;
      const document: OutgoingDocument = { type: 'Claim.oldAge', content: { claim, person, statement: [] } };
      const sent = await kz.exchange.send(tx, {
        caseId: matter.caseId,
        to: MN,
        document,
        claimDate: '2026-10-05',
        filedAt,
      });
      const moved = await cases.transition(tx, matter.caseId, 'forwardClaim');
      assert.ok(moved.ok && moved.value.role === 'counterparty');
      return { ...sent, caseId: matter.caseId };
    });
    await reaches(kz, { caseId, transmissionId }, 'accepted');
    const taken = mn.received.find((one) => one.transmissionId === transmissionId);
    assert.ok(taken);
    assert.equal(taken.envelope.times.filedAt, filedAt.toISOString());
    const adopted = await transaction(mn.database, (tx) => mn.exchange.cases.adopt(tx, taken.envelope));
    assert.equal(adopted.role, 'owner');
    await transaction(mn.database, (tx) => mn.exchange.markProcessed(tx, taken, ['mn-claim-1']));
    await reaches(kz, { caseId, transmissionId }, 'processed');
  });
});
