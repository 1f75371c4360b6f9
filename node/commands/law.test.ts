import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runCommandLine } from './main.ts';
import { recordingTerminal } from './recording-terminal.ts';

async function law(...args: string[]) {
  const terminal = recordingTerminal();
  const code = await runCommandLine(['law', ...args], terminal);
  return { code, out: terminal.output.join('\n'), err: terminal.errors.join('\n') };
}

describe('urtuu law show', () => {
  test('gives the value in force on a day with source and status', async () => {
    const { code, out } = await law('show', 'kz.subsistenceMinimum', '--on', '2026-03-01', '--json');
    assert.equal(code, 0);
    const { versions } = JSON.parse(out) as { versions: { value: string; source: string; status: string }[] };
    assert.equal(versions.length, 1);
    assert.deepEqual([versions[0]?.value, versions[0]?.status], ['50851', 'press']);
    assert.ok((versions[0]?.source ?? '').length > 3);
  });

  test('shows the whole history, and says plainly what is unknown', async () => {
    const { out } = await law('show', 'mn.minPension.full');
    assert.match(out, /from 2024-04-01 to 2025-01-01: 650000/);
    assert.match(out, /unknown, needs citation/);
  });

  test('lists what begins so, in the language asked for', async () => {
    const { code, out } = await law('show', 'kz.base', '--locale', 'kk');
    assert.equal(code, 0);
    assert.match(out, /^kz\.base\.floor/m);
    assert.match(out, /[әғқңөұүі]/);
  });

  test('ends with 1 for a key nobody knows and names those that are near', async () => {
    const { code, err } = await law('show', 'kz.minpension');
    assert.equal(code, 1);
    assert.match(err, /kz\.minPension/);
    assert.equal((await law('show', 'kz.mci', '--on', '2013-01-01')).code, 1);
  });
});

describe('urtuu law diff', () => {
  test('gives old and new of every value that changed', async () => {
    const { out } = await law('diff', '--from', '2025-12-31', '--to', '2026-01-01', '--pack', 'kz', '--json');
    const changes = JSON.parse(out) as { key: string; before: string | null; after: string | null }[];
    const mci = changes.find(({ key }) => key === 'kz.mci');
    assert.deepEqual([mci?.before, mci?.after], ['3932', '4325']);
    assert.ok(changes.every(({ key }) => key.startsWith('kz.')));
  });

  test('says so where nothing changed, and refuses days the wrong way round', async () => {
    assert.equal((await law('diff', '--from', '2026-02-02', '--to', '2026-02-03')).out, 'nothing changed');
    assert.equal((await law('diff', '--from', '2026-02-03', '--to', '2026-02-02')).code, 2);
    assert.equal((await law('diff', '--from', '2026-02-03')).code, 2);
  });
});

describe('urtuu law flags', () => {
  test('lists questions with their answers', async () => {
    const { code, out } = await law('flags', 'kzmn');
    assert.equal(code, 0);
    assert.match(
      out,
      /kzmn\.window .*\n {2}bothBefore1998 \| mnPeriodsForKzOnly \| noCutOff; taken: bothBefore1998/,
    );
    assert.match(out, /kzmn\.inForceFrom .*\n {2}any day; taken: none/);
    assert.equal((await law('flags', 'nothing')).code, 1);
  });
});
