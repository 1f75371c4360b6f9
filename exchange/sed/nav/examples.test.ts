/** What the constructed SEDs of `examples/sed` say, member by member, and what of them is lost. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, test } from 'node:test';
import { isJsonList, type Json } from '@urtuu/kernel';
import { importSed } from '../sed.ts';
import { DOCUMENT_OF_SED, SED_NAMES } from '../sed-names.ts';
import { member } from '../tree.ts';

interface Expected {
  /** places of the document with their values */
  readonly says: Readonly<Record<string, Json>>;
  readonly loses: readonly string[];
  readonly wants?: readonly string[];
}

const PERSON = {
  'identifiers.0.scheme': 'kz.iin',
  'identifiers.0.value': '620315399020',
  'identifiers.0.institutionId': 'KZ:EXAMPLE',
  'identifiers.0.sector': 'pensjoner',
  'names.0.family': 'Akhmet',
  'names.0.given': 'Yerlan',
  'names.0.script': 'Latn',
  sex: 'male',
  birthDate: '1962-03-15',
} as const;
const WIFE = { 'names.0.given': 'Aigul', sex: 'female', 'identifiers.0.value': '641005499048' } as const;
const NUMBER = '/nav/bruker/person/pin/0/institusjonsnavn no-place';
const CONTEXT = { 'context.name': 'Akhmet, Yerlan', 'context.birthDate': '1962-03-15' } as const;
const SEX_OF_CONTEXT = '/nav/sak/kontekst/bruker/person/kjoenn no-place';
const INSTITUTION = {
  'institution.institutionId': 'NO:EXAMPLE1',
  'institution.name': 'Institution of the example',
  'institution.fileNumber': 'EX-2026-1',
  'institution.country': 'NO',
} as const;

const under = (place: string, members: Readonly<Record<string, Json>>) =>
  Object.fromEntries(Object.entries(members).map(([name, value]) => [`${place}.${name}`, value]));

const INFORMATION = {
  activity: 'driver',
  'incomes.0.amount': '56000',
  'incomes.0.since': '2025-08-11',
  'schooling.0.school': 'Technical school',
  'schooling.0.to': '1981-06-30',
  'benefitsHeld.0.benefit.code': '10',
  'benefitsHeld.0.entitlementFrom': '2025-03-15',
  'benefitsHeld.0.paymentFrom': '2025-04-01',
  'benefitsHeld.0.amounts.0.frequency.code': '03',
  'declaration.date': '2026-10-01',
  'declaration.text': 'I still work.',
  remarks: 'Constructed.',
} as const;
const WORK_LOST = [
  '/pensjon/merinformasjon/yrkesaktiv/0/timerpruke no-place',
  '/pensjon/merinformasjon/yrkesaktiv/0/startdato no-place',
  '/pensjon/merinformasjon/infoinntekt/0/inntektskilde no-place',
];

