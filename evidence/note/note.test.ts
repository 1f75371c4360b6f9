import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ed25519 } from '@noble/curves/ed25519.js';
import { expectOk } from '@urtuu/kernel';
import fc from 'fast-check';
import { fromBase64, toBase64 } from '../bytes.ts';
import { checkpointText, parseCheckpoint } from '../checkpoint.ts';
import { verifyConsistency } from '../merkle/verify.ts';
import { formatNote, isBy, parseNote, parseSignatureLine } from './note.ts';
import { ENOCH, PETER, SAYING, SIGSUM, sigsumNote } from './notes.fixture.ts';
import { signNote, verifyNote, type NoteSigner } from './signatures.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from './verifier-key.ts';

const keyOf = (text: string): VerifierKey => {
  const key = parseVerifierKey(text);
  assert.ok(key);
  return key;
};
const bytesOf64 = (text: string): Uint8Array => {
  const bytes = fromBase64(text);
  assert.ok(bytes);
  return bytes;
};
const peter = keyOf(PETER.key);
const enoch = keyOf(ENOCH.key);
const noteOf = (text: string) => expectOk(parseNote(text), 'a note');

describe('a verifier key', () => {
  test('is written as it was read', () => assert.equal(formatVerifierKey(peter), PETER.key));

  test('is no part of its text, and no text of which one character is another', () => {
    for (let start = 0; start < PETER.key.length; start += 1) {
      for (let end = start + 1; end <= PETER.key.length; end += 1) {
        if (end - start < PETER.key.length)
          assert.equal(parseVerifierKey(PETER.key.slice(start, end)), undefined);
      }
      const next = String.fromCharCode(PETER.key.charCodeAt(start) + 1);
      const mangled = PETER.key.slice(0, start) + next + PETER.key.slice(start + 1);
      assert.equal(parseVerifierKey(mangled), undefined, mangled);
    }
  });

  test('of a wrong length or an unknown algorithm is none, even under the right id', () => {
    const long = 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==';
    const unknown = 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    assert.deepEqual([parseVerifierKey(long), parseVerifierKey(unknown)], [undefined, undefined]);
  });

  test('of a witness is that of remora.n621.de, published by transparency-dev/formats', () => {
    const witness = keyOf('remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2');
    assert.deepEqual([witness.name, witness.type], ['remora.n621.de', 'cosignature']);
  });
});

describe('a signed note', () => {
  const signer: NoteSigner = { key: peter, sign: (bytes) => ed25519.sign(bytes, bytesOf64(PETER.seed)) };

  test('is signed byte by byte as Go signs it', () => {
    const note = formatNote({ text: SAYING, signatures: [signNote(SAYING, signer)] });
    assert.equal(note, `${SAYING}\n${PETER.line}`);
  });

  test('tells who of the known signed it, and ignores the others', () => {
    const note = noteOf(`${SAYING}\n${PETER.line}${ENOCH.line}`);
    const names = (keys: VerifierKey[]) =>
      expectOk(verifyNote(note, keys), 'signed').map(({ key }) => key.name);
    assert.deepEqual(names([peter]), ['PeterNeumann']);
    assert.deepEqual(names([peter, enoch]), ['PeterNeumann', 'EnochRoot']);
    assert.deepEqual(verifyNote(note, []), { ok: false, error: { code: 'note-unsigned' } });
  });

  test('is ignored under a known name with another id, and under a known id with another name', () => {
    const other = PETER.line.replace('x08g', 'xxxx');
    const foreign = PETER.line.replace('PeterNeumann', 'CarmenSandiego');
    for (const line of [other, foreign]) {
      const verified = verifyNote(noteOf(`${SAYING}\n${line}`), [peter]);
      assert.deepEqual(verified, { ok: false, error: { code: 'note-unsigned' } });
    }
  });

  test('with a bad signature of a known key is refused, whoever else signed', () => {
    const bad = PETER.line.replace('ZJku', 'ZJkv');
    const verified = verifyNote(noteOf(`${SAYING}\n${ENOCH.line}${bad}`), [enoch, peter]);
    assert.deepEqual(verified, {
      ok: false,
      error: { code: 'note-signature-invalid', name: 'PeterNeumann' },
    });
  });

  test('with the same signature twice is signed once', () => {
    assert.equal(
      expectOk(verifyNote(noteOf(`${SAYING}\n${PETER.line.repeat(2)}`), [peter]), 'signed').length,
      1,
    );
  });

  test('may have sixteen signatures, and not any number', () => {
    assert.ok(parseNote(`${SAYING}\n${ENOCH.line.repeat(15)}${PETER.line}`).ok);
    assert.ok(!parseNote(`${SAYING}\n${PETER.line.repeat(101)}`).ok);
  });

  const malformed: readonly [string, string][] = [
    ['without signatures', SAYING],
    ['with an empty line and no signature', `${SAYING}\n`],
    ['without the last line end', `${SAYING}\n${PETER.line.slice(0, -1)}`],
    ['with a control character', `\u0001${SAYING}\n${PETER.line}`],
    ['with a lone surrogate', `\ud800${SAYING}\n${PETER.line}`],
    ['with a space in a name', `${SAYING}\n${PETER.line.replace('Peter', 'Peter ')}`],
    ['with a no-break space in a name', `${SAYING}\n${PETER.line.replace('Peter', 'Peter\u00a0')}`],
    ['with a plus in a name', `${SAYING}\n${PETER.line.replace('Peter', 'Peter+')}`],
    ['with a line that is none', `${SAYING}\n${PETER.line}Unexpected line.\n`],
    ['with a hyphen for the dash', `${SAYING}\n${PETER.line.replace('—', '-')}`],
    ['with base64 that is none', `${SAYING}\n${PETER.line.replace('AM=', 'AN=')}`],
    ['with a signature of no bytes', `${SAYING}\n— PeterNeumann x08gow==\n`],
  ];
  for (const [what, text] of malformed) {
    test(`${what} is malformed`, () =>
      assert.deepEqual(parseNote(text), { ok: false, error: { code: 'note-malformed' } }));
  }

  test('is split at its last empty line', () => {
    const poem = 'Ognuno sta solo sul cuor della terra\n\ned è subito sera.\n';
    assert.equal(noteOf(`${poem}\n${PETER.line}`).text, poem);
  });

  test('with one bit of its text flipped is refused', () => {
    fc.assert(
      fc.property(fc.nat(SAYING.length - 2), fc.nat(6), (at, bit) => {
        const flipped = String.fromCharCode(SAYING.charCodeAt(at) ^ (1 << bit));
        const parsed = parseNote(`${SAYING.slice(0, at)}${flipped}${SAYING.slice(at + 1)}\n${PETER.line}`);
        assert.ok(!parsed.ok || !verifyNote(parsed.value, [peter]).ok);
      }),
    );
  });
});

