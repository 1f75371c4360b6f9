import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  checkpointText,
  EMPTY_FRONTIER,
  appendLeaf,
  formatAddCheckpoint,
  formatNote,
  formatVerifierKey,
  consistencyProof,
  hashesFromTiles,
  leafHash,
  parseCheckpoint,
  parseNote,
  rootOf,
  signerFromSeed,
  signNote,
  verifyConsistency,
  verifyNote,
  type Frontier,
} from '@urtuu/evidence';
import { expectOk } from '@urtuu/kernel';
import { openWitnessKeys } from './witness-key.ts';
import { serveWitness } from './witness-server.ts';
import { openWitnessStore, type WitnessStore } from './witness-store.ts';
import { createWitness } from './witness.ts';

const ORIGIN = 'urtuu.kz/kz';
const NAME = 'witness.example/w1';
const log = signerFromSeed(ORIGIN, 'ed25519', new Uint8Array(32).fill(1));
const leaves = Array.from({ length: 256 }, (_, index) => leafHash(Buffer.from(`entry ${index}`)));
const frontiers = leaves.reduce<Frontier[]>(
  (kept, leaf) => [...kept, appendLeaf(kept.at(-1) ?? EMPTY_FRONTIER, leaf)],
  [EMPTY_FRONTIER],
);
const rootAt = (size: number) => rootOf(frontiers[size] ?? EMPTY_FRONTIER);
const hashes = (size: number) =>
  hashesFromTiles(size, ({ width }) => Promise.resolve(Buffer.concat(leaves.slice(0, width))));

async function request(old: number, size: number): Promise<string> {
  const text = checkpointText({ origin: ORIGIN, size, root: rootAt(size) });
  const note = formatNote({ text, signatures: [signNote(text, log)] });
  return formatAddCheckpoint({ old, proof: await consistencyProof(hashes(size), { old, size }), note });
}

const folders: string[] = [];
const newFolder = async () => {
  const dir = await mkdtemp(join(tmpdir(), 'urtuu-witness-'));
  folders.push(dir);
  return dir;
};
after(async () => {
  for (const dir of folders) await rm(dir, { recursive: true, force: true });
});

async function start(dir: string, change: (store: WitnessStore) => WitnessStore = (store) => store) {
  const store = change(await openWitnessStore(dir));
  const signers = await openWitnessKeys(dir, NAME);
  const witness = createWitness({ store, signers, logs: [log.key], clock: () => new Date() });
  const server = await serveWitness({ witness, store }, { host: '127.0.0.1', port: 0, log: () => undefined });
  const post = async (body: string) => {
    const answer = await fetch(`${server.url}/add-checkpoint`, { method: 'POST', body });
    return { status: answer.status, media: answer.headers.get('content-type'), text: await answer.text() };
  };
  return { ...server, keys: signers.map(({ key }) => key), post };
}

const shown = async (url: string) => {
  const hash = createHash('sha256').update(ORIGIN).digest('hex');
  const answer = await fetch(`${url}/${hash}/checkpoint`);
  return answer.status === 200 ? expectOk(parseNote(await answer.text()), 'a note') : undefined;
};

