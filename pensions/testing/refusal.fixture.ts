import assert from 'node:assert/strict';
import { ProblemError, type Problem } from '@urtuu/platform/contract';

/** The problem document with which a call is refused; a call that succeeds fails the test. */
export async function refusal(call: Promise<unknown>): Promise<Problem> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ProblemError, String(error));
  return error.problem;
}
