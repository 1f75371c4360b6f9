import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { daysBetween, offsetOf } from './civil-time.ts';

describe('civil time', () => {
  test('an evening in UTC is already the next day in Ulaanbaatar', () => {
    assert.equal(daysBetween('2026-05-01T10:00:00Z', '2026-05-01T20:00:00Z', offsetOf('MN')), 1);
    assert.equal(daysBetween('2026-05-01T10:00:00Z', '2026-05-01T18:00:00Z', offsetOf('KZ')), 0);
  });

  test('a clock never runs backwards', () => {
    assert.equal(daysBetween('2026-05-03T00:00:00Z', '2026-05-01T00:00:00Z', 0), 0);
  });

  test('a text that is no instant counts no days', () => {
    assert.equal(daysBetween('yesterday', '2026-05-01T00:00:00Z', 0), 0);
  });
});
