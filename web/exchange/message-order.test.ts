import type { ReceiptView, TransmissionView } from '@urtuu/exchange/contract';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inOrder, stepsOf } from './message-order.ts';

function receipt(parts: Partial<ReceiptView>): ReceiptView {
  return {
    level: 'L1',
    outcome: 'ok',
    at: '2026-05-01T08:00:00Z',
    issuer: 'urn:urtuu:inst:mn:social-insurance',
    bodyHash: 'h',
    rules: [],
    usedIn: [],
    log: { origin: 'mn', index: 1 },
    ...parts,
  };
}

function transmission(transmissionId: string, createdAt: string): TransmissionView {
  return {
    transmissionId,
    direction: 'sent',
    state: 'queued',
    caseId: 'c',
    document: { documentId: 'd', version: 1, type: 'PeriodRequest' },
    from: 'urn:urtuu:inst:kz:pensions',
    to: 'urn:urtuu:inst:mn:social-insurance',
    purpose: { code: 'p', legalBasis: 'l' },
    createdAt,
    bodyHash: 'h',
    size: 1,
    attempts: [],
    receipts: [],
  };
}

describe('messages of a case', () => {
  test('stand in the order in which they came about, whatever order they arrive in', () => {
    const early = transmission('b', '2026-05-01T08:00:00Z');
    const late = transmission('a', '2026-05-01T09:00:00Z');
    const twin = transmission('c', '2026-05-01T08:00:00Z');
    const wanted = ['b', 'c', 'a'];
    for (const given of [
      [early, late, twin],
      [twin, late, early],
    ]) {
      assert.deepEqual(
        inOrder(given).map(({ transmissionId }) => transmissionId),
        wanted,
      );
    }
  });

  test('a message without receipts shows three levels not reached', () => {
    assert.deepEqual(
      stepsOf([]).map(({ level, receipt: found }) => [level, found]),
      [
        ['L1', undefined],
        ['L2', undefined],
        ['L3', undefined],
      ],
    );
  });

  test('a rejection stands for its level even where an earlier receipt was good', () => {
    const [, second] = stepsOf([receipt({ level: 'L2' }), receipt({ level: 'L2', outcome: 'rejected' })]);
    assert.equal(second?.receipt?.outcome, 'rejected');
  });
});
