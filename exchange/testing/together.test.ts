/** Documents that come at once are taken in one transaction, and none of them suffers for another. */
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { ok, refuse } from '@urtuu/kernel';
import { transaction } from '@urtuu/platform';
import { periodRequest } from '../documents/documents.fixture.ts';
import { introduce, startNode, until, type Node } from './two-nodes.fixture.ts';

describe('many documents at once', () => {
  let kz: Node;
  let mn: Node;
  before(async () => {
    mn = await startNode({
      country: 'MN',
      handlers: ({ received }) => ({
        PeriodRequest: async (_tx, one) => {
          const which = one.envelope.case.fileNumbers[0]?.number;
          if (which === '3') return refuse([{ id: 'test-refused', pointer: '', severity: 'error' }]);
          if (which === '5') throw new Error('poison');
          received.push(one);
          return ok({ usedIn: ['urn:test:decision'] });
        },
      }),
    });
    kz = await startNode({ country: 'KZ' });
    await introduce(kz, mn);
  });
  after(async () => {
    await kz.stop();
    await mn.stop();
  });

  test('a refusal and a failure among them touch no other, and each sent one has its place in the log', async () => {
    const { institutionId: to } = mn.exchange.self;
    const cases: string[] = [];
    await transaction(kz.database, async (tx) => {
      for (let i = 0; i < 12; i += 1) {
        const { caseId } = await kz.exchange.cases.open(tx, { partner: to, fileNumber: String(i) });
        await kz.exchange.send(tx, {
          caseId,
          to,
          document: { type: 'PeriodRequest', content: periodRequest },
        });
        cases.push(caseId);
        const [sent] = await kz.exchange.transmissionsOf(tx, caseId);
        assert.equal(sent?.log, undefined, 'it gets its place when the transaction has committed');
      }
    });
    const states = await until('all judged', async () => {
      const { rows } = await mn.database.pool.query<{ state: string }>('select state from exchange_inbox');
      const found = rows.map(({ state }) => state).sort();
      return found.length === 12 && !found.includes('delivered') ? found : undefined;
    });
    assert.deepEqual(states, [...Array.from({ length: 10 }, () => 'processed'), 'quarantined', 'rejected']);
    assert.equal(mn.received.length, 10);
    for (const [i, caseId] of cases.entries()) {
      const [sent] = await kz.exchange.transmissionsOf(kz.database, caseId);
      // The first entry is the imported profile; those sent together follow in their order.
      assert.equal(sent?.log?.index, i + 1);
    }
    const { rows } = await kz.database.pool.query<{ n: number; size: number }>(
      'select count(*)::integer as n, max((select size from exchange_log_state)) as size from exchange_log_entry',
    );
    assert.equal(rows[0]?.n, rows[0]?.size);
  });
});
