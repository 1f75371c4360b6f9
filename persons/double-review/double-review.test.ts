import { sql, transaction } from '@urtuu/platform';
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { personsContract, type ReviewView } from '../contract.ts';
import { comparePairs } from '../candidates/find-candidates.ts';
import { recordsOf } from '../records/record-store.ts';
import type { ReviewEnd } from '../reviews/decide-review.ts';
import { namesake } from '../testing/namesakes.fixture.ts';
import { PEOPLE, startRoom, type Room } from '../testing/room.fixture.ts';
import { isDrawn } from './draw.ts';

const { readLook, listLooks, giveLook, readReview, listReviews, readPerson, clerkAgreement } =
  personsContract;

describe('a blind double review', () => {
  let room: Room;
  const ends: ReviewEnd[] = [];
  let made = 0;
  let review: ReviewView;

  before(async () => {
    room = await startRoom({
      doubleReviewShare: 1,
      onReviewEnd: (_, end) => Promise.resolve(void ends.push(end)),
    });
  });
  after(() => room.stop());

  /** A case whose person may be either of two persons of the register. */
  beforeEach(async () => {
    made += 1;
    const ids = await room.keep(
      namesake('case', `p${made}`, 'Нұрлан'),
      namesake('register', `r${made}-1`, 'Нурлан'),
      namesake('register', `r${made}-2`, 'Нурболат'),
    );
    const [[asked] = [], ...others] = await Promise.all(ids.map((id) => recordsOf(room.database, [id])));
    assert.ok(asked);
    const candidates = await comparePairs(room.database, asked, others.flat());
    const reviewId = await transaction(room.database, (tx) =>
      room.persons.openReview(tx, { caseId: `case-${made}`, asked: asked.record_id, candidates }),
    );
    review = await seen('audit', reviewId);
  });

  const seen = async (who: string, reviewId: string): Promise<ReviewView> =>
    readReview.reply.parse((await room.ask(who, 'GET', `/api/reviews/${reviewId}`)).body);
  const candidate = (at: number): string => review.compared[at]?.record.recordId ?? '';
  const decide = async (who: string, at: number, outcome: string): Promise<void> => {
    const { status } = await room.ask(who, 'POST', `/api/reviews/${review.reviewId}/decide`, {
      recordId: candidate(at),
      outcome,
      reason: 'papers seen',
    });
    assert.equal(status, 200);
  };
  const waiting = async (who: string): Promise<string[]> => {
    const { items } = listLooks.reply.parse((await room.ask(who, 'GET', '/api/double-reviews')).body);
    return items
      .filter(({ asked }) => asked.recordId === review.asked.recordId)
      .map((each) => each.doubleReviewId);
  };
  /** The double review of this test, as who may look at it finds it. */
  const drawn = async (who: string): Promise<string> => {
    const [id] = await waiting(who);
    assert.ok(id !== undefined);
    return id;
  };
  const look = async (who: string, choice: string | null): Promise<string> => {
    const { status, body } = await room.ask(who, 'POST', `/api/double-reviews/${await drawn(who)}/look`, {
      choice,
      reason: 'compared the photographs',
    });
    assert.equal(status, 200, JSON.stringify(body));
    return giveLook.reply.parse(body).state;
  };

  test('waits for everybody who took no part, and for nobody else', async () => {
    await decide('bat', 1, 'notSame');
    await decide('aigul', 0, 'same');
    assert.equal((await waiting('saule')).length, 1);
    assert.deepEqual(await waiting('aigul'), []);
    assert.deepEqual(await waiting('bat'), [], 'he decided of the other candidate');
    const id = await drawn('saule');
    for (const who of ['aigul', 'bat']) {
      assert.equal((await room.ask(who, 'GET', `/api/double-reviews/${id}`)).status, 409);
      const given = { choice: null, reason: 'papers seen' };
      assert.equal((await room.ask(who, 'POST', `/api/double-reviews/${id}/look`, given)).status, 409);
    }
  });

  test('shows the second officer neither case nor decision, wherever he or she looks', async () => {
    await decide('aigul', 0, 'same');
    const { body } = await room.ask('bat', 'GET', `/api/double-reviews/${await drawn('bat')}`);
    const shown = readLook.reply.parse(body);
    assert.deepEqual([shown.look, shown.compared.length, shown.earlier], ['second', 2, []]);
    assert.doesNotMatch(JSON.stringify(body), /case-|Aigul|papers seen|standing/);

    const of = await seen('bat', review.reviewId);
    assert.deepEqual([of.outcome, of.settledAt, of.decisions], [null, null, []]);
    assert.ok(of.compared.every(({ standing }) => standing === null));
    assert.equal(of.blind, await drawn('bat'));
    const listed = await room.ask('bat', 'GET', '/api/reviews?state=settled');
    const item = listReviews.reply
      .parse(listed.body)
      .items.find(({ reviewId }) => reviewId === review.reviewId);
    assert.deepEqual([item?.outcome, item?.settledAt], [null, null]);
    const record = readPerson.reply.parse(
      (await room.ask('bat', 'GET', `/api/persons/${review.asked.recordId}`)).body,
    );
    assert.deepEqual([record.decisions, record.cluster.members.length], [[], 1]);
    assert.ok(record.alike.every(({ standing }) => standing === null));

    // What the register knows of the person found is kept with the case, and would tell that somebody was found.
    await room.keep({
      ...namesake('case', `p${made}`, 'Нұрлан'),
      identifiers: [{ scheme: 'mn.civil', value: '991961041201' }],
    });
    const later = await room.ask('bat', 'GET', `/api/double-reviews/${await drawn('bat')}`);
    assert.doesNotMatch(JSON.stringify(later.body), /991961041201/);
    assert.doesNotMatch(JSON.stringify(await seen('bat', review.reviewId)), /991961041201/);
    assert.match(JSON.stringify(await seen('aigul', review.reviewId)), /991961041201/);

    const own = await seen('aigul', review.reviewId);
    assert.deepEqual([own.outcome, own.blind, own.decisions.length], ['same', null, 1]);
    assert.equal((await seen('audit', review.reviewId)).outcome, 'same');
  });

  test('ends where both say the same, and what stands is shown again', async () => {
    await decide('aigul', 0, 'same');
    assert.equal(await look('bat', candidate(0)), 'agreed');
    assert.deepEqual(await waiting('saule'), []);
    assert.equal((await seen('bat', review.reviewId)).outcome, 'same');
  });

  test('calls a third officer where they differ, who sees both; siding with the first changes nothing', async () => {
    await decide('aigul', 0, 'same');
    assert.equal(await look('bat', null), 'third');
    assert.deepEqual([await waiting('aigul'), await waiting('bat')], [[], []]);
    const { body } = await room.ask('saule', 'GET', `/api/double-reviews/${await drawn('saule')}`);
    assert.deepEqual(
      readLook.reply.parse(body).earlier.map(({ by, choice, reason }) => [by, choice, reason]),
      [
        ['Aigul', candidate(0), 'papers seen'],
        ['Bat', null, 'compared the photographs'],
      ],
    );
    const before = ends.length;
    assert.equal(await look('saule', candidate(0)), 'resolved');
    assert.equal(ends.length, before);
    assert.equal((await seen('audit', review.reviewId)).decisions.length, 1);
  });

  test('the third officer’s word puts links and case right: not the same after all', async () => {
    await decide('aigul', 0, 'same');
    await look('bat', null);
    await look('saule', null);
    const after = await seen('audit', review.reviewId);
    assert.equal(after.outcome, 'notSame');
    assert.deepEqual(
      after.compared.map(({ standing }) => standing?.outcome),
      ['notSame', 'notSame'],
    );
    assert.deepEqual([ends.at(-1)?.caseId, ends.at(-1)?.outcome], [review.caseId, 'notSame']);
  });

  test('and somebody after all, over two human “not the same”', async () => {
    await decide('aigul', 0, 'notSame');
    await decide('aigul', 1, 'notSame');
    await look('bat', candidate(1));
    await look('saule', candidate(1));
    const after = await seen('audit', review.reviewId);
    assert.equal(after.outcome, 'same');
    assert.deepEqual(
      after.compared.map(({ standing }) => standing?.outcome),
      ['notSame', 'same'],
    );
    assert.equal(ends.at(-1)?.registerKey, review.compared[1]?.record.sourceKey);
  });

  test('is void where the first decision is withdrawn before anybody looked', async () => {
    await decide('aigul', 0, 'same');
    const id = await drawn('bat');
    await decide('aigul', 0, 'withdrawn');
    assert.deepEqual(await waiting('bat'), []);
    const given = { choice: candidate(0), reason: 'papers seen' };
    assert.equal((await room.ask('bat', 'POST', `/api/double-reviews/${id}/look`, given)).status, 409);
  });

  test('takes nobody beyond the candidates, and a look stays as it was given', async () => {
    await decide('aigul', 0, 'same');
    const given = { choice: review.asked.recordId, reason: 'papers seen' };
    const { status } = await room.ask('bat', 'POST', `/api/double-reviews/${await drawn('bat')}/look`, given);
    assert.equal(status, 409);
    const db = room.database.tables<unknown>();
    await assert.rejects(sql`update persons_look set choice = null`.execute(db), /only grows/);
    await assert.rejects(sql`delete from persons_look`.execute(db), /only grows/);
  });

  test('of two who look at once, one is second; the other is told that no look is asked for', async () => {
    await decide('aigul', 0, 'same');
    const id = await drawn('bat');
    const given = { choice: candidate(0), reason: 'papers seen' };
    const answers = await Promise.all(
      ['bat', 'saule'].map((who) => room.ask(who, 'POST', `/api/double-reviews/${id}/look`, given)),
    );
    assert.deepEqual(answers.map(({ status }) => String(status)).sort(), ['200', '409']);
  });

  test('is counted: pairs, percent, kappa, third looks, officers', async () => {
    const other = await startRoom({ doubleReviewShare: 1 });
    try {
      const empty = clerkAgreement.reply.parse(
        (await other.ask('saule', 'GET', '/api/double-reviews/agreement')).body,
      );
      assert.deepEqual([empty.pairs, empty.observed, empty.kappa, empty.share], [0, null, null, 1]);
    } finally {
      await other.stop();
    }
    const { body } = await room.ask('audit', 'GET', '/api/double-reviews/agreement');
    const report = clerkAgreement.reply.parse(body);
    const { bothSame, firstAlone, secondAlone, bothNotSame } = report.table;
    assert.equal(report.pairs, 2 * report.reviews);
    assert.equal(bothSame + firstAlone + secondAlone + bothNotSame, report.pairs);
    assert.deepEqual(report.third, { upheldFirst: 1, upheldSecond: 2, neither: 0 });
    assert.equal(report.withdrawn, 1);
    assert.equal(report.observed, (bothSame + bothNotSame) / report.pairs);
    assert.ok(report.kappa !== null && report.kappa < report.observed);
    const names = Object.values(PEOPLE).map(({ name }) => name);
    assert.ok(report.officers.every(({ by, agreed, looks }) => names.includes(by) && agreed <= looks));
    const before = await room.ask(
      'audit',
      'GET',
      '/api/double-reviews/agreement?from=2020-01-01&until=2020-12-31',
    );
    assert.equal(clerkAgreement.reply.parse(before.body).drawn, 0);
  });
});

describe('the sample', () => {
  test('is the stated share, hangs on the decision alone, and grows with the share', () => {
    const ids = Array.from({ length: 4000 }, (_, i) => `decision ${i}`);
    const drawn = (share: number): string[] => ids.filter((id) => isDrawn(id, share));
    assert.deepEqual([drawn(0).length, drawn(1).length], [0, ids.length]);
    const tenth = drawn(0.1);
    // Five standard deviations around 400.
    assert.ok(tenth.length > 305 && tenth.length < 495, String(tenth.length));
    assert.deepEqual(tenth, drawn(0.1));
    const third = new Set(drawn(0.3));
    assert.ok(tenth.every((id) => third.has(id)));
  });
});
