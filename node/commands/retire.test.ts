import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runCommandLine } from './main.ts';
import { recordingTerminal } from './recording-terminal.ts';

const RECORD = 'examples/kandas-without-treaty/record.json';

async function urtuu(...args: string[]) {
  const terminal = recordingTerminal();
  const code = await runCommandLine(args, terminal);
  return { code, out: terminal.output.join('\n'), err: terminal.errors.join('\n') };
}

describe('urtuu retire', () => {
  test('gives the first day of each route with its amount, and the assumption', async () => {
    const { code, out } = await urtuu('retire', RECORD, '--law', 'kz', '--from', '2024-01-01', '--json');
    assert.equal(code, 0);
    const { routes, work } = JSON.parse(out) as { routes: { route: string; on: string }[]; work: string };
    assert.equal(work, 'stops');
    const base = routes.find(({ route }) => route === 'kz.base');
    assert.ok(base);
    const award = await urtuu('assess', RECORD, '--law', 'kz', '--on', base.on, '--json');
    assert.equal(award.code, 0, 'open on that day');
  });

  test('speaks the language asked for', async () => {
    const { out } = await urtuu('retire', RECORD, '--law', 'kz', '--from', '2024-01-01', '--locale', 'ru');
    assert.match(out, /больше взносы не платятся/);
  });

  test('refuses a law that is none', async () => {
    assert.equal((await urtuu('retire', RECORD, '--law', 'xx')).code, 2);
  });
});

describe('urtuu assess --why-not', () => {
  test('names the smallest changes, verified', async () => {
    const early = ['assess', RECORD, '--law', 'kz', '--on', '2020-01-01', '--why-not'];
    const { code, out } = await urtuu(...early);
    assert.equal(code, 3);
    assert.match(out, /→ With a claim from \d{4}-\d{2}-\d{2} on, nothing else changed: State basic pension/);
    const { changes } = JSON.parse((await urtuu(...early, '--json')).out) as { changes: { kind: string }[] };
    assert.ok(changes.some(({ kind }) => kind === 'later'));
  });

  test('is for the old-age pension alone', async () => {
    const other = await urtuu('assess', RECORD, '--law', 'mn', '--benefit', 'welfare', '--why-not');
    assert.equal(other.code, 2);
  });
});
