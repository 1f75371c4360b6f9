import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { allowed, caseSeen, openTask } from './testing/example.fixture.ts';
import { refusal } from './testing/refusal.fixture.ts';
import { resident, settleIn } from './testing/resident.fixture.ts';
import { startState, startTwoStates, until, type TwoStates } from './testing/two-states.fixture.ts';

describe('a claim', () => {
  let states: TwoStates;
  before(async () => {
    states = await startTwoStates();
  });
  after(() => states.stop());

  test('with faults is refused with the place of each, and nothing is kept', async () => {
    const { KZ } = states;
    const { claim } = resident(1);
    const broken = {
      ...claim,
      filedOn: '2026-02-30',
      record: { ...claim.record, person: { ...claim.record.person, birthDate: '1961-13-01' } },
    };
    const { faults } = await KZ.clerk.checkClaim({ body: broken });
    assert.deepEqual(
      faults.map((fault) => fault.pointer),
      ['/filedOn', '/record/person/birthDate'],
    );
    const future = { ...claim, filedOn: '2999-01-01' };
    const problem = await refusal(KZ.clerk.registerClaim({ body: future }));
    assert.equal(problem.code, 'business/rule-failed');
    assert.deepEqual(
      problem.errors?.map(({ pointer, code }) => [pointer, code]),
      [['/filedOn', 'filed-in-future']],
    );
    assert.deepEqual((await KZ.clerk.listCases({ query: { q: resident(1).iin } })).items, []);
  });

  test('of a person whose claim is undecided is refused with the standing case, even if both arrive at once', async () => {
    const { KZ } = states;
    const person = resident(2);
    settleIn(states, person);
    const both = await Promise.allSettled([
      KZ.clerk.registerClaim({ body: person.claim }),
      KZ.clerk.registerClaim({ body: person.claim }),
    ]);
    const opened = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    assert.equal(opened.length, 1);
    const problem = await refusal(KZ.clerk.registerClaim({ body: person.claim }));
    assert.equal(problem.code, 'business/duplicate-claim');
    assert.match(problem.detail ?? '', new RegExp(opened[0]?.fileNumber ?? 'none'));
  });

  test('finds its person again by another number, and refuses numbers of two persons', async () => {
    const { KZ } = states;
    const [one, other] = [resident(3), resident(4)];
    const only = (claim: typeof one.claim, scheme: string): typeof claim => ({
      ...claim,
      record: {
        ...claim.record,
        person: {
          ...claim.record.person,
          identifiers: claim.record.person.identifiers.filter((identifier) => identifier.scheme === scheme),
        },
      },
    });
    await KZ.clerk.registerClaim({ body: one.claim });
    const again = await refusal(KZ.clerk.registerClaim({ body: only(one.claim, 'mn.register') }));
    assert.equal(again.code, 'business/duplicate-claim');
    await KZ.clerk.registerClaim({ body: only(other.claim, 'kz.iin') });
    const mixed = {
      ...one.claim,
      record: {
        ...one.claim.record,
        person: {
          ...one.claim.record.person,
          identifiers: [
            ...only(one.claim, 'mn.register').record.person.identifiers,
            ...only(other.claim, 'kz.iin').record.person.identifiers,
          ],
        },
      },
    };
    const problem = await refusal(KZ.clerk.registerClaim({ body: mixed }));
    assert.deepEqual(
      problem.errors?.map((error) => error.code),
      ['identifiers-of-two-persons'],
    );
  });

  test('is found by name in any script, by number and by file number', async () => {
    const { KZ } = states;
    const person = resident(5);
    const opened = await KZ.clerk.registerClaim({ body: person.claim });
    for (const q of ['Асан', 'Asan', person.iin, person.regnum.toLowerCase(), opened.fileNumber]) {
      const { items, counts } = await KZ.clerk.listCases({ query: { q } });
      assert.ok(
        items.some((item) => item.caseId === opened.caseId),
        q,
      );
      assert.ok(Object.values(counts).reduce((sum, count) => sum + count, 0) >= items.length);
    }
    assert.deepEqual((await KZ.clerk.listCases({ query: { q: 'Асан%' } })).items.length > 0, true);
    assert.deepEqual((await KZ.clerk.listCases({ query: { q: '%' } })).items, []);
    assert.deepEqual((await KZ.clerk.listCases({ query: { q: 'zzzz' } })).items, []);
    assert.ok((await KZ.clerk.listCases({ query: { q: 'KZ-2026' } })).items.length > 0);
    assert.ok((await KZ.clerk.listCases({ query: { q: 'KZ-' } })).items.length > 0);
  });

  test('waits for a register that is down: the case says so, and goes on when it answers', async () => {
    const { KZ } = states;
    const person = resident(6);
    settleIn(states, person);
    KZ.register.down = true;
    const { caseId } = await KZ.clerk.registerClaim({ body: person.claim });
    const waiting = await until('the event', async () => {
      const view = await caseSeen(KZ, caseId);
      return view?.events.some((event) => event.code === 'registerUnavailable') === true && view;
    });
    const draw = waiting.allowedActions.find((entry) => entry.action === 'drawDecision');
    assert.deepEqual(draw, { action: 'drawDecision', allowed: false, reason: 'registerUnread' });
    KZ.register.down = false;
    const view = await allowed(KZ, caseId, 'drawDecision');
    assert.equal(view.periods.filter((period) => period.source === 'ownRegister').length, 1);
  });

  test('whose person the other state cannot tell apart is rejected there and becomes a clerk’s task here', async () => {
    const { KZ, MN } = states;
    const [one, other] = [resident(7), resident(8)];
    settleIn(states, one);
    await MN.clerk.registerClaim({ body: withNumbers(one.claim, [one.regnum]) });
    await MN.clerk.registerClaim({ body: withNumbers(other.claim, [other.iin]) });
    const mixed = await KZ.clerk.registerClaim({
      body: withNumbers(one.claim, [one.regnum, other.iin], other.claim),
    });
    const at = await allowed(KZ, mixed.caseId, 'requestPeriods');
    await KZ.clerk.requestPeriods({ params: { caseId: mixed.caseId }, ifMatch: at.version });
    const task = await openTask(KZ, mixed.caseId, 'partnerRejected');
    assert.match(task.reason.values['rules'] ?? '', /identifiers-of-two-persons/);
    await KZ.clerk.resolveTask({
      params: { taskId: task.taskId },
      body: { outcome: 'done', note: 'to be asked by letter' },
    });
    // The request was not taken, so it may be made again.
    await allowed(KZ, mixed.caseId, 'requestPeriods');
  });
});

/** The claim with some of its numbers, and those of another claim. */
function withNumbers<C extends ReturnType<typeof resident>['claim']>(
  claim: C,
  values: readonly string[],
  other?: C,
): C {
  const numbers = [...claim.record.person.identifiers, ...(other?.record.person.identifiers ?? [])];
  const identifiers = numbers.filter((identifier) => values.includes(identifier.value));
  return { ...claim, record: { ...claim.record, person: { ...claim.record.person, identifiers } } };
}

describe('a step whose document cannot leave', () => {
  test('leaves nothing behind: no state, no event, no version', async () => {
    const KZ = await startState('KZ');
    try {
      const person = resident(9);
      KZ.register.load(person.KZ);
      const { caseId } = await KZ.clerk.registerClaim({ body: person.claim });
      const before = await allowed(KZ, caseId, 'drawDecision');
      const asked = KZ.clerk.requestPeriods({ params: { caseId }, ifMatch: before.version });
      assert.equal((await refusal(asked)).code, 'internal/unexpected');
      assert.deepEqual(await caseSeen(KZ, caseId), before);
    } finally {
      await KZ.stop();
    }
  });
});
