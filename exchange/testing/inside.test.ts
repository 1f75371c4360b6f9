import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { JsonObject } from '@urtuu/kernel';
import { generateKey } from '../crypto/jwk.ts';
import { periodRequest } from '../documents/documents.fixture.ts';
import type { ExchangeTables } from '../tables.ts';
import { until } from './two-nodes.fixture.ts';
import { keyOf, KZ, MN, newId, startWire, type Sealing, type Wire } from './wire.fixture.ts';

let wire: Wire;
before(async () => {
  wire = await startWire();
});
after(() => wire.stop());

const party = (country: string, institutionId: string, role: string) => ({
  institutionId,
  nodeId: 'x',
  country,
  role,
});

const ruleOf = async (sealing: Sealing): Promise<string | undefined> => {
  const { id, body } = wire.sealed(sealing);
  assert.equal((await wire.post({ id, body })).status, 200);
  const row = await until('the second receipt', () =>
    wire.mn.database
      .tables<ExchangeTables>()
      .selectFrom('exchange_receipt')
      .select('receipt')
      .where('transmission_id', '=', id)
      .where('level', '=', 'L2')
      .executeTakeFirst(),
  );
  assert.equal(row.receipt.outcome, 'rejected');
  const [rule] = row.receipt.rules;
  return rule && `${rule.id} ${rule.pointer}`.trim();
};

describe('a delivery whose inside is wrong', () => {
  const table: readonly [string, Sealing, string][] = [
    [
      'an envelope of another transmission',
      { change: { transmissionId: newId() } },
      'envelope-mismatch /transmissionId',
    ],
    [
      'an envelope in another’s name',
      { change: { from: party('KZ', 'urn:urtuu:inst:kz:other', 'owner') } },
      'envelope-mismatch /from/institutionId',
    ],
    [
      'a sender that gives another country',
      { change: { from: party('MN', KZ, 'owner') } },
      'envelope-mismatch /from/country',
    ],
    [
      'an addressee other than on the seal',
      { change: { to: [party('MN', 'urn:urtuu:inst:mn:other', 'counterparty')] } },
      'recipient-wrong /to',
    ],
    [
      'an agreement of which we know nothing',
      { change: { agreement: { id: 'cn-mn', version: '1', articleSet: 'x' } } },
      'profile-mismatch /agreement',
    ],
    [
      'a third state',
      { change: { to: [party('MN', MN, 'counterparty'), party('CN', 'urn:x', 'observer')] } },
      'not-a-participant /from',
    ],
    [
      'an unknown type of document',
      { change: { document: { documentId: newId(), version: 1, type: 'Horoscope', schema: 'x' } } },
      'type-unknown /document/type',
    ],
    [
      'a purpose that is not in the agreement',
      { change: { purpose: { code: 'curiosity', legalBasis: 'none' } } },
      'purpose-unknown /purpose',
    ],
    [
      'a legal basis that the agreement does not give the purpose',
      { change: { purpose: { code: 'oldAge.periods', legalBasis: 'because' } } },
      'purpose-unknown /purpose/legalBasis',
    ],
    [
      'a purpose of another document',
      { change: { purpose: { code: 'oldAge.decision', legalBasis: 'x' } } },
      'purpose-unknown /purpose',
    ],
    [
      'a role that may not send it',
      { change: { from: party('KZ', KZ, 'counterparty') } },
      'role-may-not-send /from/role',
    ],
    ['an unknown member', { change: { extra: true } }, 'schema /extra'],
    ['a content that its schema refuses', { change: { content: { reason: 'x' } } }, 'schema /content/claim'],
    [
      'a claim date that differs',
      { change: { times: { created: '2026-11-02T05:00:00Z', claimDate: '2026-10-01' } } },
      'claim-date-differs /content/claim/claimDate',
    ],
    [
      'an impossible instant',
      { change: { times: { created: '2026-02-30T05:00:00Z' } } },
      'schema /times/created',
    ],
  ];
  for (const [what, sealing, rule] of table) {
    test(`with ${what} is rejected by ${rule}`, async () => assert.equal(await ruleOf(sealing), rule));
  }

  test('with a signature that does not verify is rejected', async () => {
    const forged = {
      ...generateKey({ institutionId: KZ, use: 'sign', alg: 'EdDSA', from: new Date(0), to: null }),
      kid: keyOf(wire.kz, 'sign').kid,
    };
    assert.equal(await ruleOf({ signer: forged }), 'jws-invalid');
  });

  for (const [what, sealing, cause] of [
    ['sealed for another key', () => ({ recipient: wire.kz }), 'decrypt-failed'],
    [
      'signed with a key that is not in the directory',
      () => ({
        signer: generateKey({ institutionId: KZ, use: 'sign', alg: 'EdDSA', from: new Date(0), to: null }),
      }),
      'key-unknown',
    ],
  ] as const) {
    test(`and ${what} is held apart, for the fault may be ours`, async () => {
      const { id, body } = wire.sealed(sealing());
      assert.equal((await wire.post({ id, body })).status, 200);
      const held = await until('the held message', () =>
        wire.mn.database
          .tables<ExchangeTables>()
          .selectFrom('exchange_quarantine')
          .select('cause')
          .where('transmission_id', '=', id)
          .executeTakeFirst(),
      );
      assert.equal(held.cause, cause);
    });
  }

  test('in that it tells more of the person than the purpose allows is accepted without that, and flagged', async () => {
    const before = wire.mn.received.length;
    const { id, body } = wire.sealed({
      change: { content: JSON.parse(JSON.stringify(periodRequest)) as JsonObject },
    });
    await wire.post({ id, body });
    const taken = await until('the document', async () =>
      wire.mn.received.slice(before).find(({ transmissionId }) => transmissionId === id),
    );
    assert.ok(!JSON.stringify(taken.content).includes('citizenships'));
    assert.ok(
      taken.warnings.some(
        (rule) => rule.id === 'person-beyond-purpose' && rule.pointer === '/content/person/citizenships',
      ),
    );
  });
});
