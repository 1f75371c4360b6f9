import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { checkMessages, describeFault } from '@urtuu/platform/i18n';
import { EVENT_CODES } from '../cases/events.ts';
import { TASK_KINDS, TASK_RESOLUTIONS } from '../contract.ts';
import { pensionsMessages } from './index.ts';

describe('the texts of this room', () => {
  test('are complete in all five languages, with the same values in each', () => {
    assert.deepEqual(checkMessages(pensionsMessages).map(describeFault), []);
  });

  test('know every event, task and resolution', () => {
    const wanted = [
      ...EVENT_CODES.map((code) => `event.${code}`),
      ...TASK_KINDS.map((kind) => `task.${kind}`),
      ...TASK_RESOLUTIONS.map((outcome) => `resolution.${outcome}`),
    ];
    assert.deepEqual(
      wanted.filter((key) => !Object.hasOwn(pensionsMessages.en, key)),
      [],
    );
  });
});
