/**
 * Persons and what belongs to them, in the names that Norway's pension agency publishes (docs/sed.md names the
 * files). A `bruker` is a person with address, parents and bank.
 */
import type { Json } from '@urtuu/kernel';
import { amount, code, country, currency, day, sex, text } from '../converters.ts';
import { block, derived, each, first, leaf, pick, type Rule } from '../rule.ts';
import { member } from '../tree.ts';

/** The first `eessisak` carries the number of the case at the sending institution. */
export const INSTITUTION: readonly Rule[] = [
  leaf('institusjonsid', 'institutionId', text),
  leaf('institusjonsnavn', 'name', text),
  leaf('saksnummer', 'fileNumber', text),
  leaf('land', 'country', country),
];

export const OWN_CASE: Rule = first('nav.eessisak', 'institution', INSTITUTION, { needs: ['country'] });

export const ADDRESS: readonly Rule[] = [
  leaf('gate', 'street', text),
  leaf('bygning', 'building', text),
  leaf('by', 'town', text),
  leaf('postnummer', 'postcode', text),
  leaf('region', 'region', text),
  leaf('land', 'country', country),
  leaf('startdato', 'from', day),
];

export const FREQUENCY = {
  aarlig: '01',
  kvartalsvis: '02',
  maaned_12_per_aar: '03',
  maaned_13_per_aar: '04',
  maaned_14_per_aar: '05',
  ukentlig: '06',
  annet: '99',
} as const;

export const frequency = code('urtuu:frequency', FREQUENCY);
export const basis = code('urtuu:basis', {
  botid: '01',
  basert_på_botid: '01',
  i_arbeid: '02',
  basert_på_arbeid: '02',
  annet: '99',
});
export const role = code('urtuu:person-role');

/** An amount that is paid again and again. `names` are the members of the SED. */
export function recurring(names: { amount: string; frequency: string; since: string }): readonly Rule[] {
  return [
    leaf(names.amount, 'amount', amount),
    leaf('valuta', 'currency', currency),
    leaf(names.frequency, 'frequency', frequency),
    leaf(names.since, 'since', day),
  ];
}

export const NEEDS_SUM = { needs: ['amount', 'currency'] } as const;

const PIN: readonly Rule[] = [
  leaf('identifikator', 'value', text),
  leaf('land', 'country', country),
  leaf('sektor', 'sector', text),
  leaf('institusjonsid', 'institutionId', text),
  leaf('institusjon.institusjonsid', 'institutionId', text, { alias: true }),
  derived('scheme', schemeOf),
];

const IIN = /^\d{12}$/;
const REGISTER = /^[А-ЯЁҮӨ]{2}\d{8}$/u;

/** The national scheme, where the country and the form leave no doubt; else the country's number, unnamed. */
function schemeOf(identifier: Json): string | undefined {
  const state = member(identifier, 'country');
  const value = member(identifier, 'value');
  if (typeof state !== 'string' || typeof value !== 'string') return undefined;
  if (state === 'KZ' && IIN.test(value)) return 'kz.iin';
  if (state === 'MN' && REGISTER.test(value)) return 'mn.register';
  return `${state.toLowerCase()}.pin`;
}

/** SEDs have no member for the script. Letters of one script tell it, as far as they can. */
function scriptOf(name: Json): string {
  const letters = `${textOf(name, 'family') ?? ''}${textOf(name, 'given') ?? ''}`;
  if (/\p{Script=Cyrillic}/u.test(letters)) return 'Cyrl';
  if (/\p{Script=Latin}/u.test(letters)) return 'Latn';
  return 'Zyyy';
}

function name(family: string, given: string): readonly Rule[] {
  return [leaf(family, 'family', text), leaf(given, 'given', text), derived('script', scriptOf)];
}

const NEEDS_GIVEN = { needs: ['given'] } as const;

/** A SED has one name; EESSI writes Latin letters, so ours in Latin goes first. */
const isCurrent = (item: Json): boolean => [undefined, 'current'].includes(textOf(item, 'use'));
const latinFirst = (item: Json): number => (textOf(item, 'script') === 'Latn' ? 0 : 1);

function textOf(value: Json, name: string): string | undefined {
  const found = member(value, name);
  return typeof found === 'string' ? found : undefined;
}

export const PERSON: readonly Rule[] = [
  each('pin', 'identifiers', PIN, { always: true }),
  pick('', 'names', name('etternavn', 'fornavn'), {
    ...NEEDS_GIVEN,
    matches: isCurrent,
    rank: latinFirst,
  }),
  pick('', 'names', name('etternavnvedfoedsel', 'fornavnvedfoedsel'), {
    ...NEEDS_GIVEN,
    where: { use: 'birth' },
    rank: latinFirst,
  }),
  pick('', 'names', name('tidligereetternavn', 'tidligerefornavn'), {
    ...NEEDS_GIVEN,
    where: { use: 'former' },
    rank: latinFirst,
  }),
  derived('names', () => []),
  leaf('kjoenn', 'sex', sex),
  leaf('foedselsdato', 'birthDate', day),
  each('statsborgerskap', 'citizenships', [leaf('land', '', country)]),
  leaf('foedested.by', 'birthPlace.town', text),
  leaf('foedested.region', 'birthPlace.region', text),
  leaf('foedested.land', 'birthPlace.country', country),
  each(
    'sivilstand',
    'maritalStatuses',
    [leaf('status', 'status', code('eessi:marital-status')), leaf('fradato', 'from', day)],
    { single: true, needs: ['status'] },
  ),
  leaf('doedsdato', 'deathDate', day),
  leaf('dodsDetalj.dato', 'deathDate', day, { alias: true }),
  each('kontakt.telefon', 'phones', [leaf('nummer', '', text)]),
  each('kontakt.email', 'emails', [leaf('adresse', '', text)]),
  leaf('relasjontilavdod.relasjon', 'relation', code('urtuu:relation')),
];

const PARENT = name('etternavnvedfoedsel', 'fornavn');

/** Somebody with parents: what stands under `bruker`, `ektefelle`, `barn`, `gjenlevende`, `annenperson`. */
export const PARTY: readonly Rule[] = [
  block('person', '', PERSON),
  block('mor.person', 'mother', PARENT, NEEDS_GIVEN),
  block('far.person', 'father', PARENT, NEEDS_GIVEN),
];

export const NEEDS_COUNTRY = { needs: ['country'] } as const;

export const BANK: readonly Rule[] = [
  leaf('konto.sepa.iban', 'iban', text),
  leaf('konto.kontonr', 'accountNumber', text),
  leaf('konto.sepa.swift', 'bic', text),
  leaf('konto.ikkesepa.swift', 'bic', text, { alias: true }),
  leaf('navn', 'bankName', text),
  block('adresse', 'bankAddress', ADDRESS, NEEDS_COUNTRY),
  leaf('konto.innehaver.navn', 'holder.name', text),
  leaf('konto.innehaver.rolle', 'holder.role', text),
];
