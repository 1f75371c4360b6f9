import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { generateKey } from '../crypto/jwk.ts';
import { signCheckpoint, verifyCheckpoint } from './checkpoint.ts';
import { entryText, saltedHash } from './entry.ts';
import { leafHash } from './merkle.ts';

const key = generateKey({ institutionId: 'urn:mn', use: 'log', alg: 'EdDSA', from: new Date(0), to: null });
const root = leafHash(Buffer.from('entry'));
const note = signCheckpoint({ origin: 'urtuu.mn/log', size: 17, root }, key);

describe('a checkpoint', () => {
  test('names origin, size and root on three lines, then the signature', () => {
    const [origin, size, rootLine, blank, signature] = note.split('\n');
    assert.deepEqual([origin, size, rootLine, blank], ['urtuu.mn/log', '17', root.toString('base64'), '']);
    assert.match(signature ?? '', /^— urtuu\.mn\/log [A-Za-z0-9+/]{91}=$/);
  });

  test('is verified by the key of the log', () => {
    assert.deepEqual(verifyCheckpoint(note, 'urtuu.mn/log', key), { origin: 'urtuu.mn/log', size: 17, root });
  });

  const broken: readonly [string, string][] = [
    ['another size', note.replace('\n17\n', '\n18\n')],
    ['a size with a leading zero', note.replace('\n17\n', '\n017\n')],
    ['another origin', note.replaceAll('urtuu.mn', 'urtuu.kz')],
    ['an extension line', note.replace('\n\n', '\nmore\n\n')],
    ['no signature', `${note.split('\n\n')[0]}\n\n`],
  ];
  for (const [what, text] of broken) {
    test(`with ${what} is refused`, () =>
      assert.equal(verifyCheckpoint(text, 'urtuu.mn/log', key), undefined));
  }

  test('may carry signatures of others', () => {
    assert.ok(verifyCheckpoint(`${note}— witness.example AAAAAAAA\n`, 'urtuu.mn/log', key));
  });
});

test('an entry holds kind, salted hash, time and position, and nothing of a person', () => {
  const hash = saltedHash(Buffer.alloc(32, 7), Buffer.alloc(32, 9));
  const text = entryText({ kind: 'sent', hash, at: new Date('2026-11-23T08:00:00Z'), index: 4 });
  assert.equal(text, `{"at":"2026-11-23T08:00:00.000Z","h":"${hash}","seq":4,"t":"sent"}`);
});
