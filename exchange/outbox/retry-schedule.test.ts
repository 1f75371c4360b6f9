import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { nextAttempt, PROFILE_SCHEDULE, retryAfterMillis } from './retry-schedule.ts';

const at = new Date('2026-11-23T08:00:00Z');
const waitOf = (tries: number, chance = 0, retryAfter?: number) =>
  (nextAttempt(PROFILE_SCHEDULE, {
    tries,
    at,
    chance,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  }).getTime() -
    at.getTime()) /
  1000;

describe('the retry schedule', () => {
  test('waits 30 s, 2 min, 10 min, 30 min, then an hour each time', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6, 700].map((tries) => waitOf(tries)),
      [30, 120, 600, 1800, 3600, 3600, 3600],
    );
  });

  test('spreads the hourly attempts and never the first ones', () => {
    assert.equal(waitOf(1, 0.99), 30);
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 1000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (tries, chance) => {
          const wait = waitOf(tries, chance);
          assert.ok(wait <= 3600 && wait >= 2879);
        },
      ),
    );
  });

  test('honours what the partner asks for', () => {
    assert.equal(waitOf(1, 0, 90_000), 90);
    assert.equal(waitOf(2, 0, 90_000), 120);
  });

  test('reads Retry-After in seconds and as a date, at most a day', () => {
    assert.equal(retryAfterMillis('120', at), 120_000);
    assert.equal(retryAfterMillis('Mon, 23 Nov 2026 08:01:00 GMT', at), 60_000);
    assert.equal(retryAfterMillis('999999999', at), 86_400_000);
    assert.equal(retryAfterMillis('soon', at), undefined);
    assert.equal(retryAfterMillis(null, at), undefined);
  });
});
