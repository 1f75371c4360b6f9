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
