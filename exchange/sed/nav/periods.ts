/** P4000, the claimant's own account, and P5000, the institution's certificate. */
import { isJsonList, type Json } from '@urtuu/kernel';
import { branches, code, country, day, dayBasis, text, whole, yesNo } from '../converters.ts';
import { block, derived, each, implied, leaf, pick, sorted, type Rule } from '../rule.ts';
import { member } from '../tree.ts';
import { ADDRESS, NEEDS_COUNTRY, OWN_CASE, PARTY } from './person.ts';

export const CERTIFIED_SUM: readonly Rule[] = [
  leaf('aar', 'years', whole),
  leaf('kvartal', 'quarters', whole),
  leaf('maaneder', 'months', whole),
  leaf('uker', 'weeks', whole),
  leaf('dager.nr', 'days', whole),
  leaf('dager.type', 'dayBasis', dayBasis),
];

const periodType = code('urtuu:period-type');

const CERTIFIED: readonly Rule[] = [
  leaf('land', 'country', country),
  leaf('type', 'type', periodType),
  leaf('ordning', 'scheme', code('urtuu:scheme')),
  leaf('relevans', 'relevance', branches),
  leaf('beregning', 'calculation', branches),
  leaf('informasjonskalkulering', 'calculationInfo', text),
  leaf('yrke', 'occupation', text),
  leaf('periode.fom', 'from', day),
  leaf('periode.tom', 'to', day),
  block('sum', 'statedSum', CERTIFIED_SUM),
  implied('to', null),
  implied('precision', 'day'),
  implied('certainty', 'certified'),
  implied('evidence', []),
  derived('insured', (period) => isInsured(period)),
  derived('kind', (period) => KIND_OF_FAMILY[family(period)] ?? 'equivalent'),
  derived('periodId', (_period, index) => `sed-${index + 1}`),
];

/** The tens of a period type: 1x compulsory, 2x voluntary, 30 residence, 4x and 5x put on a par with insurance. */
function family(period: Json): string {
  const type = member(period, 'type', 'code');
  return typeof type === 'string' ? type.slice(0, 1) : '';
}

const KIND_OF_FAMILY: Readonly<Record<string, string>> = {
  '1': 'compulsory',
  '2': 'voluntary',
  '3': 'residence',
};

function isInsured(period: Json): boolean {
  return ['1', '2'].includes(family(period));
}

const TOTAL: readonly Rule[] = [leaf('type', 'type', periodType), block('sum', 'sum', CERTIFIED_SUM)];
const NEEDS_SUM = { needs: ['sum'] } as const;

export const P5000: readonly Rule[] = [
  OWN_CASE,
  block('nav.bruker', 'person', PARTY),
  block('pensjon.gjenlevende', 'survivor', PARTY),
  leaf('pensjon.medlemskapboarbeid.enkeltkrav.krav', 'pensionKind', code('urtuu:pension-kind')),
  leaf('pensjon.medlemskapboarbeid.gyldigperiode', 'anyPeriods', yesNo),
  each('pensjon.medlemskapboarbeid.medlemskap', 'periods', CERTIFIED, { always: true }),
  each('pensjon.medlemskap', 'periods', CERTIFIED, { alias: true }),
  each('pensjon.medlemskapTotal', 'entitlementTotals', TOTAL, NEEDS_SUM),
  each('pensjon.trygdetid', 'calculationTotals', TOTAL, NEEDS_SUM),
  leaf('pensjon.separatP5000sendes', 'separateCertificateFollows', yesNo),
  derived('anyPeriods', (certificate) => listOf(certificate, 'periods').length > 0),
  implied('earnings', []),
  implied('pensionsHeld', []),
  // A P5000 declares no way of counting. Its dates are inclusive; how its sums were counted is to be found out.
  implied('counting.bounds', 'inclusive'),
  implied('counting.method', 'undeclared'),
  derived('counting.dayBasis', dayBasisOf),
];

/** Five where some sum says so: weeks of seven days are the rule. */
function dayBasisOf(certificate: Json): number {
  const sums = listOf(certificate, 'periods').map((period) => member(period, 'statedSum', 'dayBasis'));
  return sums.includes(5) ? 5 : 7;
}

function listOf(value: Json, name: string): readonly Json[] {
  const found = member(value, name);
  return isJsonList(found) ? found : [];
}

const isOpen = (period: Json): boolean => typeof member(period, 'to') !== 'string';

const STATED: readonly Rule[] = [
  leaf('periode.lukketPeriode.fom', 'from', day, { writtenIf: (period) => !isOpen(period) }),
  leaf('periode.lukketPeriode.tom', 'to', day),
  leaf('periode.openPeriode.fom', 'from', day, { writtenIf: isOpen }),
  leaf('usikkerDatoIndikator', 'uncertainDates', yesNo),
  leaf('annenInformasjon', 'note', text),
  implied('to', null),
];

/** The lists of a P4000 whose items are alike, with the kind of our periods. */
const PLAIN_LISTS = {
  boPerioder: 'residence',
  opplaeringPerioder: 'training',
  forsvartjenestePerioder: 'military',
  sykePerioder: 'sickness',
  arbeidsledigPerioder: 'unemployment',
  foedselspermisjonPerioder: 'birthLeave',
  frivilligPerioder: 'voluntary',
  andrePerioder: 'other',
} as const;

const WORK: readonly Rule[] = [
  leaf('jobbUnderAnsattEllerSelvstendig', 'job', text),
  leaf('typePeriode', 'jobKind', text),
  leaf('forsikkringEllerRegistreringNr', 'registrationNumber', text),
  block(
    '',
    'employer',
    [leaf('navnFirma', 'name', text), block('adresseFirma', 'address', ADDRESS, NEEDS_COUNTRY)],
    { needs: ['name'] },
  ),
  derived('country', (period) => member(period, 'employer', 'address', 'country')),
  ...STATED,
];

const CHILD: readonly Rule[] = [
  pick('', 'names', [
    leaf('etternavn', 'family', text),
    leaf('fornavn', 'given', text),
    implied('script', 'Latn'),
  ]),
  leaf('foedseldato', 'birthDate', day),
  implied('identifiers', []),
];

export const P4000: readonly Rule[] = [
  OWN_CASE,
  block('nav.bruker', 'person', PARTY),
  each('trygdetid.ansattSelvstendigPerioder', 'periods', WORK, { where: { kind: 'work' }, always: true }),
  ...Object.entries(PLAIN_LISTS).map(([list, kind]) =>
    each(`trygdetid.${list}`, 'periods', [leaf('land', 'country', country), ...STATED], { where: { kind } }),
  ),
  each(
    'trygdetid.barnepassPerioder',
    'periods',
    [block('informasjonBarn', 'child', CHILD), leaf('informasjonBarn.land', 'country', country), ...STATED],
    { where: { kind: 'childCare' } },
  ),
  sorted('periods', 'from'),
];
