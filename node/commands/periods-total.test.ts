import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runCommandLine } from './main.ts';
import { recordingTerminal } from './recording-terminal.ts';

const RECORD = 'examples/kandas-without-treaty/record.json';

async function total(...args: string[]) {
  const terminal = recordingTerminal();
  const code = await runCommandLine(['periods', 'total', ...args], terminal);
  return { code, out: terminal.output, err: terminal.errors };
}

describe('urtuu periods total', () => {
  test('counts the same days differently by convention, with a trace of every day', async () => {
    const units: Record<string, number> = {};
    for (const convention of ['calendar', 'calendar-exclusive', '30-360', 'months-touched']) {
      const { code, out } = await total(RECORD, '--convention', convention, '--on', '2026-11-02', '--json');
      assert.equal(code, 0);
      const found = JSON.parse(out.join('\n')) as {
        total: { units: number };
        byCountry: { units: number }[];
        timeline: { counted: boolean }[];
      };
      units[convention] = found.total.units;
      assert.ok(found.timeline.some(({ counted }) => counted));
    }
    const { calendar = 0, 'calendar-exclusive': exclusive = 0, '30-360': commercial = 0 } = units;
    assert.ok(exclusive < calendar, 'the last day of each period is outside');
    assert.ok(commercial < calendar, 'a year of 360 days');
  });

  test('says in words what counted, and in which language', async () => {
    const { out } = await total(RECORD, '--convention', '30-360', '--on', '2026-11-02', '--locale', 'mn');
    assert.match(out.join('\n'), /total +\d+ days +/);
    assert.match(out.join('\n'), /[а-яөү]{4,}/);
  });

  test('ends with 2 for a convention nobody named, and for a file that is no record', async () => {
    assert.equal((await total(RECORD, '--convention', 'lunar')).code, 2);
    assert.equal((await total(RECORD)).code, 2);
    const wrong = await total('package.json', '--convention', 'calendar');
    assert.equal(wrong.code, 2);
    assert.match(wrong.err[0] ?? '', /^\S+: [a-z-]+: /);
  });
});
