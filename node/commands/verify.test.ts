import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { provenDocument } from '@urtuu/evidence/testing';
import { runCommandLine } from './main.ts';
import { recordingTerminal } from './recording-terminal.ts';

const dir = await mkdtemp(join(tmpdir(), 'urtuu-verify-'));
after(() => rm(dir, { recursive: true }));
const made = await provenDocument();
const file = async (name: string, text: string) => {
  await writeFile(join(dir, name), text);
  return join(dir, name);
};
const proof = await file('p.tlog-proof', made.proof);
const document = await file('d.json', made.document);
const keys = await Promise.all(made.keys.map((text, at) => file(`k${at}`, text)));
const withKeys = keys.flatMap((name) => ['--keys', name]);

const run = async (...args: string[]) => {
  const terminal = recordingTerminal();
  const code = await runCommandLine(['verify', ...args], terminal);
  return { code, out: terminal.output.join('\n'), err: terminal.errors.join('\n') };
};

describe('urtuu verify', () => {
  test('says that a document is verified, what it is, by whom, and who witnessed the log', async () => {
    const { code, out } = await run(proof, document, ...withKeys);
    assert.equal(code, 0);
    assert.match(out, /^Verified:/);
    assert.match(out, /From: Pensions of Kazakhstan \(urn:urtuu:inst:kz:pensions\)/);
    assert.match(out, /Seen by: urtuu\.mn\/mn\/witness, 2026-/);
  });

  test('speaks five languages', async () => {
    const outputs = await Promise.all(
      ['en', 'mn', 'kk', 'ru', 'zh'].map(
        async (locale) => (await run(proof, document, ...withKeys, '--locale', locale)).out,
      ),
    );
    assert.equal(new Set(outputs).size, 5);
  });

  test('ends with 3 and names the check, where the document was changed', async () => {
    const changed = await file('changed.json', made.document.replace('"payload":"e', '"payload":"f'));
    const { code, out } = await run(proof, changed, ...withKeys);
    assert.equal(code, 3);
    assert.match(out, /^Not verified\. The document is not the one that the proof is about/);
  });

  test('answers machines in JSON', async () => {
    const good = JSON.parse((await run(proof, document, ...withKeys, '--json')).out);
    assert.deepEqual(
      [good.verified, good.origin, good.subject.from],
      [true, 'urtuu.kz/kz', 'urn:urtuu:inst:kz:pensions'],
    );
    const bad = JSON.parse((await run(proof, document, '--keys', keys[0] ?? '', '--json')).out);
    assert.deepEqual(bad, { verified: false, check: 'witnesses', code: 'quorum-missing', found: 'states' });
  });

  const wrong: readonly [string, string[], RegExp][] = [
    ['without keys', [proof, document], /--keys/],
    ['without a document', [proof], /a proof and a document/],
    ['with a file that is not there', [proof, join(dir, 'none'), ...withKeys], /cannot be read/],
    ['with keys that are none', [proof, document, '--keys', document], /holds no profile/],
    ['in an unknown language', [proof, document, ...withKeys, '--locale', 'xx'], /--locale/],
  ];
  for (const [what, args, message] of wrong) {
    test(`${what} is wrong usage`, async () => {
      const { code, err } = await run(...args);
      assert.equal(code, 2);
      assert.match(err, message);
    });
  }
});