describe('an independent witness', () => {
  test('cosigns with Ed25519 and ML-DSA-44, and shows what it cosigned', async () => {
    const witness = await start(await newFolder());
    assert.equal(await shown(witness.url), undefined);
    const answer = await witness.post(await request(0, 9));
    assert.deepEqual([answer.status, answer.media], [200, 'text/plain; charset=utf-8']);
    const text = checkpointText({ origin: ORIGIN, size: 9, root: rootAt(9) });
    const note = expectOk(parseNote(`${text}\n${answer.text}`), 'a note');
    const signed = expectOk(verifyNote(note, witness.keys), 'cosigned');
    assert.deepEqual(
      signed.map(({ key }) => key.type),
      ['cosignature', 'mlDsa44'],
    );
    const kept = await shown(witness.url);
    assert.ok(kept);
    assert.equal(expectOk(verifyNote(kept, [log.key, ...witness.keys]), 'signed').length, 3);
    await witness.stop();
  });

  test('answers with the statuses of C2SP, and the size it knows as text/x.tlog.size', async () => {
    const witness = await start(await newFolder());
    await witness.post(await request(0, 9));
    const forged = (await request(9, 20)).replace('\n20\n', '\n21\n');
    const table: readonly [string, number][] = [
      ['hello', 400],
      [(await request(9, 9)).replace('old 9', 'old 10'), 400],
      [forged, 403],
      [(await request(9, 20)).replaceAll(ORIGIN, 'urtuu.xx/xx'), 404],
      [await request(4, 20), 409],
      [(await request(9, 20)).replace('old 9\n', `old 9\n${Buffer.alloc(32).toString('base64')}\n`), 422],
    ];
    for (const [body, status] of table) assert.equal((await witness.post(body)).status, status);
    const conflict = await witness.post(await request(4, 20));
    assert.deepEqual([conflict.media, conflict.text], ['text/x.tlog.size', '9\n']);
    assert.equal((await fetch(`${witness.url}/../witness-keys.json`)).status, 404);
    assert.equal((await witness.post('x'.repeat(300_000))).status, 400);
    await witness.stop();
  });

  test('asked by many at once cosigns one line of growth', async () => {
    const witness = await start(await newFolder());
    await witness.post(await request(0, 10));
    const sizes = [12, 15, 11, 30, 14, 20];
    const answers = await Promise.all(sizes.map(async (size) => witness.post(await request(10, size))));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.ok(answers.every(({ status }) => status === 200 || status === 409));
    await witness.stop();
  });

  test('that dies between keeping and answering has kept, and goes on from there', async () => {
    const dir = await newFolder();
    const dying = await start(dir, (store) => ({
      ...store,
      async keep(origin, note) {
        await store.keep(origin, note);
        throw new Error('killed');
      },
    }));
    assert.equal((await dying.post(await request(0, 9))).status, 500);
    await dying.stop();
    const next = await start(dir);
    const answer = await next.post(await request(0, 12));
    assert.deepEqual([answer.status, answer.text], [409, '9\n']);
    assert.equal((await next.post(await request(9, 9))).status, 200);
    assert.equal((await next.post(await request(9, 12))).status, 200);
    await next.stop();
  });

  test('does not begin anew where its memory is damaged', async () => {
    const dir = await newFolder();
    const witness = await start(dir);
    await witness.post(await request(0, 9));
    const [file = ''] = await readdir(join(dir, 'checkpoints'));
    await writeFile(join(dir, 'checkpoints', file), '');
    assert.equal((await witness.post(await request(0, 4))).status, 500);
    await witness.stop();
  });

  test('keeps its keys for its owner alone, and under one name', async () => {
    const dir = await newFolder();
    const [first] = await openWitnessKeys(dir, NAME);
    const [again] = await openWitnessKeys(dir, NAME);
    assert.deepEqual(first?.key, again?.key);
    assert.equal((await stat(join(dir, 'witness-keys.json'))).mode & 0o777, 0o600);
    await assert.rejects(openWitnessKeys(dir, 'another'), /--name/);
  });
});

const URTUU = fileURLToPath(new URL('../bin/urtuu.mjs', import.meta.url));

describe('the witness as a program', () => {
  test('killed at any moment never forgets what it answered', async () => {
    const dir = await newFolder();
    const answered: { readonly size: number; readonly root: Uint8Array }[] = [];
    let known = 0;
    for (let round = 0; round < 5; round += 1) {
      const { child, url } = await launch(dir);
      const ended = new Promise((end) => child.once('exit', end));
      const dying = setTimeout(() => child.kill('SIGKILL'), 40 + round * 37);
      try {
        for (;;) {
          const size = Math.min(known + 3, 255);
          const body = await request(known, size);
          const answer = await fetch(`${url}/add-checkpoint`, { method: 'POST', body });
          const text = await answer.text();
          if (answer.status === 409) known = Number(text);
          else assert.equal(answer.status, 200, text);
          if (answer.status === 200) {
            known = size;
            answered.push({ size, root: rootAt(size) });
          }
        }
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
      }
      clearTimeout(dying);
      child.kill('SIGKILL');
      await ended;
      const [kept] = (await readdir(join(dir, 'checkpoints'))).filter((name) => /^[0-9a-f]{64}$/.test(name));
      const last = answered.at(-1);
      if (kept === undefined) assert.equal(last, undefined);
      else {
        const note = expectOk(parseNote(await readFile(join(dir, 'checkpoints', kept), 'utf8')), 'a note');
        const checkpoint = parseCheckpoint(note.text);
        assert.ok(checkpoint && checkpoint.size >= (last?.size ?? 0));
        if (last !== undefined) {
          const { size, root } = checkpoint;
          const proof = await consistencyProof(hashes(size), { old: last.size, size });
          assert.ok(verifyConsistency({ old: last.size, oldRoot: last.root, size, root, proof }));
        }
      }
    }
    assert.ok(answered.length > 0);
  });

  test('has its folder for itself', async () => {
    const dir = await newFolder();
    const { child } = await launch(dir);
    await assert.rejects(launch(dir), /is in use by the process/);
    child.kill('SIGKILL');
  });
});

function launch(dir: string): Promise<{ child: ChildProcess; url: string }> {
  const args = [
    'witness',
    '--name',
    NAME,
    '--data-dir',
    dir,
    '--port',
    '0',
    '--log',
    formatVerifierKey(log.key),
  ];
  const child = spawn(process.execPath, [URTUU, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const [, url] = / at (http:\S+)/.exec(output) ?? [];
      if (url !== undefined) resolve({ child, url });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(output)));
  });
}
