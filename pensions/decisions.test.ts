import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { LOCALES } from '@urtuu/kernel';
import type { CaseView } from './contract.ts';
import { allowed, caseSeen, openTask, ownDecision, reaches } from './testing/example.fixture.ts';
import { refusal } from './testing/refusal.fixture.ts';
import { resident, settleIn, type Known, type Resident } from './testing/resident.fixture.ts';
import { startTwoStates, until, type TwoStates } from './testing/two-states.fixture.ts';

const on = '2026-11-02';

const params = ({ caseId }: CaseView) => ({ params: { caseId } });

describe('a decision', () => {
  let states: TwoStates;
  before(async () => {
    states = await startTwoStates();
  });
  after(() => states.stop());

  /** A case whose periods of both states are here, so that it can be decided. */
  async function ready(person: Resident): Promise<CaseView> {
    const { KZ } = states;
    settleIn(states, person);
    const { caseId } = await KZ.clerk.registerClaim({ body: person.claim });
    const at = await allowed(KZ, caseId, 'requestPeriods');
    await KZ.clerk.requestPeriods({ params: { caseId }, ifMatch: at.version });
    return until('the certificate', async () => {
      const view = await caseSeen(KZ, caseId);
      const certified = view?.documents.some((document) => document.type === 'PeriodCertificate') === true;
      const can = view?.allowedActions.find((entry) => entry.action === 'drawDecision')?.allowed === true;
      return certified && can && view;
    });
  }

  test('is not approved by whoever drew it up, even with both roles, and is by another supervisor', async () => {
    const { KZ } = states;
    const view = await ready(resident(20));
    const both = KZ.as({ subject: 'one', name: 'One', roles: ['clerk', 'supervisor'] });
    const drawn = await both.drawDecision({ ...params(view), ifMatch: view.version, body: { on } });
    const problem = await refusal(both.approveDecision({ ...params(view), ifMatch: drawn.version }));
    assert.equal(problem.code, 'business/action-not-allowed');
    assert.equal(Object(problem).reason ?? Object(problem.extra).reason, 'drafterApproves');
    const approved = await KZ.supervisor.approveDecision({ ...params(view), ifMatch: drawn.version });
    assert.equal(approved.state, 'decided');
    const decision = ownDecision(approved, 'KZ');
    assert.deepEqual([decision.draftedBy, decision.approvedBy], ['One', 'supervisor']);
  });

  test('leaves with its notice: both are there after approval, and the other state drafts its own', async () => {
    const { KZ, MN } = states;
    const view = await ready(resident(21));
    const drawn = await KZ.clerk.drawDecision({ ...params(view), ifMatch: view.version, body: { on } });
    assert.ok(drawn.transmissions.every((one) => one.document.type !== 'Decision'));
    const approved = await KZ.supervisor.approveDecision({ ...params(view), ifMatch: drawn.version });
    assert.ok(approved.transmissions.some((one) => one.document.type === 'Decision'));
    const there = await allowed(MN, view.caseId, 'approveDecision');
    assert.equal(there.decisions.find((one) => one.country === 'MN')?.draftedBy, 'Urtuu');
    const received = there.decisions.find((one) => one.country === 'KZ');
    assert.deepEqual(received?.assessment, ownDecision(approved, 'KZ').assessment);
    await MN.supervisor.approveDecision({ ...params(view), ifMatch: there.version });
    const closed = await reaches(KZ, view.caseId, 'closedGlobal');
    assert.equal(closed.decisions.length, 2);
  });

  test('is drawn on the page as it stands: a stale or missing version is refused', async () => {
    const { KZ } = states;
    const view = await ready(resident(22));
    const drawn = await KZ.clerk.drawDecision({ ...params(view), ifMatch: view.version, body: { on } });
    const stale = await refusal(KZ.supervisor.approveDecision({ ...params(view), ifMatch: view.version }));
    assert.deepEqual([stale.code, stale.status], ['business/stale-version', 412]);
    const without = await fetch(`${KZ.baseUrl}/api/cases/${view.caseId}/approve-decision`, {
      method: 'POST',
      headers: {
        'x-urtuu': '1',
        'x-test-principal': Buffer.from(
          JSON.stringify({ subject: 's', name: 's', roles: ['supervisor'] }),
        ).toString('base64'),
      },
    });
    assert.equal(without.status, 428);
    assert.equal((await caseSeen(KZ, view.caseId))?.version, drawn.version);
  });

  test('returned with a reason goes back to the clerk, who draws it up anew', async () => {
    const { KZ } = states;
    const view = await ready(resident(23));
    const drawn = await KZ.clerk.drawDecision({ ...params(view), ifMatch: view.version, body: { on } });
    const twice = await refusal(
      KZ.clerk.drawDecision({ ...params(view), ifMatch: drawn.version, body: { on } }),
    );
    assert.equal(twice.code, 'business/action-not-allowed');
    const reason = 'the day of the award is not that of the claim';
    const returned = await KZ.supervisor.returnDecision({
      ...params(view),
      ifMatch: drawn.version,
      body: { reason },
    });
    assert.equal(returned.waitingFor, 'clerk');
    assert.deepEqual(
      returned.decisions.map((one) => one.state),
      ['annulled'],
    );
    const again = await KZ.clerk.drawDecision({
      ...params(view),
      ifMatch: returned.version,
      body: { on: '2026-03-02' },
    });
    assert.deepEqual(
      again.decisions.map((one) => one.state),
      ['annulled', 'draft'],
    );
  });

  test('cannot stand on a day or an assumption that does not exist', async () => {
    const { KZ } = states;
    const view = await ready(resident(24));
    const draw = (body: object) =>
      refusal(KZ.clerk.drawDecision({ ...params(view), ifMatch: view.version, body }));
    const unknown = await draw({ on, assume: { 'kz.noSuchFlag': 'yes' } });
    assert.deepEqual(
      [unknown.code, unknown.errors?.map((error) => error.pointer)],
      ['business/rule-failed', ['/assume/kz.noSuchFlag']],
    );
    assert.equal((await draw({ on: '2026-02-30' })).code, 'profile/schema-invalid');
    assert.equal((await caseSeen(KZ, view.caseId))?.version, view.version);
  });

  test('that is a what-if is marked as simulation, here, there and in the letter of five languages', async () => {
    const { KZ } = states;
    const view = await ready(resident(25));
    const drawn = await KZ.clerk.drawDecision({
      ...params(view),
      ifMatch: view.version,
      body: { on, assumeInForceFrom: '2026-07-01' },
    });
    const approved = await KZ.supervisor.approveDecision({ ...params(view), ifMatch: drawn.version });
    assert.equal(approved.simulation, true);
    const { decisionId, assessment } = ownDecision(approved, 'KZ');
    assert.equal(assessment.treaty.reason, 'hypothetical');
    for (const locale of LOCALES) {
      const letter = await KZ.clerk.decisionLetter({ params: { decisionId }, query: { locale } });
      assert.equal(Buffer.from(letter.subarray(0, 5)).toString(), '%PDF-');
    }
  });

  test('drawn up before a death is annulled by it, and the other state is told', async () => {
    const { KZ, MN } = states;
    const person = resident(26);
    const view = await ready(person);
    await KZ.clerk.drawDecision({ ...params(view), ifMatch: view.version, body: { on: '2026-03-02' } });
    KZ.register.load(withDeath(person));
    await openTask(KZ, view.caseId, 'deathReported');
    const stopped = await allowed(KZ, view.caseId, 'drawDecision');
    assert.deepEqual(
      stopped.decisions.map((one) => one.state),
      ['annulled'],
    );
    assert.equal(stopped.person.deathDate, '2026-05-04');
    const again = await KZ.clerk.drawDecision({
      ...params(view),
      ifMatch: stopped.version,
      body: { on: '2026-03-02' },
    });
    assert.ok(
      again.decisions.some((one) =>
        one.assessment.findings?.children.some((child) => child.rule === 'person.died'),
      ),
    );
    const there = await openTask(MN, view.caseId, 'deathReported');
    assert.deepEqual(there.reason.values, { date: '2026-05-04', source: 'partner' });
  });

  /** A case at the point where Mongolia has been asked. */
  async function asked(n: number, known: Known): Promise<string> {
    const { KZ } = states;
    const person = resident(n, known);
    settleIn(states, person);
    const { caseId } = await KZ.clerk.registerClaim({ body: person.claim });
    const at = await allowed(KZ, caseId, 'requestPeriods');
    await KZ.clerk.requestPeriods({ params: { caseId }, ifMatch: at.version });
    return caseId;
  }

  async function certificate(
    caseId: string,
  ): Promise<{ anyPeriods: boolean; periods: { certainty: string }[]; noPeriodsReason?: { code: string } }> {
    return until('the certificate', async () => {
      const view = await caseSeen(states.KZ, caseId);
      const found = view?.documents.find((document) => document.type === 'PeriodCertificate');
      return found?.content as { anyPeriods: boolean; periods: { certainty: string }[] } | undefined;
    });
  }

  test('of doubtful identity waits for a clerk, who sees the fields side by side and settles it once', async () => {
    const { MN } = states;
    const caseId = await asked(27, { firstname: 'Асанхан' });
    const task = await openTask(MN, caseId, 'identityDoubt');
    const [candidate] = task.candidates;
    assert.equal(candidate?.fields.find((field) => field.field === 'birthDate')?.agreement, 'same');
    const resolve = (body: object) =>
      MN.clerk.resolveTask({
        params: { taskId: task.taskId },
        body: { outcome: 'notSamePerson', note: 'seen', ...body },
      });
    assert.equal((await refusal(resolve({ outcome: 'acceptEvidence' }))).code, 'business/action-not-allowed');
    const other = await refusal(resolve({ outcome: 'samePerson', registerKey: 'ТТ00000000' }));
    assert.match(other.detail ?? '', /not one of the candidates/);
    const settled = await resolve({});
    assert.equal(settled.resolution?.outcome, 'notSamePerson');
    assert.match((await refusal(resolve({}))).detail ?? '', /settled already/);
    const sent = await certificate(caseId);
    assert.deepEqual([sent.anyPeriods, sent.noPeriodsReason?.code], [false, 'personNotSame']);
  });

  test('on archive evidence waits for a clerk, who may answer without it', async () => {
    const { MN } = states;
    const caseId = await asked(28, { evidence: 'Архивын лавлагаа' });
    const task = await openTask(MN, caseId, 'evidenceDoubt');
    assert.match(task.reason.values['doubts'] ?? '', /archiveOnly/);
    await MN.clerk.resolveTask({
      params: { taskId: task.taskId },
      body: { outcome: 'answerWithoutEvidence', note: 'the archive did not confirm' },
    });
    const sent = await certificate(caseId);
    assert.ok(sent.periods.every((period) => period.certainty === 'certified'));
    assert.equal(sent.anyPeriods, sent.periods.length > 0);
  });

  test('rests on periods each of whose days has one fate', async () => {
    const view = await ready(resident(29));
    for (const period of view.periods) {
      const days = period.runs.flatMap((run) => [run.from, run.to]);
      assert.deepEqual(days, days.toSorted());
    }
    const claimed = view.periods.find((period) => period.source === 'claimant');
    assert.ok(claimed?.runs.some((run) => run.rule === 'certifiedBeatsClaimed' && !run.counted));
  });
});

function withDeath(person: Resident): Resident['KZ'] {
  const [entry] = person.KZ.people;
  assert.ok(entry);
  const deaths = [{ iin: person.iin, deathDate: '2026-05-04', registeredOn: '2026-05-06' }];
  return { ...person.KZ, people: [{ ...entry, services: { ...entry.services, URTUU_DEATHS: deaths } }] };
}
