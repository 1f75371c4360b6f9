import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { constructIin, constructRegister, constructResidentId } from '@urtuu/identity';
import { day } from '@urtuu/kernel';
import { runCommandLine } from './main.ts';
import { recordingTerminal } from './recording-terminal.ts';

const person = { birthDate: day('1961-04-12'), sex: 'male' } as const;

async function checking(args: readonly string[], stdin?: string) {
  const terminal = recordingTerminal(stdin === undefined ? {} : { stdin });
  const code = await runCommandLine(['id', 'check', ...args], terminal);
  return { code, out: terminal.output, err: terminal.errors };
}

describe('urtuu id check', () => {
  const numbers: readonly (readonly [string, string, string | null, string | null, string[]])[] = [
    ['kz-iin', constructIin(person, 0), '1961-04-12', 'male', []],
    ['kz-bin', '990140990004', null, null, []],
    ['mn-register', constructRegister(person, 0), '1961-04-12', 'male', ['identifier-check-unpublished']],
    ['mn-civil', '990000000001', null, null, ['identifier-structure-unknown']],
    ['cn-rid', constructResidentId(person, 0), '1961-04-12', 'male', []],
  ];
  for (const [kind, number, birthDate, sex, warnings] of numbers) {
    test(`tells what a ${kind} carries`, async () => {
      const { code, out } = await checking(['--kind', kind, '--json', number]);
      const answer = JSON.parse(out.join('')) as Record<string, unknown> & { warnings: { code: string }[] };
      assert.equal(code, 0);
      assert.deepEqual(Object.keys(answer), ['valid', 'kind', 'birthDate', 'sex', 'warnings', 'reason']);
      assert.deepEqual(
        { ...answer, warnings: answer.warnings.map(({ code }) => code) },
        { valid: true, kind, birthDate, sex, warnings, reason: null },
      );
    });
  }

  test('ends with 1 and the reason where it cannot be such a number', async () => {
    const { code, out } = await checking(['--kind', 'cn-rid', '--json', '159900196104129910']);
    assert.equal(code, 1);
    assert.match(out[0] ?? '', /"valid":false.*"reason":"identifier-check-digit: /);
  });

  test('only warns where the rule is open', async () => {
    const iin = constructIin(person, 0);
    const wrong = iin.slice(0, 11) + String((Number(iin.charAt(11)) + 1) % 10);
    const { code, out } = await checking(['--kind', 'kz-iin', wrong]);
    assert.equal(code, 0);
    assert.deepEqual(out, [
      'valid kz-iin: born 1961-04-12, male',
      'warning: identifier-check-digit: the last digit does not agree with the first eleven',
    ]);
  });

  test('reads one number a line, and fails if one of them does', async () => {
    const lines = `${constructIin(person, 0)}\r\n\n12\n`;
    const { code, out } = await checking(['--kind', 'kz-iin', '-'], lines);
    assert.equal(code, 1);
    assert.deepEqual(out, [
      'line 1: valid kz-iin: born 1961-04-12, male',
      'line 2: not valid kz-iin: identifier-format: an IIN is twelve digits',
    ]);
    const json = await checking(['--kind', 'kz-iin', '--json', '-'], lines);
    assert.deepEqual(
      json.out.map((line) => (JSON.parse(line) as { valid: boolean }).valid),
      [true, false],
    );
  });

  test('never prints the number', async () => {
    for (const [kind, number] of numbers) {
      const { out, err } = await checking(['--kind', kind, ` ${number.toLowerCase()}`]);
      assert.ok(![...out, ...err].join('\n').includes(number));
    }
  });

  const misuse: readonly (readonly [string, string[], RegExp])[] = [
    ['no kind', ['610412399001'], /--kind: wanted one of kz-iin, /],
    ['an unknown kind', ['--kind', 'xx', '1'], /--kind: found xx, wanted one of /],
    ['no number', ['--kind', 'kz-iin'], /Wanted: one number/],
    ['two numbers', ['--kind', 'kz-iin', '1', '2'], /Wanted: one number/],
  ];
  for (const [what, args, message] of misuse) {
    test(`refuses ${what} with code 2`, async () => {
      const { code, err } = await checking(args);
      assert.equal(code, 2);
      assert.match(err.join('\n'), message);
    });
  }
});
