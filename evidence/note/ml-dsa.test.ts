import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { describe, test } from 'node:test';
import { expectOk } from '@urtuu/kernel';
import { checkpointText } from '../checkpoint.ts';
import { signerFromSeed } from './new-signer.ts';
import { signNote, verifyNote } from './signatures.ts';
import { formatVerifierKey, parseVerifierKey } from './verifier-key.ts';

const root = new Uint8Array(32).fill(7);
const text = checkpointText({ origin: 'urtuu.mn/mn', size: 17, root });
const signer = signerFromSeed('witness.example/w1', 'mlDsa44', new Uint8Array(32).fill(9));
const signature = signNote(text, signer, 1_700_000_000);

/** `cosigned_message` of C2SP tlog-cosignature, put together by hand. */
const message = Buffer.concat([
  Buffer.from('subtree/v1\n\0', 'latin1'),
  Buffer.from([18]),
  Buffer.from('witness.example/w1'),
  Buffer.from('000000006553f100', 'hex'),
  Buffer.from([11]),
  Buffer.from('urtuu.mn/mn'),
  Buffer.from('0000000000000000', 'hex'),
  Buffer.from('0000000000000011', 'hex'),
  root,
]);

/** An ML-DSA-44 key as OpenSSL reads it: SubjectPublicKeyInfo (RFC 9881). */
const spki = Buffer.concat([
  Buffer.from('30820532300b060960864801650304031103820521', 'hex'),
  Buffer.from([0]),
  signer.key.publicKey,
]);

describe('an ML-DSA-44 cosignature', () => {
  test('verifies by OpenSSL over the message that the specification describes', () => {
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    assert.equal(signature.bytes.length, 8 + 2420);
    assert.ok(verify(null, message, key, signature.bytes.subarray(8)));
  });

  test('tells its time, and is of one text, one time and one name', () => {
    const [signed] = expectOk(verifyNote({ text, signatures: [signature] }, [signer.key]), 'cosigned');
    assert.equal(signed?.time, 1_700_000_000);
    const other = checkpointText({ origin: 'urtuu.mn/mn', size: 18, root });
    assert.ok(!verifyNote({ text: other, signatures: [signature] }, [signer.key]).ok);
    const later = { ...signature, bytes: signature.bytes.with(7, 1) };
    assert.ok(!verifyNote({ text, signatures: [later] }, [signer.key]).ok);
    const renamed = { ...signer.key, name: 'witness.example/w2' };
    const underOther = { ...signNote(text, { ...signer, key: renamed }, 1), bytes: signature.bytes };
    assert.ok(!verifyNote({ text, signatures: [underOther] }, [renamed]).ok);
  });

  test('is of a checkpoint and of no other text', () => {
    assert.throws(() => signNote('hello\n', signer, 1), /of a checkpoint/);
    assert.ok(!verifyNote({ text: 'hello\n', signatures: [signature] }, [signer.key]).ok);
  });

  test('has a key that is written as it was read', () => {
    const written = formatVerifierKey(signer.key);
    assert.deepEqual(parseVerifierKey(written), signer.key);
  });
});
