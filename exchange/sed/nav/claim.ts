/** The claims P2000, P2100 and P2200, and P15000, a case begun before the systems were joined. */
import type { Json } from '@urtuu/kernel';
import { amount, code, country, day, text } from '../converters.ts';
import { block, derived, each, first, implied, joined, leaf, pick, type Rule } from '../rule.ts';
import { member } from '../tree.ts';
import {
  ADDRESS,
  BANK,
  basis,
  INSTITUTION,
  NEEDS_COUNTRY,
  NEEDS_SUM,
  OWN_CASE,
  PARTY,
  recurring,
} from './person.ts';

const BENEFIT: readonly Rule[] = [
  leaf('ytelse', 'benefit', code('urtuu:pension-kind')),
  leaf('status', 'status', code('urtuu:benefit-status')),
  leaf('startdatoretttilytelse', 'entitlementFrom', day),
  leaf('startdatoutbetaling', 'paymentFrom', day),
  leaf('sluttdatoutbetaling', 'paymentTo', day),
  leaf('sluttdatoUtbetaling', 'paymentTo', day, { alias: true }),
  leaf('mottasbasertpaa', 'basis', basis),
  each(
    'beloep',
    'amounts',
    recurring({ amount: 'beloep', frequency: 'betalingshyppighetytelse', since: 'gjeldendesiden' }),
    NEEDS_SUM,
  ),
  block('institusjon', 'institution', INSTITUTION, NEEDS_COUNTRY),
  leaf('pin.identifikator', 'identifier', text),
];

const EMPLOYMENT: readonly Rule[] = [
  leaf('type', 'kind', text),
  leaf('yrke', 'occupation', text),
  leaf('arbeidstimerperuke', 'hoursPerWeek', amount),
  leaf('planlagtstartdato', 'plannedStart', day),
  leaf('planlagtpensjoneringsdato', 'plannedRetirement', day),
  each(
    'inntekt',
    'income',
    recurring({ amount: 'beloep', frequency: 'betalingshyppighetinntekt', since: 'beloeputbetaltsiden' }),
    NEEDS_SUM,
  ),
];

const DEFERRAL: readonly Rule[] = [
  leaf('land', 'country', country),
  leaf('institusjon.institusjonsid', 'institution.institutionId', text),
  leaf('institusjon.institusjonsnavn', 'institution.name', text),
  leaf('institusjon.saksnummer', 'institution.fileNumber', text),
  leaf('institusjon.land', 'institution.country', country),
  leaf('tildato', 'until', day),
  derived('country', (deferral) => member(deferral, 'institution', 'country')),
];

/** The representative of a claim is a person, of a P9000 or P10000 a name. */
function guardian(name: Rule): Rule {
  return block(
    'nav.verge',
    'guardian',
    [name, leaf('vergemaal.mandat', 'mandate', text), block('adresse', 'address', ADDRESS, NEEDS_COUNTRY)],
    { needs: ['name'] },
  );
}

export const NAMED_GUARDIAN: Rule = guardian(leaf('vergenavn', 'name', text));

/** What the three claims have alike beside the claimant. */
const CLAIM: readonly Rule[] = [
  OWN_CASE,
  leaf('nav.krav.dato', 'claim.claimDate', day),
  leaf('pensjon.kravDato.dato', 'claim.claimDate', day, { alias: true }),
  leaf('pensjon.forespurtstartdato', 'claim.requestedFrom', day),
  leaf('pensjon.angitidligstdato', 'earliestDate', day),
  guardian(joined(['person.etternavn', 'person.fornavn'], 'name')),
  block('nav.ektefelle', 'spouse', PARTY),
  each('nav.barn', 'children', PARTY),
  each('pensjon.utsettelse', 'deferrals', DEFERRAL, NEEDS_COUNTRY),
  each('pensjon.ytelser', 'benefitsHeld', BENEFIT, { needs: ['benefit'] }),
  each('pensjon.bruker.arbeidsforhold', 'employments', EMPLOYMENT),
  each('nav.bruker.arbeidsforhold', 'employments', EMPLOYMENT, { alias: true }),
  first('pensjon.vedtak', '', [first('trekkgrunnlag', 'setOffGround', [leaf('', '', text)])]),
  each('pensjon.vedlegg', 'attachmentKinds', [leaf('', '', code('eessi:attachment-kind'))]),
  pick('pensjon.etterspurtedokumenter', 'documentsAskedFor', [leaf('', '', text)]),
  leaf('pensjon.ytterligeinformasjon', 'remarks', text),
  // The claimant's own account of periods comes apart, as P4000.
  implied('statement', []),
  derived('claim.residence', residence),
];

/** Who lives at an address in a state lives in that state. */
function residence(claim: Json): Json | undefined {
  return member(claim, 'address', 'country');
}

const CLAIMANT: readonly Rule[] = [
  block('nav.bruker', 'person', PARTY),
  block('nav.bruker.adresse', 'address', ADDRESS, NEEDS_COUNTRY),
  block('nav.bruker.bank', 'bankAccount', BANK),
];

export const P2000: readonly Rule[] = [...CLAIMANT, ...CLAIM, implied('claim.kind', '01')];
export const P2200: readonly Rule[] = [...CLAIMANT, ...CLAIM, implied('claim.kind', '03')];

/** The insured person of a P2100 is the deceased; the survivor claims. */
export const P2100: readonly Rule[] = [
  block('nav.bruker', 'deceased', PARTY),
  block('nav.bruker.bank', 'bankAccount', BANK),
  block('pensjon.gjenlevende', 'person', PARTY),
  block('pensjon.gjenlevende.adresse', 'address', ADDRESS, NEEDS_COUNTRY),
  ...CLAIM,
  implied('claim.kind', '02'),
];

export const P15000: readonly Rule[] = [
  OWN_CASE,
  block('nav.bruker', 'person', PARTY),
  block('nav.bruker.adresse', 'address', ADDRESS, NEEDS_COUNTRY),
  leaf('nav.krav.dato', 'claim.claimDate', day),
  leaf('nav.krav.type', 'claim.kind', text),
  pick('pensjon.gjenlevende', 'otherPersons', [block('', 'person', PARTY)], {
    where: { role: { system: 'urtuu:person-role', code: '01' } },
  }),
];
