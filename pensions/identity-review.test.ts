import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { transaction } from '@urtuu/platform';
import type { ReviewView } from '@urtuu/persons';
import { allowed, caseSeen, openTask } from './testing/example.fixture.ts';
import { refusal } from './testing/refusal.fixture.ts';
import { resident, settleIn, type Resident } from './testing/resident.fixture.ts';
import { startTwoStates, until, type State, type TwoStates } from './testing/two-states.fixture.ts';

const aigul = (state: State) => state.personsAs({ subject: 'aigul', name: 'Aigul', roles: ['clerk'] });
const bat = (state: State) => state.personsAs({ subject: 'bat', name: 'Bat', roles: ['clerk'] });

async function reviewOf(state: State, caseId: string): Promise<ReviewView> {
  await openTask(state, caseId, 'identityDoubt');
  const { items } = await aigul(state).listReviews({ query: { caseId } });
  const [item] = items;
  assert.ok(item !== undefined && items.length === 1);
  return aigul(state).readReview({ params: { reviewId: item.reviewId } });
}

/** The claim without the number in Mongolia, as of somebody who left before there was one. */
function withoutNumber(person: Resident): Resident {
  const { record } = person.claim;
  const identifiers = record.person.identifiers.filter(({ scheme }) => scheme !== 'mn.register');
  const claim = { ...person.claim, record: { ...record, person: { ...record.person, identifiers } } };
  return { ...person, claim };
}

