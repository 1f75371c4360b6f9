import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expectOk } from '@urtuu/kernel';
import fc from 'fast-check';
import { fromBase64, toBase64 } from '../bytes.ts';
import { checkpointText } from '../checkpoint.ts';
import { consistencyProof } from '../merkle/prove.ts';
import { EMPTY_ROOT } from '../merkle/tree-hash.ts';
import { signerFromSeed } from '../note/new-signer.ts';
import { formatNote, parseNote } from '../note/note.ts';
import { sigsumNote, SIGSUM } from '../note/notes.fixture.ts';
import { signNote } from '../note/signatures.ts';
import type { VerifierKey } from '../note/verifier-key.ts';
import { treeOf } from '../tiles/tile-tree.fixture.ts';
import { formatAddCheckpoint, parseAddCheckpoint } from './add-checkpoint.ts';
import { judge, NOTHING_SEEN, readSubmission, type Seen } from './judge.ts';

const log = signerFromSeed('urtuu.kz/kz', 'ed25519', new Uint8Array(32).fill(1));
const stranger = signerFromSeed('urtuu.kz/kz', 'ed25519', new Uint8Array(32).fill(2));
const keysOf = (origin: string): VerifierKey[] => (origin === 'urtuu.kz/kz' ? [log.key] : []);
const tree = treeOf(Array.from({ length: 300 }, (_, index) => Buffer.from(`entry ${index}`)));
const fork = treeOf(
  Array.from({ length: 300 }, (_, index) => Buffer.from(`entry ${index === 7 ? 'other' : index}`)),
);

interface Wish {
  readonly old: number;
  readonly size: number;
  readonly of?: typeof tree;
  readonly by?: typeof log;
  readonly origin?: string;
  readonly root?: Uint8Array;
}

async function bodyOf({
  old,
  size,
  of = tree,
  by = log,
  origin = 'urtuu.kz/kz',
  root,
}: Wish): Promise<string> {
  const text = checkpointText({ origin, size, root: root ?? of.root(size) });
  const note = formatNote({ text, signatures: [signNote(text, by)] });
  const proof = old <= size ? await consistencyProof(of.hashes(size), { old, size }) : [];
  return formatAddCheckpoint({ old, proof, note });
}

function verdict(body: string, seen: Seen): string {
  const read = readSubmission(body, keysOf);
  return 'refused' in read ? read.refused.code : judge(read.submission, seen).kind;
}

const seenAt = (size: number): Seen => ({ size, root: tree.root(size) });

