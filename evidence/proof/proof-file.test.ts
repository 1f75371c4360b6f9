import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { toBase64 } from '../bytes.ts';
import { formatOpening, leafOf, parseOpening } from './entry-opening.ts';
import { formatProofFile, parseProofFile } from './proof-file.ts';

/** The example of the C2SP specification, its cosignatures cut. */
const EXAMPLE = `c2sp.org/tlog-proof@v1
extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6
index 73894
gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=
RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=
AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=

example.com/fancylog
109482
sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=

— example.com/fancylog hI2DJwAA
`;

describe('a proof file', () => {
  test('is read as C2SP has it, and written as it was read', () => {
    const parsed = parseProofFile(EXAMPLE);
    assert.ok(parsed.ok);
    const { extra, index, hashes, checkpoint } = parsed.value;
    assert.deepEqual(
      [Buffer.from(extra ?? []).toString(), index, hashes.length],
      ['age-v1.2.1-darwin-arm64.tar.gz', 73_894, 5],
    );
    assert.ok(checkpoint.startsWith('example.com/fancylog\n109482\n'));
    assert.equal(formatProofFile(parsed.value), EXAMPLE);
  });

  test('may have no extra and no hashes', () => {
    const least = 'c2sp.org/tlog-proof@v1\nindex 0\n\nlog\n1\n';
    const parsed = parseProofFile(least);
    assert.ok(parsed.ok && parsed.value.extra === undefined && parsed.value.hashes.length === 0);
    assert.equal(formatProofFile(parsed.value), least);
  });

  const malformed: readonly [string, string][] = [
    ['no proof at all', 'not a proof at all'],
    ['the head alone', 'c2sp.org/tlog-proof@v1\n'],
    ['another version', EXAMPLE.replace('@v1', '@v2')],
    ['an index that is no number', EXAMPLE.replace('73894', 'x')],
    ['an index with a leading zero', EXAMPLE.replace('73894', '073894')],
    ['an extra that is no base64', EXAMPLE.replace('YWdl', '!Wdl')],
    ['the extra after the index', EXAMPLE.replace(/(extra .*\n)(index .*\n)/, '$2$1')],
    ['a hash of 31 bytes', EXAMPLE.replace(/gSKy.*=/, toBase64(new Uint8Array(31)))],
    ['too many hashes', EXAMPLE.replace('\n\n', `\n${`${toBase64(new Uint8Array(32))}\n`.repeat(64)}\n`)],
    ['line ends of another system', EXAMPLE.replaceAll('\n', '\r\n')],
  ];
  for (const [what, text] of malformed) {
    test(`with ${what} is refused`, () => assert.ok(!parseProofFile(text).ok));
  }

  test('comes back as it was', () => {
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const file = fc.record({
      index: fc.maxSafeNat(),
      hashes: fc.array(hash, { maxLength: 63 }),
      extra: fc.uint8Array(),
    });
    fc.assert(
      fc.property(file, (one) => {
        const whole = { ...one, checkpoint: 'log\n1\n' };
        const parsed = parseProofFile(formatProofFile(whole));
        assert.ok(parsed.ok);
        assert.deepEqual(parsed.value, whole);
      }),
    );
  });
});

describe('the opening of an entry', () => {
  const opening = {
    salt: new Uint8Array(32).fill(7),
    contentHash: new Uint8Array(32).fill(9),
    kind: 'sent',
    at: new Date('2026-11-23T08:00:00Z'),
    index: 4,
  } as const;

  test('makes the leaf of the entry as the log hashes it', async () => {
    const { createHash } = await import('node:crypto');
    const h = createHash('sha256').update(opening.salt).update(opening.contentHash).digest('base64url');
    const entry = `{"at":"2026-11-23T08:00:00.000Z","h":"${h}","seq":4,"t":"sent"}`;
    const leaf = createHash('sha256')
      .update(Buffer.from([0]))
      .update(entry)
      .digest();
    assert.deepEqual(Buffer.from(leafOf(opening)), leaf);
  });

  test('comes back as it was, and no other text is one', () => {
    const bytes = formatOpening(opening);
    assert.deepEqual(parseOpening(bytes), opening);
    const text = Buffer.from(bytes).toString();
    const others = [
      '',
      '[]',
      `${text} `,
      text.replace('"seq":4', '"seq":"4"'),
      text.replace('sent', 'lost'),
      text.replace('.000Z', 'Z'),
      text.replace('}', ',"more":1}'),
      text.replace(/"salt":"..../, '"salt":"'),
    ];
    for (const other of others) assert.equal(parseOpening(Buffer.from(other)), undefined, other);
  });
});
