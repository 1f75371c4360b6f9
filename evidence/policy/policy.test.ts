import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expectOk } from '@urtuu/kernel';
import { signerFromSeed } from '../note/new-signer.ts';
import { formatVerifierKey, type NoteType } from '../note/verifier-key.ts';
import { hasQuorum, missingWitnesses, policyKeys } from './policy.ts';
import { formatPolicy, parsePolicy } from './policy-text.ts';

const vkey = (name: string, type: NoteType, seed: number): string =>
  formatVerifierKey(signerFromSeed(name, type, new Uint8Array(32).fill(seed)).key);
const LOG = vkey('urtuu.kz/kz', 'ed25519', 1);
const witness = (seed: number) => vkey(`witness.example/w${seed}`, 'cosignature', seed);

/** The example of the C2SP specification, with keys. */
const TEXT = `# who may witness
log ${LOG} https://kz.example/log

witness X1 ${witness(11)}
witness X2 ${witness(12)}
  witness\tX3 ${witness(13)} https://x3.example
group X-witnesses 2 X1 X2 X3

witness Y1 ${witness(21)}
witness Y2 ${vkey('witness.example/y2', 'mlDsa44', 22)}
group Y-witnesses any Y1 Y2

group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`;

const policy = expectOk(parsePolicy(TEXT), 'policy');
const signedBy = (...names: string[]) =>
  policy.witnesses.filter(({ name }) => names.includes(name)).map(({ key }) => ({ key, time: 1 }));

describe('a policy', () => {
  test('names logs, witnesses with their addresses, and comes back as it was', () => {
    assert.equal(policyKeys(policy).length, 6);
    assert.deepEqual(
      [policy.logs[0]?.url, policy.witnesses[2]?.url],
      ['https://kz.example/log', 'https://x3.example'],
    );
    assert.deepEqual(parsePolicy(formatPolicy(policy)), { ok: true, value: policy });
  });

  const quorums: readonly [string[], boolean][] = [
    [['X1', 'X2', 'Y1'], true],
    [['X2', 'X3', 'Y2'], true],
    [['X1', 'X2', 'X3'], false],
    [['X1', 'Y1', 'Y2'], false],
    [[], false],
    [['X1', 'X2', 'X3', 'Y1', 'Y2'], true],
  ];
  for (const [names, wanted] of quorums) {
    test(`with cosignatures of ${names.join(', ') || 'nobody'} ${wanted ? 'has' : 'has not'} its quorum`, () =>
      assert.equal(hasQuorum(policy, signedBy(...names)), wanted));
  }

  test('tells which witnesses are missing', () => {
    assert.deepEqual(missingWitnesses(policy, signedBy('X1', 'Y1')), ['X2', 'X3', 'Y2']);
  });

  test('may ask for no witness', () => {
    assert.ok(hasQuorum(expectOk(parsePolicy(`log ${LOG}\nquorum none\n`), 'policy'), []));
  });

  const faults: readonly [string, string, number][] = [
    ['without a quorum', `log ${LOG}\n`, 0],
    ['with two quorums', 'quorum none\nquorum none\n', 0],
    ['with a quorum of somebody unknown', `witness A ${witness(11)}\nquorum B\n`, 2],
    ['with a group before its members', `group G any A\nwitness A ${witness(11)}\nquorum G\n`, 1],
    ['with a group of nobody', 'group G any\nquorum G\n', 1],
    ['with a threshold of zero', `witness A ${witness(11)}\ngroup G 0 A\nquorum G\n`, 2],
    ['with a threshold above the members', `witness A ${witness(11)}\ngroup G 2 A\nquorum G\n`, 2],
    ['with a member twice', `witness A ${witness(11)}\ngroup G any A A\nquorum G\n`, 2],
    ['with a member of two groups', `witness A ${witness(11)}\ngroup G any A\ngroup H any A\nquorum H\n`, 3],
    ['with a name twice', `witness A ${witness(11)}\nwitness A ${witness(12)}\nquorum A\n`, 2],
    ['with a key twice', `witness A ${witness(11)}\nwitness B ${witness(11)}\nquorum A\n`, 2],
    ['with a witness called none', `witness none ${witness(11)}\nquorum none\n`, 1],
    ['with a log key for a witness', `witness A ${LOG}\nquorum A\n`, 1],
    ['with a witness key for a log', `log ${witness(11)}\nquorum none\n`, 1],
    ['with a word too many', `log ${LOG} https://a https://b\nquorum none\n`, 1],
    ['with an unknown line', 'trust me\nquorum none\n', 1],
    ['with a control character', 'quorum none\r\n', 1],
  ];
  for (const [what, text, line] of faults) {
    test(`${what} is refused at line ${line}`, () => {
      const read = parsePolicy(text);
      assert.ok(!read.ok);
      assert.equal(read.error.line, line);
    });
  }
});
