import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Json } from '@urtuu/kernel';
import { exportSed, importSed, type Dialect, type ExportedSed, type ImportedSed } from './sed.ts';
import { member } from './tree.ts';

function reading(json: Json, dialect?: Dialect): ImportedSed {
  const found = importSed(json, { dialect });
  assert.ok(found.ok, JSON.stringify(found));
  return found.value;
}

function writing(
  name: string,
  dialect: Dialect,
  change: (content: Record<string, Json>) => void = () => {},
): ExportedSed {
  const { type, content } = JSON.parse(
    readFileSync(new URL(`../documents/examples/${name}.json`, import.meta.url), 'utf8'),
  ) as { type: string; content: Record<string, Json> };
  change(content);
  const found = exportSed({ type, content }, { dialect });
  assert.ok(found.ok, JSON.stringify(found));
  return found.value;
}

const lost = ({ losses }: Pick<ImportedSed, 'losses'>) =>
  losses.map(({ pointer, reason }) => `${pointer} ${reason}`);

const period = { land: 'NO', type: '11', ordning: '00', relevans: '111', beregning: '111' };

const claim = (other: string): Json => ({
  sed: 'P2000',
  nav: { krav: { dato: '2026-10-05' } },
  pensjon: { kravDato: { dato: other } },
});

const added = (id: string): ImportedSed =>
  reading({ sed: 'X005', nav: { sak: { leggtilinstitusjon: { institusjon: { id, navn: 'A' } } } } });

describe('a SED in the names of the pension agency', () => {
  for (const [written, ours, isSpelling] of [
    ['M', 'male', false],
    ['m', 'male', true],
    ['K', 'female', false],
    ['f', 'female', true],
    ['F', 'female', true],
    ['U', 'unknown', false],
    ['u', 'unknown', true],
  ] as const)
    test(`says the sex by ${written}`, () => {
      const read = reading({ sed: 'P8000', nav: { bruker: { person: { kjoenn: written } } } });
      assert.equal(member(read.document.content, 'person', 'sex'), ours);
      assert.deepEqual(lost(read), isSpelling ? ['/nav/bruker/person/kjoenn spelling'] : []);
    });

  test('may hold its periods where older ones did; they are read, and would be written at the newer place', () => {
    const fom = '2000-01-01';
    const read = reading({ sed: 'P5000', pensjon: { medlemskap: [{ ...period, periode: { fom } }] } });
    assert.equal(member(read.document.content, 'anyPeriods'), true);
    assert.ok(lost(read).includes('/pensjon/medlemskap/0/periode/fom spelling'));
    const both = reading({
      sed: 'P5000',
      pensjon: {
        medlemskapboarbeid: { medlemskap: [{ ...period, periode: { fom } }] },
        medlemskap: [{ ...period, periode: { fom: '1990-01-01' } }],
      },
    });
    assert.ok(lost(both).includes('/pensjon/medlemskap/0/periode/fom no-place'));
  });

  test('is told apart where it says one thing in two ways, alike or not', () => {
    assert.deepEqual(lost(reading(claim('2026-10-05'))), ['/pensjon/kravDato/dato repeated']);
    assert.deepEqual(lost(reading(claim('2026-10-06'))), ['/pensjon/kravDato/dato second-value']);
  });

  test('may hold nulls, empty lists and empty blocks, which say nothing', () => {
    const read = reading({
      sed: 'P8000',
      sedVer: null,
      nav: { bruker: null, barn: [] },
      pensjon: {},
      trygdetid: null,
    });
    assert.deepEqual(read.losses, []);
    assert.deepEqual(read.document.content, {});
  });

  test('may hold empty texts, which a failed mapping leaves behind: they are named, and make no empty member', () => {
    const read = reading({
      sed: 'P8000',
      nav: { bruker: { person: { etternavn: '', fornavn: 'Yerlan', sivilstand: { status: '' } } } },
    });
    assert.deepEqual(lost(read), [
      '/nav/bruker/person/etternavn unreadable',
      '/nav/bruker/person/sivilstand/status unreadable',
    ]);
    assert.deepEqual(read.faults, []);
  });

  test('loses a block of which our document must have more, rather than failing on it', () => {
    const read = reading({ sed: 'P2000', nav: { bruker: { adresse: { by: 'Talgar' } } } });
    assert.deepEqual(lost(read), ['/nav/bruker/adresse/by incomplete']);
  });

  test('keeps a pension number that is none of the list', () => {
    const read = reading({ sed: 'P6000', pensjon: { vedtak: [{ type: '06', resultat: '01' }] } });
    assert.deepEqual(read.unknownCodes, [
      { pointer: '/pensions/0/kind', system: 'eessi:decision-pension-type', code: '06' },
    ]);
  });

  test('has a country of an institution only where its id begins with one', () => {
    assert.equal(member(added('NO:A').document.content, 'institution', 'country'), 'NO');
    assert.deepEqual(
      added('A').faults.map(({ pointer }) => pointer),
      ['/institution/country'],
    );
  });
});