describe('a cosignature', () => {
  const seed = bytesOf64(PETER.seed);
  const key: VerifierKey = {
    name: 'witness.example/w1',
    type: 'cosignature',
    publicKey: ed25519.getPublicKey(seed),
  };
  const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';

  test('signs header, time and the text of the note, and carries the time before the signature', () => {
    const signature = signNote(text, { key, sign: (bytes) => ed25519.sign(bytes, seed) }, 1_679_315_147);
    const message = `cosignature/v1\ntime 1679315147\n${text}`;
    const wanted = ed25519.sign(new TextEncoder().encode(message), seed);
    assert.deepEqual([...signature.bytes], [0, 0, 0, 0, 0x64, 0x18, 0x50, 0xcb, ...wanted]);
    const [signed] = expectOk(verifyNote({ text, signatures: [signature] }, [key]), 'cosigned');
    assert.equal(signed?.time, 1_679_315_147);
  });

  test('of another time is refused', () => {
    const signature = signNote(text, { key, sign: (bytes) => ed25519.sign(bytes, seed) }, 1_679_315_147);
    const later = { ...signature, bytes: signature.bytes.with(7, 0xcc) };
    assert.equal(verifyNote({ text, signatures: [later] }, [key]).ok, false);
  });

  test('does not count as signature of the log, though the bytes of the key are the same', () => {
    const signature = signNote(text, { key, sign: (bytes) => ed25519.sign(bytes, seed) }, 1);
    assert.ok(!isBy(signature, { ...key, type: 'ed25519' }));
  });

  test('of the C2SP specification names the time that its bytes begin with', () => {
    const line =
      '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==';
    const signature = parseSignatureLine(line);
    assert.ok(signature);
    assert.deepEqual([...signature.bytes.subarray(0, 8)], [0, 0, 0, 0, 0x64, 0x18, 0x50, 0xcb]);
    assert.equal(signature.bytes.length, 72);
  });
});

describe('a checkpoint', () => {
  const log: VerifierKey = {
    name: SIGSUM.origin,
    type: 'ed25519',
    publicKey: Uint8Array.from(Buffer.from(SIGSUM.publicKey, 'hex')),
  };
  const checkpoint = (size: number, one: { root: string; signature: string }) => {
    const note = noteOf(sigsumNote(size, one));
    assert.ok(verifyNote(note, [log]).ok);
    const read = parseCheckpoint(note.text);
    assert.ok(read);
    return read;
  };

  test('of a Sigsum log verifies, and is written as it was read', () => {
    const read = checkpoint(1, SIGSUM.one);
    assert.equal(checkpointText(read), `${SIGSUM.origin}\n1\n${SIGSUM.one.root}\n`);
  });

  for (const [size, next] of [
    [3, SIGSUM.three],
    [5, SIGSUM.five],
  ] as const) {
    test(`of that log at ${size} continues the one at 1, by the published proof`, () => {
      const [one, later] = [checkpoint(1, SIGSUM.one), checkpoint(size, next)];
      const proof = next.fromOne.map(bytesOf64);
      const growth = { old: 1, oldRoot: one.root, size, root: later.root, proof };
      assert.ok(verifyConsistency(growth));
      assert.ok(!verifyConsistency({ ...growth, proof: proof.toReversed() }));
    });
  }

  const root = toBase64(new Uint8Array(32));
  const none: readonly [string, string][] = [
    ['a size with a leading zero', `log\n017\n${root}\n`],
    ['a negative size', `log\n-1\n${root}\n`],
    ['a size beyond the safe integers', `log\n9007199254740993\n${root}\n`],
    ['no origin', `\n17\n${root}\n`],
    ['an origin of 256 bytes', `${'é'.repeat(128)}\n17\n${root}\n`],
    ['a root of 31 bytes', `log\n17\n${toBase64(new Uint8Array(31))}\n`],
    ['a root in other base64', `log\n17\n${root.replace('AAA=', 'AAB=')}\n`],
    ['an extension line', `log\n17\n${root}\nmore\n`],
    ['no line end', `log\n17\n${root}`],
  ];
  for (const [what, text] of none) {
    test(`with ${what} is none`, () => assert.equal(parseCheckpoint(text), undefined));
  }

  test('may have an origin of 255 bytes, with spaces and plus', () => {
    for (const origin of [`${'é'.repeat(127)}a`, 'example log+origin']) {
      assert.equal(parseCheckpoint(`${origin}\n0\n${root}\n`)?.origin, origin);
    }
  });
});
