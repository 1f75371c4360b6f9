import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expectOk } from '@urtuu/kernel';
import fc from 'fast-check';
import { readKeys } from '../keys/trusted-keys.ts';
import { provenDocument } from '../testing.ts';
import { verifyEvidence } from './verify-evidence.ts';

const made = await provenDocument();
const keys = expectOk(readKeys(made.keys), 'keys');
const document = Buffer.from(made.document);

const flip = (bytes: Uint8Array, at: number, bit: number) => bytes.with(at, (bytes[at] ?? 0) ^ (1 << bit));

describe('evidence', () => {
  test('verifies with proof, document and keys, and nothing else', () => {
    const facts = expectOk(verifyEvidence({ proof: made.proof, document }, keys), 'verified');
    assert.deepEqual([facts.origin, facts.index, facts.subject.kind], ['urtuu.kz/kz', 5, 'document']);
    assert.deepEqual(facts.witnesses, [
      { name: 'urtuu.mn/mn/witness', at: new Date('2026-11-23T08:00:30Z') },
    ]);
  });

  test('is refused with any bit of the document or of the proof flipped', () => {
    const proof = Buffer.from(made.proof);
    for (let at = 0; at < proof.length; at += 1) {
      const flipped = new TextDecoder().decode(flip(proof, at, at % 8));
      assert.ok(!verifyEvidence({ proof: flipped, document }, keys).ok, `byte ${at}`);
    }
    fc.assert(
      fc.property(fc.nat(document.length - 1), fc.nat(7), (at, bit) => {
        assert.ok(!verifyEvidence({ proof: made.proof, document: flip(document, at, bit) }, keys).ok);
      }),
    );
  });

  test('is of the document of another institution where only that one’s keys are given', () => {
    const [, mongolia = ''] = made.keys;
    const verdict = verifyEvidence({ proof: made.proof, document }, expectOk(readKeys([mongolia]), 'keys'));
    assert.deepEqual(verdict, {
      ok: false,
      error: { check: 'log', code: 'log-unknown', found: 'urtuu.kz/kz' },
    });
  });

  test('does not take the witness of the log’s own state for a witness', () => {
    const [kazakhstan = ''] = made.keys;
    const verdict = verifyEvidence({ proof: made.proof, document }, expectOk(readKeys([kazakhstan]), 'keys'));
    assert.ok(!verdict.ok && verdict.error.code === 'quorum-missing');
  });
});

describe('keys', () => {
  const [kazakhstan = '', mongolia = ''] = made.keys;
  const policy = 'quorum none\n';
  const malformed: readonly [string, string[]][] = [
    ['a text that is none', ['hello']],
    ['an empty file', ['']],
    ['a profile with one letter changed', [kazakhstan.replace(/\.(.)(.)/, '.$2$1')]],
    [
      'a profile signed by another',
      [`${kazakhstan.split('.').slice(0, 2).join('.')}.${mongolia.split('.')[2]}`],
    ],
    ['two policies', [policy, policy]],
    ['a bundle without profiles', [JSON.stringify({ policy })]],
    ['a bundle with a profile that is none', [JSON.stringify({ policy, profiles: ['x.y.z'] })]],
  ];
  for (const [what, texts] of malformed) {
    test(`of ${what} are refused`, () => assert.ok(!readKeys(texts).ok));
  }

  test('are read from profiles, policies and bundles alike', () => {
    const bundle = JSON.stringify({ policy, profiles: [kazakhstan, mongolia] });
    assert.equal(expectOk(readKeys([bundle]), 'bundle').institutions.length, 2);
    assert.equal(expectOk(readKeys([kazakhstan, policy, `${mongolia}\n`]), 'files').institutions.length, 2);
  });
});