const EXPECTED: Readonly<Record<string, Expected>> = {
  P2000: {
    says: {
      ...INSTITUTION,
      ...under('person', PERSON),
      'person.citizenships.0': 'KZ',
      'person.birthPlace.town': 'Olgii',
      'person.names.1.use': 'birth',
      'person.names.1.family': 'Akhmetov',
      'person.maritalStatuses.0.status.code': 'gift',
      'person.phones.0': '+7 700 000 99 02',
      'person.emails.0': 'yerlan@example.org',
      'person.mother.family': 'Sagatova',
      'person.father.given': 'Akhmet',
      'address.street': 'Abai 9',
      'bankAccount.iban': 'KZ00TEST000000009902',
      'bankAccount.bic': 'TESTKZKA',
      'bankAccount.holder.name': 'Yerlan Akhmet',
      'claim.claimDate': '2026-10-05',
      'claim.requestedFrom': '2026-11-01',
      'claim.kind': '01',
      'claim.residence': 'KZ',
      'guardian.name': 'Akhmet, Aigul',
      'guardian.mandate': '2026/9902',
      ...under('spouse', WIFE),
      'children.0.names.0.given': 'Daniyar',
      'deferrals.0.country': 'MN',
      'deferrals.0.until': '2027-01-01',
      'benefitsHeld.0.benefit.code': '10',
      'benefitsHeld.0.status.code': '02',
      'benefitsHeld.0.basis.code': '02',
      'benefitsHeld.0.amounts.0.frequency.code': '03',
      'benefitsHeld.0.identifier': 'KZ-P-9902',
      'employments.0.hoursPerWeek': '40',
      'employments.0.income.0.since': '2026-01-01',
      setOffGround: '987_2009_Art_72_1',
      'attachmentKinds.0.code': 'arbeidsattester',
      'documentsAskedFor.0': 'labour book',
      remarks: 'Constructed.',
    },
    loses: [
      NUMBER,
      '/nav/bruker/person/kontakt/telefon/0/type no-place',
      '/nav/ektefelle/person/kjoenn spelling',
      '/nav/ektefelle/type no-place',
      '/nav/barn/0/person/kjoenn spelling',
      '/nav/barn/0/relasjontilbruker no-place',
      '/pensjon/ytelser/0/mottasbasertpaa spelling',
      '/pensjon/ytelser/0/beloep/0/betalingshyppighetytelse spelling',
      '/pensjon/ytelser/0/totalbruttobeloeparbeidsbasert no-place',
      '/pensjon/angitidligstdato unreadable',
      '/pensjon/vedtak/0/mottaker/0 no-place',
      '/pensjon/kravDato/dato repeated',
    ],
    wants: ['/claim/filedIn'],
  },
  P2100: {
    says: {
      'claim.kind': '02',
      ...under('deceased', PERSON),
      'deceased.deathDate': '2026-06-01',
      ...under('person', WIFE),
      'person.relation.code': '01',
      'address.town': 'Talgar',
    },
    loses: [
      NUMBER,
      '/nav/bruker/person/dodsDetalj/dato spelling',
      '/nav/bruker/person/dodsDetalj/sted no-place',
      '/pensjon/gjenlevende/person/kjoenn spelling',
      '/pensjon/gjenlevende/person/relasjontilavdod/harfellesbarn no-place',
    ],
  },
  P2200: {
    says: { 'claim.kind': '03', ...under('person', PERSON) },
    loses: [NUMBER, '/nav/bruker/uforhet/arbeidsUlykke no-place'],
  },
  P4000: {
    says: {
      'periods.0.kind': 'training',
      'periods.1.kind': 'military',
      'periods.1.uncertainDates': true,
      'periods.2.kind': 'work',
      'periods.2.employer.name': 'Motor depot of Olgii',
      'periods.2.country': 'MN',
      'periods.2.registrationNumber': '9902',
      'periods.2.job': 'driver',
      'periods.2.jobKind': '01',
      'periods.2.uncertainDates': false,
      'periods.3.kind': 'childCare',
      'periods.3.child.birthDate': '1991-05-05',
      'periods.3.to': '1992-05-05',
      'periods.4.kind': 'residence',
      'periods.4.from': '2012-05-10',
      'periods.4.to': null,
      'periods.4.note': 'to this day',
    },
    loses: [NUMBER, '/trygdetid/opplaeringPerioder/0/navnPaaInstitusjon no-place'],
  },
  P5000: {
    says: {
      'pensionKind.code': '10',
      anyPeriods: true,
      separateCertificateFollows: false,
      'periods.0.type.code': '11',
      'periods.0.scheme.code': '00',
      'periods.0.relevance': '111',
      'periods.0.from': '1996-01-01',
      'periods.0.to': '1997-12-31',
      'periods.0.statedSum.years': 2,
      'periods.0.statedSum.dayBasis': 7,
      'periods.2.insured': false,
      'periods.2.kind': 'residence',
      'periods.3.calculation': '000',
      'entitlementTotals.0.type.code': '10',
      'entitlementTotals.0.sum.months': 2,
      'calculationTotals.0.sum.years': 1,
      'counting.method': 'undeclared',
    },
    loses: ['/pensjon/medlemskapTotal/0/relevans no-place', '/pensjon/trygdetid/0/beregning no-place'],
  },
  P6000: {
    says: {
      decidedOn: '2026-11-20',
      result: 'undetermined',
      country: 'NO',
      institutionId: 'NO:EXAMPLE1',
      'pensions.0.kind.code': '10',
      'pensions.0.result.code': '01',
      'pensions.0.effectiveFrom': '2026-11-01',
      'pensions.0.runFrom': '2026-11-20',
      'pensions.0.calculations.0.gross': '523.50',
      'pensions.0.calculations.0.basicPart': '400',
      'pensions.0.calculations.0.supplementPart': '123.50',
      'pensions.0.calculations.0.net': '500',
      'pensions.1.kind.code': '30',
      'pensions.1.refusalReasons.0.code': '03',
      'pensions.1.refusalReasons.0.text': 'no invalidity',
      'reductions.0.cause': '06',
      'reductions.0.to': '2027-09-01',
      'otherInstitutions.0.country': 'SE',
      'cessation.annulledOn': '2027-11-01',
      'appeal.timeLimit': 'six weeks from the date the decision is received',
    },
    loses: [
      NUMBER,
      '/pensjon/vedtak/0/grunnlag/opptjening/forsikredeAnnen no-place',
      '/pensjon/vedtak/0/beregning/0/utbetalingshyppighet spelling',
      '/pensjon/sak/artikkel54 no-place',
      '/pensjon/tilleggsinformasjon/andreinstitusjoner/0/poststed no-place',
    ],
    wants: ['/decisionId', '/law'],
  },
  P7000: {
    says: {
      'granted.0.pensionKind.code': '10',
      'granted.0.institution.fileNumber': 'S-NO',
      'granted.0.decidedOn': '2026-11-20',
      'granted.0.start': '2026-11-01',
      'granted.0.benefits.0.amount': '523.50',
      'granted.0.reductionGround': '02',
      'granted.0.appealDeadline': '2027-01-01',
      'refused.0.pensionKind.code': '30',
      'refused.0.reason': '06',
      'refused.0.appealDeadline': 'six weeks',
      'refused.0.institution.country': 'SE',
    },
    loses: [
      NUMBER,
      '/pensjon/samletVedtak/tildeltepensjoner/0/institusjon/sektor no-place',
      '/pensjon/samletVedtak/tildeltepensjoner/0/ytelser/0/startdatoutbetaling no-place',
      '/pensjon/samletVedtak/tildeltepensjoner/0/adressatForRevurdering/0/adressatforrevurdering no-place',
      '/pensjon/samletVedtak/avslag/0/pin/identifikator no-place',
    ],
  },
  P8000: {
    says: {
      about: '02',
      'documentsWanted.0.document': 'P5000',
      'documentsWanted.1.document': 'P4000',
      ...under('otherPerson', WIFE),
      text: 'Please send the certificate.',
    },
    loses: [
      NUMBER,
      '/nav/annenperson/person/kjoenn spelling',
      '/nav/annenperson/person/rolle no-place',
      '/pensjon/anmodning/seder/0/sendFolgendeSEDer/1 spelling',
      '/pensjon/anmodning/seder/0/begrunnelse no-place',
    ],
  },
  P9000: {
    says: { ...INFORMATION, alive: true },
    loses: [NUMBER, ...WORK_LOST, '/pensjon/merinformasjon/livdoedinfo/land no-place'],
  },
  P10000: {
    says: {
      ...INFORMATION,
      alive: false,
      'death.date': '2026-11-10',
      'death.place': 'Talgar',
      'bankAccount.accountNumber': '1111',
      'bankAccount.bic': 'TESTKZKA',
      'bankAccount.bankAddress.town': 'Talgar',
      'guardian.name': 'Aigul Akhmet',
      'guardian.address.country': 'KZ',
      ...under('otherPerson', WIFE),
    },
    loses: [
      NUMBER,
      '/nav/bruker/bank/konto/ikkesepa/swift spelling',
      '/nav/annenperson/person/kjoenn spelling',
      ...WORK_LOST,
    ],
  },
  P14000: {
    says: {
      'maritalStatus.value.code': '05',
      'maritalStatus.from': '2026-08-01',
      'lifeSituation.value': '01',
      'address.from': '2026-08-01',
      'citizenship.value': 'KZ',
      'death.date': '2026-11-10',
    },
    loses: [
      NUMBER,
      '/nav/bruker/endringer/kjoenn/verdi unreadable',
      '/nav/bruker/endringer/kjoenn/startdato incomplete',
      '/nav/bruker/endringer/utvandret no-place',
    ],
  },
  P15000: {
    says: {
      'claim.claimDate': '1996-02-01',
      'claim.kind': '01',
      ...under('person', PERSON),
      ...under('otherPersons.0.person', WIFE),
      'otherPersons.0.role.code': '01',
    },
    loses: [NUMBER, '/pensjon/gjenlevende/person/kjoenn spelling'],
    wants: ['/agreement'],
  },
  H070: {
    says: {
      kind: 'death',
      date: '2026-11-10',
      place: 'Talgar',
      'attached.kinds.0.code': 'dødsattest',
      'attached.other': 'extract of the register',
      remarks: 'Constructed.',
    },
    loses: [NUMBER, '/nav/bruker/doedsfall/sted/adresse/land no-place'],
  },
  X001: {
    says: { ...CONTEXT, scope: 'global', 'reason.code': '01' },
    loses: [
      SEX_OF_CONTEXT,
      '/nav/sak/anmodning/avslutning/dato no-place',
      '/nav/sak/anmodning/avslutning/type no-place',
    ],
  },
  X005: {
    says: {
      ...CONTEXT,
      'institution.institutionId': 'NO:EXAMPLE2',
      'institution.country': 'NO',
      'reason.code': '99',
      'reason.text': 'competent for the archive',
    },
    loses: [SEX_OF_CONTEXT],
  },
  X006: {
    says: { ...CONTEXT, 'institution.name': 'Second institution' },
    loses: [SEX_OF_CONTEXT],
    wants: ['/reason'],
  },
  X008: {
    says: { ...CONTEXT, 'reason.code': '99', 'reason.text': 'wrong person' },
    loses: [
      SEX_OF_CONTEXT,
      '/nav/sak/ugyldiggjoere/sed/type no-place',
      '/nav/sak/ugyldiggjoere/sed/utstedelsesdato no-place',
    ],
    wants: ['/target'],
  },
  X009: {
    says: { ...CONTEXT, 'items.0.type': 'sed', 'items.0.details': 'P5000', 'items.1.details': 'labour book' },
    loses: [SEX_OF_CONTEXT],
  },
  X010: {
    says: {
      ...CONTEXT,
      'comingLater.0.information': 'P5000',
      'comingLater.0.expectedDate': '2027-01-15',
      'notAvailable.0.reason.code': '99',
      'notAvailable.0.reason.text': 'lost in a fire',
    },
    loses: [SEX_OF_CONTEXT],
  },
  X012: { says: CONTEXT, loses: [SEX_OF_CONTEXT], wants: ['/target', '/question'] },
};

