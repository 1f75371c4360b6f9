import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runCommandLine } from './main.ts';
import { recordingTerminal } from './recording-terminal.ts';

const SAVER = ['examples/records/saver-in-kazakhstan.json', '--law', 'kz', '--from', '2026-11-02'];

async function tiersOf(...args: string[]) {
  const terminal = recordingTerminal();
  const code = await runCommandLine(['tiers', ...args], terminal);
  return { code, out: terminal.output.join('\n'), err: terminal.errors.join('\n') };
}

describe('urtuu tiers', () => {
  test('shows every tier with its rates, what is missing, and the assumptions', async () => {
    const { code, out } = await tiersOf(
      ...SAVER,
      '--returns',
      '2',
      '--fund',
      'examples/records/private-plan.json',
    );
    assert.equal(code, 0);
    assert.match(out, /basic pension +\d+ KZT +[\d.]+ % +[\d.]+ % +█/);
    assert.match(out, /missing kz\.opvr\.payoutDivisor/);
    assert.match(out, /private fund +20970\.03 KZT/);
    assert.match(out, /returns 2%/);
  });

  test('speaks the language asked for, and gives its reasons', async () => {
    const { out } = await tiersOf(...SAVER, '--locale', 'kk', '--explain');
    assert.match(out, /базалық зейнетақы/);
    assert.match(out, /Болжам: кейінгі күннің заңы/);
  });

  test('gives JSON with the whole forecast', async () => {
    const { out } = await tiersOf(...SAVER, '--retire', '2040-01-01', '--json');
    const found = JSON.parse(out) as { retireOn: string; tiers: { tier: string }[] };
    assert.equal(found.retireOn, '2040-01-01');
    assert.ok(found.tiers.some(({ tier }) => tier === 'funded'));
  });

  test('ends with 2 for a rate that is none, a day before the forecast, a plan without a return', async () => {
    assert.equal((await tiersOf(...SAVER, '--returns', 'much')).code, 2);
    assert.equal((await tiersOf(...SAVER, '--retire', '2020-01-01')).code, 2);
    const wrong = await tiersOf(...SAVER, '--fund', 'examples/records/saver-in-kazakhstan.json');
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /\/payoutMonths: missing/);
  });
});
