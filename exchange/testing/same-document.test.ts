import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ExchangeTables } from '../tables.ts';
import { until } from './two-nodes.fixture.ts';
import { newId, startWire, type Wire } from './wire.fixture.ts';

let wire: Wire;
before(async () => {
  wire = await startWire();
});
after(() => wire.stop());

const SCHEMA = 'urn:urtuu:schema:PeriodRequest:1.0.0';

/** Outcome and first rule of the second receipt. */
async function verdictOn(document: { documentId: string; version: number; schema?: string }) {
  const change = { document: { type: 'PeriodRequest', schema: SCHEMA, ...document } };
  const { id, body } = wire.sealed({ change });
  assert.equal((await wire.post({ id, body })).status, 200);
  const { receipt } = await until('the second receipt', () =>
    wire.mn.database
      .tables<ExchangeTables>()
      .selectFrom('exchange_receipt')
      .select('receipt')
      .where('transmission_id', '=', id)
      .where('level', '=', 'L2')
      .executeTakeFirst(),
  );
  return [receipt.outcome, ...receipt.rules.map((rule) => `${rule.id} ${rule.pointer}`)];
}

test('a document comes once; another one under its id and version is rejected, a new version is not', async () => {
  const documentId = newId();
  assert.deepEqual(await verdictOn({ documentId, version: 1 }), ['ok']);
  assert.deepEqual(await verdictOn({ documentId, version: 1 }), [
    'rejected',
    'document-reused /document/documentId',
  ]);
  assert.deepEqual(await verdictOn({ documentId, version: 2 }), ['ok']);
});

test('a document that names the schema of another type or version is rejected', async () => {
  for (const schema of ['urn:urtuu:schema:Decision:1.0.0', 'urn:urtuu:schema:PeriodRequest:2.0.0']) {
    assert.deepEqual(await verdictOn({ documentId: newId(), version: 1, schema }), [
      'rejected',
      'type-unknown /document/schema',
    ]);
  }
});