describe('a witness', () => {
  test('cosigns the first checkpoint of a log, and each that continues the last', async () => {
    assert.equal(verdict(await bodyOf({ old: 0, size: 5 }), NOTHING_SEEN), 'cosign');
    assert.equal(verdict(await bodyOf({ old: 5, size: 290 }), seenAt(5)), 'cosign');
  });

  test('cosigns the same checkpoint again, for an answer may be lost', async () => {
    assert.equal(verdict(await bodyOf({ old: 5, size: 5 }), seenAt(5)), 'cosign');
  });

  test('cosigns an empty log, by the empty root alone', async () => {
    assert.equal(verdict(await bodyOf({ old: 0, size: 0 }), NOTHING_SEEN), 'cosign');
    const wrong = await bodyOf({ old: 0, size: 0, root: tree.root(1) });
    assert.equal(verdict(wrong, NOTHING_SEEN), 'inconsistent');
  });

  const refusals: readonly [string, Wish, Seen, string][] = [
    ['another size than it knows', { old: 4, size: 9 }, seenAt(5), 'conflict'],
    ['a beginning where it knows more', { old: 0, size: 9 }, seenAt(5), 'conflict'],
    ['an old size above the new one', { old: 9, size: 5 }, seenAt(9), 'old-size-too-large'],
    ['a log it does not watch', { old: 0, size: 5, origin: 'urtuu.xx/xx' }, NOTHING_SEEN, 'origin-unknown'],
    [
      'a checkpoint that another key signed',
      { old: 0, size: 5, by: stranger },
      NOTHING_SEEN,
      'log-signature-missing',
    ],
    ['a fork of the log', { old: 8, size: 20, of: fork }, seenAt(8), 'inconsistent'],
    ['another tree of the size it knows', { old: 8, size: 8, of: fork }, seenAt(8), 'inconsistent'],
    ['a root without its proof', { old: 8, size: 20, root: fork.root(20) }, seenAt(8), 'inconsistent'],
  ];
  for (const [what, wish, seen, wanted] of refusals) {
    test(`refuses ${what}: ${wanted}`, async () => assert.equal(verdict(await bodyOf(wish), seen), wanted));
  }

  test('keeps of a note the signatures of the log alone', async () => {
    const body = await bodyOf({ old: 0, size: 5 });
    const foreign = signNote(expectOk(parseNote(parseAddCheckpoint(body)?.note ?? ''), 'a note').text, {
      ...stranger,
      key: { ...stranger.key, name: 'somebody.else' },
    });
    const read = readSubmission(`${body}${formatNote({ text: '', signatures: [foreign] }).slice(1)}`, keysOf);
    assert.ok('submission' in read);
    assert.deepEqual(
      read.submission.note.signatures.map(({ name }) => name),
      ['urtuu.kz/kz'],
    );
  });

  const malformed: readonly [string, (body: string) => string][] = [
    ['nothing', () => ''],
    ['no old size', (body) => body.replace('old 5\n', '')],
    ['an old size with a leading zero', (body) => body.replace('old 5', 'old 05')],
    ['a negative old size', (body) => body.replace('old 5', 'old -5')],
    ['a hash of 31 bytes', (body) => body.replace('old 5\n', `old 5\n${toBase64(new Uint8Array(31))}\n`)],
    ['64 hashes', (body) => body.replace('old 5\n', `old 5\n${`${toBase64(EMPTY_ROOT)}\n`.repeat(64)}`)],
    ['no checkpoint', (body) => body.slice(0, body.indexOf('\n\n') + 2)],
    ['a checkpoint with an extension line', (body) => body.replace(/\n\n— /, '\nmore\n\n— ')],
    ['a note cut off', (body) => body.slice(0, -1)],
  ];
  for (const [what, change] of malformed) {
    test(`refuses a body with ${what} as malformed`, async () => {
      const body = change(await bodyOf({ old: 5, size: 9 }));
      assert.equal(verdict(body, seenAt(5)), 'malformed');
    });
  }

  test('never cosigns two trees of which neither begins the other, whatever it is sent', async () => {
    const step = fc.record({
      old: fc.nat(40),
      size: fc.nat(60),
      of: fc.constantFrom(tree, fork),
      truthful: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        let seen = NOTHING_SEEN;
        const cosigned: Seen[] = [];
        for (const { old, size, of, truthful } of steps) {
          const body = await bodyOf({ old: truthful ? Math.min(seen.size, size) : old, size, of });
          const read = readSubmission(body, keysOf);
          if ('refused' in read || judge(read.submission, seen).kind !== 'cosign') continue;
          seen = read.submission.checkpoint;
          cosigned.push({ size: seen.size, root: seen.root });
        }
        const isOf = (known: typeof tree) =>
          cosigned.every(({ size, root }) => toBase64(known.root(size)) === toBase64(root));
        assert.ok(isOf(tree) || isOf(fork));
        assert.deepEqual(
          cosigned.map(({ size }) => size).toSorted((a, b) => a - b),
          cosigned.map(({ size }) => size),
        );
      }),
    );
  });

  test('answers the requests of a Sigsum log as another witness does', () => {
    const key: VerifierKey = {
      name: SIGSUM.origin,
      type: 'ed25519',
      publicKey: Uint8Array.from(Buffer.from(SIGSUM.publicKey, 'hex')),
    };
    const request = (old: number, lines: readonly string[], note: string) =>
      readSubmission(`old ${old}\n${lines.map((line) => `${line}\n`).join('')}\n${note}`, () => [key]);
    const first = request(0, [], sigsumNote(1, SIGSUM.one));
    assert.ok('submission' in first && judge(first.submission, NOTHING_SEEN).kind === 'cosign');
    const one: Seen = { size: 1, root: fromBase64(SIGSUM.one.root) ?? new Uint8Array() };
    for (const [size, next] of [
      [3, SIGSUM.three],
      [5, SIGSUM.five],
    ] as const) {
      const read = request(1, next.fromOne, sigsumNote(size, next));
      assert.ok('submission' in read);
      assert.equal(judge(read.submission, one).kind, 'cosign');
      assert.equal(judge(read.submission, { size: 5, root: one.root }).kind, 'conflict');
    }
    const tooMany = Array.from({ length: 64 }, () => SIGSUM.one.root);
    assert.deepEqual(request(0, tooMany, sigsumNote(1, SIGSUM.one)), { refused: { code: 'malformed' } });
  });
});