describe('a document written in the names of the pension agency', () => {
  test('gives the name in Latin letters, and names the others as lost', () => {
    const written = writing('claim-old-age', 'nav');
    assert.equal(member(written.json, 'nav', 'bruker', 'person', 'etternavn'), 'Akhmet');
    assert.ok(lost(written).includes('/content/person/names/0/family no-place'));
  });

  test('does not say by a code what the list of that code does not mean', () => {
    const written = writing('period-certificate', 'nav', (content) => {
      content['pensionKind'] = { system: 'kz:pension', code: '10' };
    });
    assert.equal(member(written.json, 'pensjon', 'medlemskapboarbeid', 'enkeltkrav'), undefined);
    assert.ok(lost(written).includes('/content/pensionKind/code other-code-list'));
    assert.deepEqual(written.unknownCodes, [
      { pointer: '/content/pensionKind', system: 'kz:pension', code: '10' },
    ]);
  });

  test('loses the label of a code, not the code', () => {
    const written = writing('period-certificate', 'nav', (content) => {
      content['pensionKind'] = { system: 'urtuu:pension-kind', code: '10', label: 'old-age' };
    });
    assert.ok(lost(written).includes('/content/pensionKind/label no-place'));
    assert.ok(!lost(written).some((line) => line.startsWith('/content/pensionKind/code')));
  });
});

describe('a SED in plain names', () => {
  test('has the neutral names of each member', () => {
    const claim = member(writing('claim-old-age', 'plain').json, 'content');
    assert.deepEqual(member(claim, 'statedEarliestDate'), '2025-03-15');
    assert.equal(member(claim, 'claim', 'requestedStartDate'), '2026-11-01');
    for (const name of ['deferral', 'institutionsNotClaimedFrom', 'employmentNow', 'setOffGround'])
      assert.notEqual(member(claim, name), undefined, name);
    const certificate = member(writing('period-certificate', 'plain').json, 'content');
    assert.notEqual(member(certificate, 'totalsForEntitlement'), undefined);
  });

  test('names what our document has no member for', () => {
    const read = reading({
      sed: 'X009',
      content: { items: [{ type: 'sed', colour: 'red' }], earliestDate: 'x' },
    });
    assert.deepEqual(lost(read), ['/content/items/0/colour no-place', '/content/earliestDate no-place']);
    assert.deepEqual(read.faults, []);
  });

  test('names what stands beside its content, a version of another type too', () => {
    const read = reading({ sed: 'X009', sedGVer: 4, content: { items: [] }, options: { type: 'nb' } });
    assert.deepEqual(lost(read), ['/sedGVer no-place', '/options/type no-place']);
    assert.deepEqual(read.version, {});
    const other = reading(
      { sed: 'X009', nav: { sak: { kontekst: { refusjonskrav: { id: '1' } } } } },
      'plain',
    );
    assert.deepEqual(lost(other), ['/nav/sak/kontekst/refusjonskrav/id no-place']);
  });

  test('is taken for what the caller says it is', () => {
    const read = reading({ sed: 'X009', content: { items: [] } }, 'nav');
    assert.equal(read.dialect, 'nav');
    assert.deepEqual(read.losses, []);
  });
});
