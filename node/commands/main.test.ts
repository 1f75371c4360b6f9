import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runCommandLine } from './main.ts';
import { recordingTerminal } from './recording-terminal.ts';
import { commands } from './table.ts';

async function typing(...args: string[]) {
  const terminal = recordingTerminal();
  const code = await runCommandLine(args, terminal);
  return { code, out: terminal.output.join('\n'), err: terminal.errors.join('\n') };
}

describe('the command line', () => {
  test('lists all commands', async () => {
    const { code, out } = await typing('help');
    assert.equal(code, 0);
    for (const { name } of commands) assert.ok(out.includes(name));
  });

  for (const { name, options } of commands) {
    test(`explains ${name} with its options and exit codes`, async () => {
      const { code, out } = await typing(...name.split(' '), '--help');
      assert.equal(code, 0);
      assert.match(out, /Exit codes:/);
      for (const option of Object.keys(options)) assert.ok(out.includes(`--${option}`));
    });
  }

  test('ends with 2 for a command that does not exist', async () => {
    const { code, err } = await typing('unheard-of');
    assert.equal(code, 2);
    assert.match(err, /no command "unheard-of"/);
  });
});
