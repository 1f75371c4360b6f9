import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from './main.ts';
import { recordingTerminal } from './recording-terminal.ts';

const RECORDS = fileURLToPath(new URL('../../examples/records/', import.meta.url));
const ASSUMED = ['divisor=240', 'interest=0', 'crediting=yearly'].flatMap((answer) => [
  '--assume',
  `mn.ndc.${answer}`,
]);

async function assessing(name: string, ...args: string[]) {
  const terminal = recordingTerminal();
  const law = args.includes('--law') ? [] : ['--law', 'mn'];
  const code = await runCommandLine(['assess', `${RECORDS}${name}.json`, ...law, ...args], terminal);
  return { code, out: terminal.output.join('\n'), err: terminal.errors };
}

describe('urtuu assess of the records in examples/records', () => {
  const table = [
    [
      'unemployed-in-mongolia',
      ['--benefit', 'unemployment', '--on', '2025-06-09'],
      0,
      / 66667 MNT .*2025-09-22\n/,
    ],
    ['miner-underground', ['--on', '2024-02-01'], 0, /total +1620000 MNT/],
    ['orphans-of-a-family', ['--benefit', 'welfare', '--on', '2026-02-01'], 0, /total +529425 MNT/],
    [
      'injured-at-work',
      ['--benefit', 'employmentInjury', '--on', '2025-06-01'],
      4,
      /missing mn\.ei\.pension\.partial/,
    ],
    ['notional-account', ['--benefit', 'notional', '--on', '2024-01-01'], 4, /missing mn\.ndc\.divisor/],
    ['worker-in-china', ['--law', 'cn', '--on', '2026-07-10'], 0, /total +2654\.40 CNY/],
    [
      'notional-account',
      ['--benefit', 'notional', '--on', '2024-01-01', ...ASSUMED],
      0,
      / 27000 MNT[^]*simulation/,
    ],
  ] as const;
  for (const [name, args, code, printed] of table) {
    test(`${name} ${args.filter((arg) => !arg.startsWith('--')).join(' ')} ends with ${code}`, async () => {
      const found = await assessing(name, ...args);
      assert.deepEqual(found.err, []);
      assert.equal(found.code, code);
      assert.match(found.out, printed);
    });
  }

  test('says what an amount is for, and what falls due month by month', async () => {
    const { out } = await assessing(
      'unemployed-in-mongolia',
      '--benefit',
      'unemployment',
      '--on',
      '2025-06-09',
      '--locale',
      'ru',
    );
    assert.match(out, /за рабочий день/);
    assert.match(out, /2025-07 +23 +1400000 MNT/);
  });

  test('refuses a benefit that the law does not have', async () => {
    const { code } = await assessing('miner-underground', '--benefit', 'lottery');
    assert.equal(code, 2);
  });
});
