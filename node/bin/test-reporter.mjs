/** Reports to `run-tests.mjs`, one JSON line per failure and one for the counts. */

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* report(events) {
  const counts = { passed: 0, failed: 0, leftOut: 0 };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const isSuite = data.details?.type === 'suite';
    if (data.skip !== undefined || data.todo !== undefined) {
      counts.leftOut += 1;
      yield line({ leftOut: data.name, file: data.file, why: data.skip || data.todo });
    } else if (type === 'test:pass') {
      if (!isSuite) counts.passed += 1;
    } else if (!isSuite || data.details.error?.failureType !== 'subtestsFailed') {
      counts.failed += 1;
      yield line({ failed: data.name, file: data.file, at: data.line, error: describe(data.details.error) });
    }
  }
  yield line({ counts });
}

function describe(error) {
  const cause = error?.cause ?? error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

function line(value) {
  return `${JSON.stringify(value)}\n`;
}
