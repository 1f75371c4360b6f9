import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '@urtuu/kernel';
import { awardOfKazakhstan, kazakhWorker, person } from '../testing.ts';

describe('A death between claim and decision', () => {
  test('ends the entitlement on its day and fixes the amounts of that day', () => {
    const wire = kazakhWorker('100000', { person: person({ deathDate: '2025-11-15' }) });
    const found = awardOfKazakhstan(wire, '2025-03-01', { payOn: day('2026-02-01'), explain: 'full' });
    assert.equal(found.outcome, 'eligible');
    assert.equal(found.until, '2025-11-15');
    assert.equal(found.payOn, '2025-11-15');
    assert.deepEqual(
      found.components.map(({ until }) => until),
      ['2025-11-15', '2025-11-15'],
    );
    assert.equal(found.findings?.children[0]?.rule, 'person.died');
  });

  test('before the award date leaves no entitlement', () => {
    const wire = kazakhWorker('100000', { person: person({ deathDate: '2025-02-28' }) });
    assert.equal(awardOfKazakhstan(wire, '2025-03-01').outcome, 'notEligible');
  });
});

describe('Savings in the accumulative fund', () => {
  const accounts = [
    { country: 'KZ', kind: 'uapf', balance: '1500000.25', currency: 'KZT', asOf: '2026-01-01' },
  ];

  test('stand beside the pension and change nothing in it', () => {
    const plain = { explain: 'none' } as const;
    const bare = awardOfKazakhstan(kazakhWorker(), '2026-01-01', plain);
    const saved = awardOfKazakhstan(kazakhWorker('100000', { accounts }), '2026-01-01', plain);
    assert.deepEqual(saved, bare);
  });

  test('of a person who lives elsewhere leave the choice of export to the applicant', () => {
    const wire = kazakhWorker('100000', { accounts, person: person({ residence: 'MN' }) });
    const found = awardOfKazakhstan(wire, '2026-01-01', { explain: 'full' });
    assert.ok(found.flags.some(({ flag }) => flag === 'kzmn.departureChoice'));
    assert.ok(found.findings?.children.some(({ rule }) => rule === 'kz.funded'));
  });
});
