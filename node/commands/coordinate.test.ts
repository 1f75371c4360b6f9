import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runCommandLine } from './main.ts';
import { recordingTerminal } from './recording-terminal.ts';

async function coordinating(input: string | undefined, ...args: string[]) {
  const terminal = recordingTerminal(input === undefined ? {} : { stdin: input });
  const code = await runCommandLine(['coordinate', ...args, '--on', '2026-11-02'], terminal);
  return { code, out: terminal.output.join('\n'), err: terminal.errors };
}

describe('urtuu coordinate', () => {
  test('compares the methods for one life, each state a row', async () => {
    const { code, out } = await coordinating(undefined, 'examples/coordination/three-states.json');
    assert.equal(code, 0);
    assert.match(out, /recognised-service[^]*eu [^]*direct /);
    assert.match(out, /KG +60 +351 .*20\/117 +1842 KGS/);
    assert.doesNotMatch(out, /^us /m);
  });

  test('explains each step with its article, in the language asked for', async () => {
    const args = ['examples/coordination/three-states.json', '--method', 'eu', '--explain', '--locale', 'kk'];
    const { out } = await coordinating(undefined, ...args);
    assert.match(out, /987\/2009[^]*883\/2004[^]*52\(1\)\(b\)/);
  });

  test('totalises with the United States by the values that the case states', async () => {
    const { out } = await coordinating(
      undefined,
      'examples/coordination/united-states.json',
      '--method',
      'us',
      '--json',
    );
    const found = JSON.parse(out) as { states: { amount: string; ratio: string }[] }[];
    assert.deepEqual(
      found[0]?.states.map(({ amount, ratio }) => [amount, ratio]),
      [['222', '13/70']],
    );
  });

  test('takes a bare record as a case of Kazakhstan and Mongolia', async () => {
    const { out } = await coordinating(
      undefined,
      'examples/kandas-with-treaty/record.json',
      '--method',
      'direct',
    );
    assert.match(out, /KZ[^]*MN/);
  });

  test('names every fault with its place, and ends with 2', async () => {
    const { code, err } = await coordinating(
      '{"record":{},"schemes":[{"law":"xx"},{"state":"KG"}],"more":1}',
      '-',
    );
    assert.equal(code, 2);
    assert.match(
      err.join('\n'),
      /\/schemes\/0\/law: value[^]*\/schemes\/1\/currency: missing[^]*\/more: unknown-member/,
    );
    const scheme = {
      state: 'KG',
      currency: 'KGS',
      convention: '30-360',
      qualifying: '1',
      perUnit: '1',
      source: 'x',
    };
    const february = { ...scheme, rounding: { mode: 'floor', unit: '1' }, pensionFrom: '2026-02-30' };
    const unreal = await coordinating(JSON.stringify({ record: {}, schemes: [february] }), '-');
    assert.match(unreal.err.join('\n'), /^\/schemes\/0\/pensionFrom: .*not a day of the calendar/m);
    const empty = await coordinating('{"record":{},"schemes":[{"law":"kz"}]}', '-');
    assert.match(empty.err.join('\n'), /^\/record\/version: missing/m);
    assert.equal((await coordinating(undefined, 'package.json', '--method', 'lottery')).code, 2);
  });
});
