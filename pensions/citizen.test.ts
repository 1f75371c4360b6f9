import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { openAccessLog } from '@urtuu/platform';
import { ProblemError, type Route } from '@urtuu/platform/contract';
import { pensionsContract, type CaseView } from './contract.ts';
import { allowed, caseSeen, openTask, ownDecision } from './testing/example.fixture.ts';
import { refusal } from './testing/refusal.fixture.ts';
import { resident, settleIn } from './testing/resident.fixture.ts';
import { startTwoStates, until, type TwoStates } from './testing/two-states.fixture.ts';

describe('what a person sees, and who saw the person', () => {
  let states: TwoStates;
  let view: CaseView;
  let drawn: CaseView;
  const person = resident(40, { firstname: 'Асанхан' });
  const other = resident(41);

  before(async () => {
    states = await startTwoStates();
    const { KZ } = states;
    settleIn(states, person);
    settleIn(states, other);
    await KZ.clerk.registerClaim({ body: other.claim });
    const { caseId } = await KZ.clerk.registerClaim({ body: person.claim });
    view = await allowed(KZ, caseId, 'drawDecision');
    drawn = await KZ.clerk.drawDecision({
      params: { caseId },
      ifMatch: view.version,
      body: { on: '2026-11-02' },
    });
  });
  after(() => states.stop());

  const citizen = (claim: string) =>
    states.KZ.as({ subject: claim, name: 'Citizen', roles: ['citizen'], personKey: claim });

  test('a draft is the institution’s own: the person sees the case, and the decision once it is approved', async () => {
    const { KZ } = states;
    const me = citizen(`kz.iin:${person.iin}`);
    const [draft] = drawn.decisions;
    assert.ok(draft);
    const before = await me.myView({});
    assert.deepEqual(
      before.cases.map((one) => one.decisions.length),
      [0],
    );
    assert.ok(before.cases[0]?.events.every((event) => event.code !== 'decisionDrawn'));
    const params = { decisionId: draft.decisionId };
    assert.equal((await refusal(me.readDecision({ params }))).status, 404);

    const approved = await KZ.supervisor.approveDecision({
      params: { caseId: view.caseId },
      ifMatch: drawn.version,
    });
    const { decisionId } = ownDecision(approved, 'KZ');
    const after = await me.myView({});
    assert.deepEqual(
      after.cases[0]?.decisions.map((one) => one.decisionId),
      [decisionId],
    );
    assert.equal((await me.readDecision({ params: { decisionId } })).decisionId, decisionId);
    const letter = await me.decisionLetter({ params: { decisionId }, query: { locale: 'kk' } });
    assert.equal(Buffer.from(letter.subarray(0, 5)).toString(), '%PDF-');
  });

  test('a person sees the own data alone: the decision of another answers as one that does not exist', async () => {
    const { KZ } = states;
    const stranger = citizen(`kz.iin:${other.iin}`);
    const decisionId = drawn.decisions[0]?.decisionId ?? '';
    const theirs = await stranger.myView({});
    assert.deepEqual(
      theirs.person?.identifiers.map((identifier) => identifier.value),
      [other.iin, other.regnum],
    );
    for (const params of [
      { decisionId },
      { decisionId: '01900000-0000-7000-8000-000000000000' },
      { decisionId: 'x' },
    ]) {
      const read = await refusal(stranger.readDecision({ params }));
      const letter = await refusal(stranger.decisionLetter({ params, query: { locale: 'en' } }));
      assert.deepEqual([read.code, letter.code], ['business/not-found', 'business/not-found']);
    }
    assert.equal((await refusal(stranger.readCase({ params: { caseId: view.caseId } }))).status, 403);
    assert.equal((await KZ.as({ roles: ['citizen'] }).myView({})).person, null);
  });

  test('a person sees who read the own data, in which role, why and under which article', async () => {
    const me = await citizen(`mn.register:${person.regnum}`).myView({});
    const clerk = me.accesses.find((access) => access.role === 'clerk');
    assert.equal(clerk?.reader, 'clerk');
    assert.equal(clerk?.purpose, 'claim-processing');
    assert.match(clerk?.article ?? '', /not yet in force/);
    assert.ok(me.accesses.some((access) => access.role === 'supervisor'));
    const told = me.accesses.find((access) => access.role === 'partner');
    assert.deepEqual([told?.reader, told?.what], ['urn:urtuu:inst:mn:test', 'Decision']);
    assert.ok(me.accesses.some((access) => access.role === 'system' && access.what === 'register-rows'));
  });

  test('a person looked up in the register before any claim sees that reading once known here', async () => {
    const { KZ } = states;
    const late = resident(48);
    settleIn(states, late);
    const stranger = await KZ.pensions.accessKeyOf('kz.iin', late.iin);
    assert.ok(!stranger.includes(late.iin));
    await openAccessLog(KZ.database).record(
      [{ personKey: stranger, purpose: 'register-search', what: 'register-search' }],
      {
        principal: { subject: 'c', name: 'A curious clerk', roles: ['clerk'] },
        role: 'clerk',
        requestId: 'r',
      },
    );
    await KZ.clerk.registerClaim({ body: late.claim });
    const me = await citizen(`kz.iin:${late.iin}`).myView({});
    assert.ok(me.accesses.some((access) => access.reader === 'A curious clerk'));
    assert.notEqual(await KZ.pensions.accessKeyOf('kz.iin', late.iin), stranger);
  });

  test('an auditor reads the whole log, by person and page by page', async () => {
    const { KZ } = states;
    const whole = await KZ.auditor.accessLog({ query: {} });
    assert.ok(whole.items.length > 5);
    const one = await KZ.auditor.accessLog({ query: { personKey: `kz.iin:${person.iin}` } });
    assert.ok(one.items.length > 0);
    assert.ok(one.items.every((item) => item.personKey === view.person.personKey));
    const last = one.items.at(-1);
    const rest = await KZ.auditor.accessLog({
      query: { personKey: view.person.personKey, before: last?.id ?? '' },
    });
    assert.ok(rest.items.every((item) => item.id < (last?.id ?? '')));
    assert.equal((await refusal(KZ.clerk.accessLog({ query: {} }))).status, 403);
  });

  test('every route that shows a person leaves a row that says what was shown', async () => {
    const { KZ, MN } = states;
    const third = resident(42);
    settleIn(states, third);
    const log = openAccessLog(KZ.database);
    const logMN = openAccessLog(MN.database);
    const shown = new Map<string, string>();
    const note = async <T>(route: string, call: () => Promise<T>, of = log): Promise<T> => {
      const before = (await of.list({ limit: 1 }))[0]?.id ?? '';
      const answer = await call();
      const after = (await of.list({ limit: 20 })).filter((row) => row.id > before);
      assert.ok(after.length > 0, route);
      shown.set(route, after[0]?.what ?? '');
      return answer;
    };
    const { caseId } = await note('registerClaim', () => KZ.clerk.registerClaim({ body: third.claim }));
    const params = { caseId };
    await note('listCases', () => KZ.clerk.listCases({ query: { q: third.iin } }));
    const read = await allowed(KZ, caseId, 'requestPeriods');
    await note('readCase', () => KZ.clerk.readCase({ params }));
    await note('requestPeriods', () => KZ.clerk.requestPeriods({ params, ifMatch: read.version }));
    const ready = await until('the certificate', async () => {
      const now = await caseSeen(KZ, caseId);
      return now?.state === 'inDecision' && now;
    });
    await note('listTasks', () => KZ.clerk.listTasks({ query: {} }));
    const first = await note('drawDecision', () =>
      KZ.clerk.drawDecision({ params, ifMatch: ready.version, body: { on: '2026-11-02' } }),
    );
    const returned = await note('returnDecision', () =>
      KZ.supervisor.returnDecision({ params, ifMatch: first.version, body: { reason: 'look again' } }),
    );
    const second = await KZ.clerk.drawDecision({
      params,
      ifMatch: returned.version,
      body: { on: '2026-11-02' },
    });
    const approved = await note('approveDecision', () =>
      KZ.supervisor.approveDecision({ params, ifMatch: second.version }),
    );
    const { decisionId } = ownDecision(approved, 'KZ');
    await note('readDecision', () => KZ.auditor.readDecision({ params: { decisionId } }));
    await note('decisionChanges', () => KZ.clerk.decisionChanges({ params: { decisionId } }));
    await note('decisionLetter', () =>
      KZ.clerk.decisionLetter({ params: { decisionId }, query: { locale: 'ru' } }),
    );
    await note('sendDocument', () =>
      KZ.clerk.sendDocument({
        params,
        ifMatch: approved.version,
        body: { type: 'AdditionalInfo', content: { remarks: 'no news' } },
      }),
    );
    const [printed] = approved.documents;
    assert.ok(printed);
    const { documentId, version } = printed;
    await note('printDocument', () =>
      KZ.clerk.printDocument({ params: { documentId, version }, query: { locale: 'kk' } }),
    );
    for (const route of ['signedDocument', 'documentProof'] as const) {
      await note(route, () =>
        until(route, () =>
          KZ.clerk[route]({ params: { documentId, version } }).catch((error: unknown) => {
            // The log takes its checkpoint a moment after the document was written.
            if (error instanceof ProblemError && error.problem.code === 'evidence/not-yet') return undefined;
            throw error;
          }),
        ),
      );
    }
    await note('myView', () => citizen(`kz.iin:${third.iin}`).myView({}));

    const abroad = resident(43);
    const { claim } = abroad;
    const moved = {
      ...claim,
      record: { ...claim.record, person: { ...claim.record.person, residence: 'MN' } },
    };
    settleIn(states, abroad);
    const wrong = await KZ.clerk.registerClaim({ body: moved });
    const there = await allowed(KZ, wrong.caseId, 'forwardClaim');
    await note('forwardClaim', () =>
      KZ.clerk.forwardClaim({ params: { caseId: wrong.caseId }, ifMatch: there.version }),
    );

    const doubtful = resident(44, { firstname: 'Асанхан' });
    settleIn(states, doubtful);
    const asked = await KZ.clerk.registerClaim({ body: doubtful.claim });
    const at = await allowed(KZ, asked.caseId, 'requestPeriods');
    await KZ.clerk.requestPeriods({ params: { caseId: asked.caseId }, ifMatch: at.version });
    const task = await openTask(MN, asked.caseId, 'identityDoubt');
    await note(
      'resolveTask',
      () =>
        MN.clerk.resolveTask({
          params: { taskId: task.taskId },
          body: { outcome: 'samePerson', note: 'seen' },
        }),
      logMN,
    );

    const wanted = Object.entries<Route>(pensionsContract)
      .filter(([, route]) => route.reads === 'person')
      .map(([name]) => name);
    assert.deepEqual([...shown.keys()].sort(), wanted.sort());
    assert.ok([...shown.values()].every((what) => what !== ''));
  });
});
