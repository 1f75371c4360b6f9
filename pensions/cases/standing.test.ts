import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { ABSENCE_REASONS } from '@urtuu/exchange';
import { exchangeMessages } from '@urtuu/exchange';
import { CASE_STATES } from '@urtuu/exchange/contract';
import { pensionsMessages } from '../messages/index.ts';
import { allowedActions, CASE_ACTIONS, type Asking, type CaseFacts } from './allowed-actions.ts';
import { clocksOf } from './clocks.ts';
import { waitingFor } from './settle-case.ts';

const facts: CaseFacts = {
  ownCountry: 'KZ',
  residence: 'KZ',
  registerRead: true,
  identityDoubt: false,
  evidenceDoubt: false,
  periodsRequested: false,
  draftedBy: undefined,
};
const clerk: Asking = { subject: 'c', roles: ['clerk'] };
const supervisor: Asking = { subject: 's', roles: ['supervisor'] };

function reasons(
  state: (typeof CASE_STATES)[number],
  more: Partial<CaseFacts>,
  asking = clerk,
): Record<string, string> {
  const entries = allowedActions({ role: 'owner', state }, { ...facts, ...more }, asking);
  return Object.fromEntries(entries.map((entry) => [entry.action, entry.reason ?? 'allowed']));
}

describe('the actions of a case', () => {
  test('are each allowed or absent for a reason that has a text, in every state, role and set of facts', () => {
    const texts = { ...exchangeMessages.en, ...pensionsMessages.en };
    for (const state of CASE_STATES) {
      for (const role of ['owner', 'counterparty'] as const) {
        for (const draftedBy of [undefined, 'c', 's']) {
          for (const asking of [clerk, supervisor]) {
            const entries = allowedActions({ role, state }, { ...facts, draftedBy }, asking);
            assert.deepEqual(
              entries.map((entry) => entry.action),
              [...CASE_ACTIONS],
            );
            for (const { allowed, reason } of entries) {
              assert.equal(allowed, reason === undefined);
              if (reason === undefined) continue;
              const ofTable = ABSENCE_REASONS.some((known) => known === reason);
              assert.ok(texts[`${ofTable ? 'reason' : 'absent'}.${reason}`] !== undefined, reason);
            }
          }
        }
      }
    }
  });

  test('follow the facts: residence, register, doubts, requests and who drew the draft up', () => {
    assert.equal(reasons('opened', {})['forwardClaim'], 'residentHere');
    assert.equal(reasons('opened', { residence: 'MN' })['forwardClaim'], 'allowed');
    assert.equal(reasons('opened', {})['requestPeriods'], 'allowed');
    assert.equal(reasons('inDecision', { periodsRequested: true })['requestPeriods'], 'alreadyRequested');
    assert.equal(reasons('inDecision', {})['drawDecision'], 'allowed');
    assert.equal(reasons('inDecision', { registerRead: false })['drawDecision'], 'registerUnread');
    assert.equal(reasons('inDecision', { identityDoubt: true })['drawDecision'], 'identityOpen');
    assert.equal(reasons('inDecision', { evidenceDoubt: true })['drawDecision'], 'evidenceOpen');
    assert.equal(reasons('inDecision', { draftedBy: 'c' })['approveDecision'], 'role');
    assert.equal(reasons('inDecision', { draftedBy: 'c' }, supervisor)['approveDecision'], 'allowed');
    assert.equal(reasons('inDecision', { draftedBy: 's' }, supervisor)['approveDecision'], 'drafterApproves');
  });
});

describe('a case waits for', () => {
  const rows = [
    ['owner', 'opened', [], false, 'clerk'],
    ['owner', 'awaitingCounterparty', [], false, 'partner'],
    ['owner', 'inDecision', ['approveDecision'], false, 'supervisor'],
    ['owner', 'inDecision', ['drawDecision'], false, 'clerk'],
    ['owner', 'decided', [], false, 'partner'],
    ['counterparty', 'opened', ['identityDoubt'], false, 'clerk'],
    ['counterparty', 'inDecision', [], true, 'nobody'],
    ['counterparty', 'closedGlobal', ['deathReported'], true, 'clerk'],
    ['owner', 'closedGlobal', [], true, 'nobody'],
  ] as const;
  for (const [role, state, openTasks, partnerDecided, wanted] of rows) {
    test(`${wanted}: ${role}, ${state}, ${openTasks.join(' ') || 'no task'}`, () => {
      assert.equal(waitingFor({ role, state, openTasks, partnerDecided }), wanted);
    });
  }
});

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 8, minute));

describe('the clocks of a case', () => {
  test('start and stop by events, and start again where the work does', () => {
    const events = [
      { at: at(0), code: 'claimRegistered' },
      { at: at(5), code: 'periodsRequested' },
      { at: at(9), code: 'certificateReceived' },
      { at: at(10), code: 'decisionDrawn' },
      { at: at(11), code: 'decisionReturned' },
      { at: at(20), code: 'decisionDrawn' },
    ];
    assert.deepEqual(clocksOf(events), [
      { clock: 'sinceClaim', startedAt: at(0).toISOString(), dueOn: null },
      {
        clock: 'awaitingPeriods',
        startedAt: at(5).toISOString(),
        stoppedAt: at(9).toISOString(),
        dueOn: null,
      },
      { clock: 'inDecision', startedAt: at(20).toISOString(), dueOn: null },
    ]);
  });
});
