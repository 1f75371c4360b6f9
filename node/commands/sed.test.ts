import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runCommandLine } from './main.ts';
import { recordingTerminal } from './recording-terminal.ts';

const EXAMPLE = 'examples/sed/p5000.json';
const CERTIFICATE = 'exchange/documents/examples/period-certificate.json';

async function sed(args: readonly string[], stdin?: string) {
  const terminal = recordingTerminal(stdin === undefined ? {} : { stdin });
  const code = await runCommandLine(['sed', ...args], terminal);
  return { code, out: terminal.output.join('\n'), err: terminal.errors.join('\n') };
}

const importing = (value: unknown, ...more: string[]) =>
  sed(['import', '-', ...more], typeof value === 'string' ? value : JSON.stringify(value));

const exporting = (value: unknown) => sed(['export', '-'], JSON.stringify(value));

describe('urtuu sed import', () => {
  test('reads a certificate, names its losses, and tells which way of counting each sum agrees with', async () => {
    const { code, out } = await sed(['import', EXAMPLE]);
    assert.equal(code, 0);
    assert.match(out, /P5000 \(nav\) +→ +PeriodCertificate/);
    assert.match(out, /medlemskapTotal\/0\/relevans +"111" +no place/);
    assert.match(out, /periods\/1\/statedSum +2 m +agrees with months-touched$/m);
    assert.match(out, /periods\/2\/statedSum +364 d +agrees with calendar-exclusive$/m);
    assert.match(out, /periods\/3\/statedSum +40 d +agrees with no convention$/m);
    assert.match(out, /calendar +364 stated, 365 counted days, -1/);
  });

  test('gives JSON with the document, losses, what was supplied, and the sums', async () => {
    const { out } = await sed(['import', EXAMPLE, '--json']);
    const found = JSON.parse(out) as {
      document: { type: string; content: { periods: unknown[] } };
      losses: { pointer: string }[];
      sums: { agreesWith: string[] }[];
    };
    assert.equal(found.document.type, 'PeriodCertificate');
    assert.equal(found.document.content.periods.length, 4);
    assert.deepEqual(
      found.losses.map(({ pointer }) => pointer),
      ['/pensjon/medlemskapTotal/0/relevans', '/pensjon/trygdetid/0/beregning'],
    );
    assert.equal(found.sums.length, 6);
  });

  test('ends with 3 and names the members that the SED does not say', async () => {
    const { code, out } = await importing({
      sed: 'P2000',
      nav: {
        bruker: {
          person: { fornavn: 'Yerlan', kjoenn: 'f', foedselsdato: 'æøå' },
          adresse: { land: 'KZ', by: 'Talgar' },
        },
        krav: { dato: '2026-10-05' },
      },
    });
    assert.equal(code, 3);
    assert.match(out, /to be added\n +\/claim\/filedIn/);
    assert.match(out, /foedselsdato +"æøå" +not what this member holds/);
    assert.match(out, /kjoenn +"f" +written otherwise/);
    assert.match(out, /supplied\n(?:.*\n)* +\/claim\/residence/);
  });

  test('carries a code that nobody knows, and flags it', async () => {
    const { out } = await importing({
      sed: 'P5000',
      pensjon: { medlemskapboarbeid: { enkeltkrav: { krav: '77' } } },
    });
    assert.match(out, /unknown codes\n +\/pensionKind +urtuu:pension-kind 77/);
  });

  const wrong: readonly (readonly [string, string, RegExp])[] = [
    ['no JSON', '{"sed":', /json-syntax/],
    ['a member twice', '{"sed":"P5000","nav":{"krav":{},"krav":{}}}', /\/nav\/krav: json-duplicate-member/],
    ['a list', '[]', /\(whole file\): not-an-object/],
    ['a SED nobody maps', '{"sed":"P3000","nav":{}}', /\/sed: sed-unknown: found "P3000"/],
    ['no SED', '{"nav":{}}', /\/sed: sed-unknown: found nothing/],
    ['neither dialect', '{"sed":"P5000"}', /dialect-unclear/],
    [
      'a text for a list',
      '{"sed":"P5000","nav":{"bruker":{"person":{"pin":"1"}}}}',
      /\/nav\/bruker\/person\/pin: wrong-type: wanted a list/,
    ],
    [
      'a list for a text',
      '{"sed":"P5000","nav":{"bruker":{"person":{"fornavn":["A"]}}}}',
      /\/nav\/bruker\/person\/fornavn: wrong-type: wanted a text/,
    ],
    [
      'a number for a text',
      '{"sed":"P5000","nav":{"bruker":{"person":{"fornavn":5}}}}',
      /\/nav\/bruker\/person\/fornavn: wrong-type: wanted a text/,
    ],
    [
      'a text for a block',
      '{"sed":"P5000","nav":{"bruker":"A"}}',
      /\/nav\/bruker: wrong-type: wanted an object/,
    ],
  ];
  for (const [what, text, told] of wrong)
    test(`refuses ${what} with a pointer, and ends with 2`, async () => {
      const { code, out, err } = await importing(text);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, told);
    });

  test('refuses a dialect it does not know', async () => {
    const { code, err } = await sed(['import', EXAMPLE, '--dialect', 'danish']);
    assert.equal(code, 2);
    assert.match(err, /--dialect: found danish, wanted nav or plain/);
  });
});

describe('urtuu sed export', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'urtuu-sed-'));
  });
  after(async () => {
    await rm(folder, { recursive: true });
  });

  test('writes a certificate and names what the SED has no place for', async () => {
    const { code, out } = await sed(['export', CERTIFICATE]);
    assert.equal(code, 0);
    assert.match(out, /\/content\/periods\/0\/periodId +"mn-1" +no place/);
    assert.match(out, /"medlemskapboarbeid"/);
    assert.match(out, /"sedGVer": "4"/);
  });

  test('writes a file that the import reads back whole, in plain names', async () => {
    const file = join(folder, 'plain.json');
    const { code } = await sed(['export', CERTIFICATE, '--dialect', 'plain', '--out', file]);
    assert.equal(code, 0);
    const back = JSON.parse((await sed(['import', file, '--json'])).out) as {
      dialect: string;
      losses: unknown[];
      document: { content: unknown };
    };
    const { content } = JSON.parse(await readFile(CERTIFICATE, 'utf8')) as { content: unknown };
    assert.equal(back.dialect, 'plain');
    assert.deepEqual(back.losses, []);
    assert.deepEqual(back.document.content, content);
  });

  test('takes the version asked for, and refuses one that is none', async () => {
    const asked = await sed(['export', CERTIFICATE, '--sed-version', '4.4', '--json']);
    assert.match(asked.out, /"sedVer": "4"/);
    assert.equal((await sed(['export', CERTIFICATE, '--sed-version', 'latest'])).code, 2);
  });

  test('refuses what is no document, has no SED, or does not pass its schema', async () => {
    assert.match((await exporting({ type: 'Letter', content: {} })).err, /\/type: document-type-unknown/);
    assert.match(
      (await exporting({ type: 'LifeCertificate', content: {} })).err,
      /\/type: document-without-sed/,
    );
    const invalid = await exporting({ type: 'remind', content: { items: [{}] } });
    assert.equal(invalid.code, 2);
    assert.match(invalid.err, /\/content\/items\/0\/type: document-invalid/);
  });

  test('tells that a file cannot be written', async () => {
    const { code, err } = await sed(['export', CERTIFICATE, '--out', join(folder, 'no', 'where.json')]);
    assert.equal(code, 2);
    assert.match(err, /cannot be written \(ENOENT\)/);
  });
});
