import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { expectOk } from '@urtuu/kernel';
import { parseInsuranceRecord } from '@urtuu/law';
import { changesOf } from './decision-changes.ts';
import { draftDecision } from './draft-decision.ts';

const EXAMPLE = new URL('../../examples/young-not-eligible/record.json', import.meta.url);
const record = expectOk(
  parseInsuranceRecord(JSON.parse(readFileSync(EXAMPLE, 'utf8'))),
  'the example is a record',
);
const options = { on: '2026-11-02' };
const { assessment } = expectOk(
  draftDecision({ record, country: 'KZ', claimedFrom: '2026-11-02', options }),
  'the example can be decided',
);

describe('what would open a refused pension', () => {
  test('is found on the record that was decided, and holds on the law itself', () => {
    assert.equal(assessment.outcome, 'notEligible');
    const { computable, changes } = changesOf({ record, assessment, options });
    assert.equal(computable, true);
    const later = changes.find((change) => change.kind === 'later');
    assert.ok(later);
    const then = expectOk(
      draftDecision({ record, country: 'KZ', claimedFrom: later.on, options: { on: later.on } }),
      'that day can be decided',
    );
    // The values of that day are not known yet: the pension is open, its amount is not.
    const opened = then.assessment.components.find(({ component }) => component === later.component);
    assert.equal(opened?.outcome, 'undetermined');
    assert.equal(later.amount, undefined);
  });

  test('is not said of the other state, whose record is not here', () => {
    assert.deepEqual(changesOf({ record: null, assessment, options: {} }), {
      computable: false,
      changes: [],
    });
  });
});
