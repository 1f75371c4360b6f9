import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { CaseView } from '../contract.ts';
import { allowed, caseSeen, openTask, reaches } from '../testing/example.fixture.ts';
import { refusal } from '../testing/refusal.fixture.ts';
import { resident, settleIn } from '../testing/resident.fixture.ts';
import { startTwoStates, until, type TwoStates } from '../testing/two-states.fixture.ts';

describe('a document that a clerk writes', () => {
  let states: TwoStates;
  let matter: CaseView;
  /** the case before the other state knows it */
  let fresh: CaseView;
  before(async () => {
    states = await startTwoStates();
    const { KZ } = states;
    const person = resident(71);
    settleIn(states, person);
    const { caseId } = await KZ.clerk.registerClaim({ body: person.claim });
    const ready = await allowed(KZ, caseId, 'requestPeriods');
    fresh = ready;
    await KZ.clerk.requestPeriods({ params: { caseId }, ifMatch: ready.version });
    matter = await reaches(KZ, caseId, 'inDecision');
  });
  after(() => states.stop());

  const write = (type: string, content: object, more: object = {}) =>
    states.KZ.clerk.sendDocument({
      params: { caseId: matter.caseId },
      ifMatch: matter.version,
      body: { type, content: { ...content }, ...more },
    });

  test('is one of those that the agreement lets the role send and that no act makes', () => {
    assert.ok(matter.writable.includes('InfoRequest'));
    assert.ok(matter.writable.includes('ClaimantStatement'));
    assert.ok(!matter.writable.includes('Decision'));
    assert.ok(!matter.writable.includes('PeriodCertificate'));
  });

  test('is none while the other state does not know the case', async () => {
    assert.deepEqual(fresh.writable, []);
    const { KZ } = states;
    const person = resident(72);
    settleIn(states, person);
    const { caseId, version } = await KZ.clerk.registerClaim({ body: person.claim });
    const problem = await refusal(
      KZ.clerk.sendDocument({
        params: { caseId },
        ifMatch: version,
        body: { type: 'InfoRequest', content: { text: 'too early' } },
      }),
    );
    // The register may have answered meanwhile; the work of the case has not changed.
    assert.equal(problem.code, 'business/action-not-allowed');
  });

  test('is refused with the place of every fault, and nothing is sent', async () => {
    const problem = await refusal(write('InfoRequest', { text: 7, invented: true }));
    assert.equal(problem.code, 'business/rule-failed');
    assert.deepEqual(problem.errors?.map(({ pointer, code }) => [pointer, code]).toSorted(), [
      ['/invented', 'additionalProperties'],
      ['/text', 'type'],
    ]);
    const seen = await caseSeen(states.KZ, matter.caseId);
    assert.equal(seen?.documents.length, matter.documents.length);
  });

  test('cannot be a decision or a type that nobody knows', async () => {
    for (const type of ['Decision', 'Poem']) {
      const problem = await refusal(write(type, {}));
      assert.equal(problem.code, 'business/action-not-allowed');
      assert.match(problem.detail ?? '', /InfoRequest/);
    }
  });

  test('reaches the clerk of the other state with person and institution added, who answers', async () => {
    const { MN } = states;
    const sent = await write('InfoRequest', { about: '01', text: 'Please send the diploma.' });
    const own = sent.documents.at(-1);
    assert.equal(own?.type, 'InfoRequest');
    assert.equal(sent.events.at(-1)?.code, 'documentSent');

    const task = await openTask(MN, matter.caseId, 'readDocument');
    assert.deepEqual(task.reason, { code: 'documentReceived', values: { document: 'InfoRequest' } });
    const there = await caseSeen(MN, matter.caseId);
    const came = there?.documents.find(({ documentId }) => documentId === own.documentId);
    const content = JSON.stringify(came?.content);
    assert.match(content, /"text":"Please send the diploma\."/);
    assert.match(content, /"birthDate"/);
    assert.match(content, /urn:urtuu:inst/);
    // The purpose of information does not cover the sex of a person.
    assert.doesNotMatch(content, /"sex"/);

    await MN.clerk.resolveTask({
      params: { taskId: task.taskId },
      body: { outcome: 'done', note: 'answered' },
    });
    const now = await caseSeen(MN, matter.caseId);
    await MN.clerk.sendDocument({
      params: { caseId: matter.caseId },
      ifMatch: now?.version ?? '',
      body: { type: 'InfoReply', content: { remarks: 'No diploma is on file.' }, inReplyTo: own.documentId },
    });
    const answered = await until('the reply', async () => {
      const seen = await caseSeen(states.KZ, matter.caseId);
      return seen?.documents.find(({ type, direction }) => type === 'InfoReply' && direction === 'received');
    });
    assert.match(JSON.stringify(answered.content), /No diploma/);
    const envelope = await states.KZ.exchange.envelopeOf(states.KZ.database, answered.documentId);
    assert.match(JSON.stringify(envelope), new RegExp(`"inReplyTo":"${own.documentId}"`));
  });

  test('is not written on a case that somebody changed meanwhile', async () => {
    const problem = await refusal(write('InfoRequest', { text: 'again' }));
    assert.equal(problem.code, 'business/stale-version');
  });
});