function placeIn(value: Json, place: string): Json | undefined {
  return place
    .split('.')
    .reduce<Json | undefined>(
      (found, step) => (isJsonList(found) ? found[Number(step)] : member(found, step)),
      value,
    );
}

describe('a constructed SED of each kind', () => {
  const files = globSync('../../../examples/sed/*.json', { cwd: import.meta.dirname }).sort();

  for (const file of files) {
    const name = basename(file, '.json').toUpperCase();
    test(`says in our document what ${name} says, and the rest is named`, () => {
      const imported = importSed(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')));
      assert.ok(imported.ok, JSON.stringify(imported));
      const { sed, document, losses, faults, version } = imported.value;
      const expected = EXPECTED[name];
      assert.ok(expected !== undefined, `no expectation of ${name}`);
      assert.equal(sed, name);
      assert.equal(document.type, DOCUMENT_OF_SED[sed]);
      assert.deepEqual(version, { sedGVer: '4', sedVer: '2' });
      for (const [place, value] of Object.entries(expected.says))
        assert.deepEqual(placeIn(document.content, place), value, place);
      assert.deepEqual(
        losses.map(({ pointer, reason }) => `${pointer} ${reason}`),
        expected.loses,
      );
      assert.deepEqual(
        faults.map(({ pointer }) => pointer),
        expected.wants ?? [],
      );
    });
  }

  test('is there for every SED but those of which the context alone is public', () => {
    const shown = files.map((file) => basename(file, '.json').toUpperCase());
    assert.deepEqual(
      SED_NAMES.filter((name) => !shown.includes(name)),
      ['X002', 'X003', 'X004', 'X007', 'X011', 'X013', 'X050', 'X100'],
    );
  });
});
