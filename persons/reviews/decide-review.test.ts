import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { transaction } from '@urtuu/platform';
import { personsContract, type ReviewView } from '../contract.ts';
import { comparePairs } from '../candidates/find-candidates.ts';
import { recordsOf } from '../records/record-store.ts';
import { namesake } from '../testing/namesakes.fixture.ts';
import { startRoom, type Room } from '../testing/room.fixture.ts';
import type { ReviewEnd, ReviewReopening } from './decide-review.ts';

const recordOf = (review: ReviewView, at: number): string => review.compared[at]?.record.recordId ?? '';

describe('the review of a doubtful person', () => {
  let room: Room;
  const ends: ReviewEnd[] = [];
  const reopened: ReviewReopening[] = [];
  let made = 0;

  before(async () => {
    room = await startRoom({
      onReviewEnd: (_, end) => Promise.resolve(void ends.push(end)),
      onReviewReopened: (_, reopening) => Promise.resolve(void reopened.push(reopening)),
    });
  });
  after(() => room.stop());

  /** A case whose person may be either of two persons of the register. */
  async function doubtful(asked = 'Нұрлан'): Promise<ReviewView> {
    made += 1;
    const ids = await room.keep(
      namesake('case', `p${made}`, asked),
      namesake('register', `r${made}-1`, 'Нурлан'),
      namesake('register', `r${made}-2`, 'Нурболат'),
    );
    const [of, ...others] = await Promise.all(ids.map((id) => recordsOf(room.database, [id])));
    const [record] = of ?? [];
    assert.ok(record);
    const candidates = await comparePairs(room.database, record, others.flat());
    const caseId = `case-${made}`;
    const reviewId = await transaction(room.database, (tx) =>
      room.persons.openReview(tx, { caseId, asked: record.record_id, candidates }),
    );
    return read(reviewId);
  }
  const read = async (reviewId: string): Promise<ReviewView> =>
    personsContract.readReview.reply.parse((await room.ask('saule', 'GET', `/api/reviews/${reviewId}`)).body);
  const decide = (who: string, review: ReviewView, at: number, outcome: string, newEvidence?: string) =>
    room.ask(who, 'POST', `/api/reviews/${review.reviewId}/decide`, {
      recordId: recordOf(review, at),
      outcome,
      reason: 'papers seen',
      ...(newEvidence === undefined ? {} : { newEvidence }),
    });

  const listed = async (q: string): Promise<string[]> => {
    const { body } = await room.ask('bat', 'GET', `/api/reviews?q=${encodeURIComponent(q)}`);
    return personsContract.listReviews.reply.parse(body).items.map(({ reviewId }) => reviewId);
  };

  test('“same” settles it and tells the case whom it means', async () => {
    const review = await doubtful();
    const { status } = await decide('aigul', review, 0, 'same');
    assert.equal(status, 200);
    assert.deepEqual(ends.at(-1), {
      caseId: review.caseId,
      outcome: 'same',
      registerKey: review.compared[0]?.record.sourceKey,
      by: { subject: 'clerk.aigul', name: 'Aigul' },
      note: 'papers seen',
    });
  });

  test('“same” withdrawn opens it again, tells the case, and leaves both decisions in the history', async () => {
    const review = await doubtful();
    await decide('aigul', review, 0, 'same');
    const { status } = await decide('aigul', review, 0, 'withdrawn');
    assert.equal(status, 200);
    const after = await read(review.reviewId);
    assert.deepEqual([after.state, after.outcome, after.settledAt], ['open', null, null]);
    assert.equal(after.compared[0]?.standing, null);
    assert.deepEqual(
      after.decisions.map(({ outcome, by }) => [outcome, by]),
      [
        ['same', 'Aigul'],
        ['withdrawn', 'Aigul'],
      ],
    );
    assert.equal(reopened.at(-1)?.caseId, review.caseId);
    assert.equal((await decide('bat', review, 1, 'same')).status, 200);
    assert.equal((await read(review.reviewId)).outcome, 'same');
  });

  test('“not the same” of the last candidate settles it; a second person with new evidence opens it again', async () => {
    const review = await doubtful();
    await decide('aigul', review, 0, 'notSame');
    assert.equal((await read(review.reviewId)).state, 'open');
    await decide('aigul', review, 1, 'notSame');
    assert.deepEqual((await read(review.reviewId)).outcome, 'notSame');
    assert.equal((await decide('aigul', review, 1, 'withdrawn', 'a passport')).status, 409);
    assert.equal((await decide('bat', review, 1, 'withdrawn')).status, 409);
    assert.equal((await read(review.reviewId)).state, 'settled');
    assert.equal((await decide('bat', review, 1, 'withdrawn', 'a passport')).status, 200);
    assert.equal((await read(review.reviewId)).state, 'open');
  });

  test('what did not settle it is withdrawn without opening it', async () => {
    const review = await doubtful();
    await decide('aigul', review, 1, 'notSame');
    await decide('aigul', review, 0, 'same');
    const before = reopened.length;
    assert.equal((await decide('bat', review, 1, 'withdrawn', 'a passport')).status, 200);
    assert.equal((await read(review.reviewId)).outcome, 'same');
    assert.equal(reopened.length, before);
  });

  test('a settled one takes no other decision, and there is nothing to withdraw of an open one', async () => {
    const review = await doubtful();
    assert.equal((await decide('aigul', review, 0, 'withdrawn')).status, 409);
    await decide('aigul', review, 0, 'same');
    assert.equal((await decide('bat', review, 1, 'same')).status, 409);
  });

  test('is found in the list by the person asked for, typed in another script, and by nobody else', async () => {
    const review = await doubtful('Темірлан');
    assert.deepEqual(await listed('Temirlan'), [review.reviewId]);
    assert.deepEqual(await listed('Темирлан 1961'), [review.reviewId]);
    assert.deepEqual(await listed('Zhanibek'), []);
  });
});