describe('a period request finds its person in the register', () => {
  let states: TwoStates;
  before(async () => {
    states = await startTwoStates();
  });
  after(() => states.stop());

  /** Kazakhstan asks Mongolia, whose search knows its register by now. */
  async function asked(person: Resident): Promise<string> {
    const { KZ, MN } = states;
    settleIn(states, person);
    await MN.persons.wake(MN.database);
    await until('the search', async () => {
      const { items } = await aigul(MN).searchPersons({ query: { q: person.regnum } });
      return items.length > 0;
    });
    const { caseId } = await KZ.clerk.registerClaim({ body: person.claim });
    const at = await allowed(KZ, caseId, 'requestPeriods');
    await KZ.clerk.requestPeriods({ params: { caseId }, ifMatch: at.version });
    return caseId;
  }

  function certificate(caseId: string): Promise<{ anyPeriods: boolean; noPeriodsReason?: { code: string } }> {
    return until('the certificate', async () => {
      const view = await caseSeen(states.KZ, caseId);
      const found = view?.documents.find((document) => document.type === 'PeriodCertificate');
      return found?.content as { anyPeriods: boolean; noPeriodsReason?: { code: string } } | undefined;
    });
  }

  test('by its number there, name, birth date and sex: it answers itself, and a link by rule is kept', async () => {
    const person = resident(60);
    const caseId = await asked(person);
    assert.equal((await certificate(caseId)).anyPeriods, true);
    const { items } = await aigul(states.MN).searchPersons({ query: { q: person.regnum } });
    const inRegister = items.find(({ source }) => source === 'register');
    const { cluster, decisions } = await aigul(states.MN).readPerson({
      params: { recordId: inRegister?.recordId ?? '' },
    });
    assert.deepEqual(cluster.members.map(({ source }) => source).sort(), ['case', 'register']);
    assert.deepEqual(
      decisions.map(({ outcome, basis, by, signed }) => [outcome, basis, by, signed]),
      [['same', 'rule', 'Urtuu', true]],
    );
    assert.deepEqual((await aigul(states.MN).listReviews({ query: { caseId } })).items, []);
  });

  test('by name and birth date alone only with a clerk, however likely; the clerk’s word answers the request', async () => {
    const { MN } = states;
    const person = withoutNumber(resident(61));
    const caseId = await asked(person);
    const review = await reviewOf(MN, caseId);
    const [candidate] = review.compared;
    assert.equal(candidate?.record.sourceKey, person.regnum);
    assert.ok(candidate.evidence.probability >= 0.9, String(candidate.evidence.probability));
    const sum = candidate.evidence.bars.reduce((bits, bar) => bits + bar.bits, 0);
    assert.ok(Math.abs(sum - candidate.evidence.score) < 1e-6);
    assert.equal(candidate.fields.find(({ field }) => field === 'birthDate')?.agreement, 'same');
    const settled = await bat(MN).decideReview({
      params: { reviewId: review.reviewId },
      body: { recordId: candidate.record.recordId, outcome: 'same', reason: 'a labour book was seen' },
    });
    assert.deepEqual([settled.state, settled.outcome], ['settled', 'same']);
    assert.equal((await certificate(caseId)).anyPeriods, true);
    const task = (await caseSeen(MN, caseId))?.tasks.find(({ kind }) => kind === 'identityDoubt');
    assert.deepEqual([task?.state, task?.resolution?.by], ['done', 'Bat']);
  });

  test('a clerk’s “not the same” ends in an empty certificate, and no later request asks about the two again', async () => {
    const { MN } = states;
    const person = resident(62, { firstname: 'Асанхан' });
    const caseId = await asked(person);
    const review = await reviewOf(MN, caseId);
    const decide = (who: typeof bat, outcome: 'same' | 'notSame') =>
      who(MN).decideReview({
        params: { reviewId: review.reviewId },
        body: { recordId: review.compared[0]?.record.recordId ?? '', outcome, reason: 'a cousin' },
      });
    const settled = await decide(bat, 'notSame');
    assert.equal(settled.outcome, 'notSame');
    assert.equal((await refusal(decide(aigul, 'same'))).code, 'business/action-not-allowed');
    const sent = await certificate(caseId);
    assert.deepEqual([sent.anyPeriods, sent.noPeriodsReason?.code], [false, 'personNotSame']);

    // The register corrects the name, so that all rules agree; a human’s word stands above them.
    MN.register.load(resident(62).MN);
    const found = await MN.persons.find({
      source: 'case',
      sourceKey: review.asked.sourceKey,
      country: 'KZ',
      names: resident(62).claim.record.person.names,
      identifiers: person.claim.record.person.identifiers.map(({ scheme, value }) => ({ scheme, value })),
      birthDate: person.birthDate,
      sex: 'male',
      alive: true,
    });
    assert.ok(found.ok);
    assert.equal(found.value.verdict, 'none');
  });

  test('what the clerk settles in the case is kept as a decision of the two records too', async () => {
    const { MN } = states;
    const caseId = await asked(resident(63, { firstname: 'Асанхан' }));
    const review = await reviewOf(MN, caseId);
    const task = await openTask(MN, caseId, 'identityDoubt');
    await MN.clerk.resolveTask({
      params: { taskId: task.taskId },
      body: { outcome: 'samePerson', note: 'an old passport' },
    });
    assert.equal((await certificate(caseId)).anyPeriods, true);
    const after = await aigul(MN).readReview({ params: { reviewId: review.reviewId } });
    assert.deepEqual([after.state, after.outcome], ['settled', 'same']);
    assert.deepEqual(
      after.decisions.map(({ outcome, basis, reason, signed }) => [outcome, basis, reason, signed]),
      [['same', 'human', 'an old passport', true]],
    );
  });

  test('a decision withdrawn opens review and task of the case again, and another decision ends both', async () => {
    const { MN } = states;
    const caseId = await asked(resident(65, { firstname: 'Асанхан' }));
    const review = await reviewOf(MN, caseId);
    const decide = (who: typeof bat, outcome: 'same' | 'withdrawn') =>
      who(MN).decideReview({
        params: { reviewId: review.reviewId },
        body: { recordId: review.compared[0]?.record.recordId ?? '', outcome, reason: 'an old passport' },
      });
    await decide(bat, 'same');
    assert.equal((await certificate(caseId)).anyPeriods, true);
    assert.equal((await decide(bat, 'withdrawn')).state, 'open');
    const task = await openTask(MN, caseId, 'identityDoubt');
    assert.equal(task.reason.code, 'identityReopened');
    assert.equal(task.candidates.length, 1);
    assert.equal((await decide(aigul, 'same')).outcome, 'same');
    const { tasks = [] } = (await caseSeen(MN, caseId)) ?? {};
    assert.ok(tasks.every(({ kind, state }) => kind !== 'identityDoubt' || state === 'done'));
  });

  test('the other state is asked about fields of its own request, without a word of the own register, and its answer comes to the review', async () => {
    const { MN, KZ } = states;
    const person = withoutNumber(resident(66, { firstname: 'Асанхан' }));
    const caseId = await asked(person);
    const { reviewId, compared } = await reviewOf(MN, caseId);
    const ask = (question: string) =>
      aigul(MN).askPartner({ params: { reviewId }, body: { fields: ['name', 'birthDate'], question } });
    assert.equal((await refusal(ask(`Is it ${person.regnum}?`))).code, 'business/action-not-allowed');
    const question = 'Which papers show the given name?';
    const { questions } = await ask(question);
    assert.deepEqual(
      questions.map(({ by, answer }) => [by, answer]),
      [['Aigul', null]],
    );
    assert.equal((await refusal(ask('And the father?'))).code, 'business/action-not-allowed');

    const task = await openTask(KZ, caseId, 'partnerQuestion');
    assert.deepEqual(task.reason, {
      code: 'partnerAsks',
      values: { question, fields: 'name,birthDate' },
    });
    const documents = (await caseSeen(KZ, caseId))?.documents ?? [];
    const sent = documents.find(({ type }) => type === 'clarify')?.content;
    const request = documents.find(({ type }) => type === 'PeriodRequest');
    assert.deepEqual(sent, {
      target: { documentId: request?.documentId, version: 1 },
      pointers: ['/content/person/names', '/content/person/birthDate'],
      question,
    });
    assert.doesNotMatch(JSON.stringify(sent), new RegExp(compared[0]?.record.sourceKey ?? 'nobody'));

    await KZ.clerk.resolveTask({
      params: { taskId: task.taskId },
      body: { outcome: 'answerPartner', note: 'The passport of 1999 and the labour book' },
    });
    const answered = await until('the answer', async () => {
      const view = await aigul(MN).readReview({ params: { reviewId } });
      return view.questions[0]?.answer === null ? undefined : view;
    });
    assert.equal(answered.questions[0]?.answer, 'The passport of 1999 and the labour book');
    assert.equal(answered.state, 'open');
    assert.equal((await ask('And the father?')).questions.length, 2);
  });

  test('a state that nobody named a person to has nobody to ask', async () => {
    const { KZ } = states;
    const person = resident(67);
    settleIn(states, person);
    const { caseId } = await KZ.clerk.registerClaim({ body: person.claim });
    const [record] = (
      await aigul(KZ).searchPersons({ query: { q: person.claim.record.person.names[0]?.given ?? '' } })
    ).items;
    assert.ok(record);
    const reviewId = await transaction(KZ.database, (tx) =>
      KZ.persons.openReview(tx, { caseId, asked: record.recordId, candidates: [] }),
    );
    const question = { fields: ['name' as const], question: 'Who is it?' };
    const refused = await refusal(aigul(KZ).askPartner({ params: { reviewId }, body: question }));
    assert.equal(refused.code, 'business/action-not-allowed');
  });

  test('everybody shown in a review is noted under the case', async () => {
    const { MN } = states;
    const caseId = await asked(resident(64, { firstname: 'Асанхан' }));
    await reviewOf(MN, caseId);
    const log = await MN.auditor.accessLog({ query: {} });
    const noted = log.items.filter(({ what, caseId: of }) => what === 'review' && of === caseId);
    assert.ok(noted.length > 0);
    assert.ok(noted.every(({ purpose }) => purpose === 'identity-review'));
  });
});
