import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLogger } from '../telemetry/logger.ts';
import { workerLogger } from './worker-logger.ts';

test('a failed job is logged by its task and error, without the input that the error quotes', () => {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const log = createLogger({ name: 'test', level: 'debug', destination });
  const error = Object.assign(new Error('invalid input syntax for type date: "Ахмет"'), { code: '22007' });
  const scoped = workerLogger(log).scope({ taskIdentifier: 'task', jobId: '7' });
  scoped.error(`Failed task 7 (task, 1ms) with error '${error.message}':\n  ${error.stack}`, { error });
  const [line = ''] = lines;
  const { msg, task, err } = JSON.parse(line) as { msg: string; task: string; err: { message: string } };
  assert.deepEqual([msg, task], ['Failed task 7 (task, 1ms)', 'task']);
  assert.equal(err.message, 'invalid input syntax for type date: [input]');
  assert.doesNotMatch(line, /Ахмет/);
});
