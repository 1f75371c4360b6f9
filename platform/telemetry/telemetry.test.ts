import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { createLogger } from './logger.ts';
import { startTelemetry } from './telemetry.ts';

describe('traces', () => {
  const exporter = new InMemorySpanExporter();
  const telemetry = startTelemetry({
    service: 'test',
    spanProcessors: [new SimpleSpanProcessor({ exporter })],
  });

  test('nest along awaits and continue the trace of a caller', async () => {
    const caller = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    let handedOn: string | undefined;
    await telemetry.spanFrom(caller, 'request', { 'http.route': '/x' }, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      await telemetry.span('query', {}, async () => void (handedOn = telemetry.traceparent()));
    });
    const [query, request] = exporter.getFinishedSpans();
    assert.equal(request?.spanContext().traceId, '0af7651916cd43dd8448eb211c80319c');
    assert.equal(request?.parentSpanContext?.spanId, 'b7ad6b7169203331');
    assert.equal(query?.parentSpanContext?.spanId, request?.spanContext().spanId);
    assert.equal(handedOn, `00-${query?.spanContext().traceId}-${query?.spanContext().spanId}-01`);
    exporter.reset();
  });

  test('start anew where the caller’s header is none', async () => {
    for (const header of ['', 'x', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`]) {
      await telemetry.spanFrom(header, 'request', {}, async () => undefined);
    }
    assert.ok(exporter.getFinishedSpans().every((span) => span.parentSpanContext === undefined));
    exporter.reset();
  });

  test('mark what failed, without the words of the error', async () => {
    const failing = telemetry.span('work', {}, async () => {
      throw new Error('person 123');
    });
    await assert.rejects(failing);
    const [span] = exporter.getFinishedSpans();
    assert.deepEqual(span?.status, { code: 2, message: 'Error' });
    exporter.reset();
  });

  test('stand beside metrics in the text format of Prometheus', async () => {
    telemetry.counter('urtuu_letters', 'Letters printed')(2, { locale: 'mn' });
    telemetry.histogram('urtuu_letter_duration', 'Time to print', 's')(0.004);
    telemetry.gauge('urtuu_queue', 'Waiting', () => 7);
    const text = await telemetry.metricsText();
    assert.match(text, /^urtuu_letters_total\{locale="mn"\} 2$/m);
    assert.match(text, /^urtuu_letter_duration_bucket\{le="0.005"\} 1$/m);
    assert.match(text, /^urtuu_queue 7$/m);
    await telemetry.shutdown();
  });
});

describe('the log', () => {
  const lines: string[] = [];
  const logger = createLogger({
    name: 'urtuu-mn',
    level: 'info',
    destination: { write: (line) => void lines.push(line) },
  });
  const last = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}');

  test('is one JSON object a line, with service, level and time', () => {
    logger.info({ caseId: 'case-1' }, 'case opened');
    const { service, level, time, caseId, msg } = last();
    assert.deepEqual(
      { service, level, caseId, msg },
      {
        service: 'urtuu-mn',
        level: 'info',
        caseId: 'case-1',
        msg: 'case opened',
      },
    );
    assert.match(String(time), /^\d{4}-\d\d-\d\dT/);
  });

  test('removes what must not stand in it, also one and two levels down', () => {
    logger.info(
      { iin: '1', claim: { names: ['x'], file: { birthDate: 'y' } }, headers: { cookie: 'z' } },
      'event',
    );
    assert.doesNotMatch(lines.at(-1) ?? '', /"[1xyz]"/);
  });

  test('of a database error keeps the code and not the row', () => {
    const error = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (iin)=(990101399991)',
    });
    logger.error({ err: new Error('not saved', { cause: error }) }, 'failed');
    const { err } = last() as { err: { cause: Record<string, unknown> } };
    assert.equal(err.cause.code, '23505');
    assert.doesNotMatch(lines.at(-1) ?? '', /990101399991/);
  });

  test('of an error that quotes its input keeps the sentence and not the input', () => {
    const value = 'Ахмет Ерлан 990101399991';
    const database = new Error(`invalid input syntax for type date: "${value}"`);
    const causes = [Object.assign(database, { code: '22007' }), syntaxError(`{"name": ${value}}`)];
    for (const cause of causes) {
      logger.error({ err: new Error('not saved', { cause }) }, 'failed');
      const { err } = last() as { err: { cause: { message: string; stack: string } } };
      assert.match(err.cause.message, /\[input\]/);
      assert.match(err.cause.stack, /^\s+at /);
      assert.doesNotMatch(lines.at(-1) ?? '', /Ахмет|Ерлан|9901/);
    }
  });
});

function syntaxError(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}
