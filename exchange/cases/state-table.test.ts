import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { CASE_STATES, type CaseState } from '../contract.ts';
import { allowedActions } from './allowed-actions.ts';
import {
  ABSENCE_REASONS,
  CASE_ACTIONS,
  CASE_ROLES,
  CASE_TABLE,
  stepOf,
  type CaseRole,
} from './state-table.ts';

const FACTS = [{ decisionDrawn: false }, { decisionDrawn: true }];
const everywhere = CASE_ROLES.flatMap((role) => CASE_STATES.map((state) => ({ role, state })));

/** All states that can be reached from a draft by any allowed steps, under either set of facts. */
function reachable(role: CaseRole): Set<string> {
  const seen = new Set<string>();
  const queue: { role: CaseRole; state: CaseState; before: CaseState }[] = [
    { role, state: 'draft', before: 'draft' },
  ];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const key = `${at.role} ${at.state}`;
    if (seen.has(`${key} ${at.before}`)) continue;
    seen.add(key);
    seen.add(`${key} ${at.before}`);
    for (const facts of FACTS) {
      for (const action of CASE_ACTIONS) {
        const found = stepOf(at, action, facts);
        if (!('step' in found)) continue;
        const state = found.step.next === 'resumed' ? at.before : found.step.next;
        queue.push({
          role: found.step.role ?? at.role,
          state,
          before: action === 'suspend' ? at.state : at.before,
        });
      }
    }
  }
  return seen;
}

describe('the table of the life of a case', () => {
  for (const { role, state } of everywhere) {
    test(`${role}, ${state}: every action has a step or a reason, never both, under any facts`, () => {
      for (const facts of FACTS) {
        const actions = allowedActions({ role, state }, facts);
        assert.deepEqual(
          actions.map((entry) => entry.action),
          [...CASE_ACTIONS],
        );
        for (const entry of actions) {
          assert.equal(entry.allowed, entry.reason === undefined);
          if (entry.reason !== undefined)
            assert.ok(ABSENCE_REASONS.some((reason) => reason === entry.reason));
        }
      }
    });
  }

  test('reaches every state of both roles from a draft', () => {
    for (const role of CASE_ROLES) {
      const seen = reachable(role);
      for (const state of CASE_STATES) {
        // The other state's claimant is asked only once it decides itself.
        assert.ok(seen.has(`${role} ${state}`), `${role} ${state}`);
      }
    }
  });

  test('uses every action somewhere, and every reason', () => {
    const used = new Set(everywhere.flatMap(({ role, state }) => Object.keys(CASE_TABLE[role][state])));
    assert.deepEqual([...used].sort(), [...CASE_ACTIONS].sort());
    const reasons = new Set(
      FACTS.flatMap((facts) =>
        everywhere.flatMap((at) => allowedActions(at, facts).map((entry) => entry.reason)),
      ),
    );
    for (const reason of ABSENCE_REASONS) assert.ok(reasons.has(reason), reason);
  });

  test('never leaves a case without a way on', () => {
    for (const at of everywhere) {
      const ways = FACTS.flatMap((facts) => allowedActions(at, facts).filter((entry) => entry.allowed));
      assert.ok(ways.length > 0, `${at.role} ${at.state}`);
    }
  });

  test('decides only what was drawn, and draws no second decision over one that waits', () => {
    for (const role of CASE_ROLES) {
      const at = { role, state: 'inDecision' } as const;
      assert.deepEqual(stepOf(at, 'approveDecision', { decisionDrawn: false }), {
        absent: 'noDecisionDrawn',
      });
      assert.deepEqual(stepOf(at, 'drawDecision', { decisionDrawn: true }), {
        absent: 'decisionAwaitsApproval',
      });
    }
  });

  test('takes a document from the partner in any open state, whatever came before', () => {
    const open = fc.constantFrom<CaseState>('opened', 'awaitingCounterparty', 'inDecision', 'decided');
    fc.assert(
      fc.property(open, fc.constantFrom(...FACTS), (state, facts) => {
        assert.ok('step' in stepOf({ role: 'owner', state }, 'receiveCertificate', facts));
        assert.ok('step' in stepOf({ role: 'counterparty', state }, 'receiveDecision', facts));
      }),
    );
  });

  test('changes hands only when a claim is forwarded', () => {
    const changes = everywhere.flatMap(({ role, state }) =>
      Object.entries(CASE_TABLE[role][state])
        .filter(([, step]) => step.role !== undefined)
        .map(([action]) => action),
    );
    assert.deepEqual(changes, ['forwardClaim']);
  });
});
