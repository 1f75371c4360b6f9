/** The X series: administrative messages about a case. */
import type { Json } from '@urtuu/kernel';
import { day, text } from '../converters.ts';
import { block, derived, each, implied, joined, leaf, type Rule } from '../rule.ts';
import { member } from '../tree.ts';

/** By what a clerk finds the case. It is all whose names are public in X002–X004, X007, X011–X013, X050 and X100. */
const CONTEXT: Rule = block(
  'nav.sak.kontekst',
  'context',
  [
    joined(['bruker.person.etternavn', 'bruker.person.fornavn'], 'name'),
    leaf('bruker.person.foedselsdato', 'birthDate', day),
    leaf('arbeidsgiver.navn', 'employer', text),
    leaf('refusjonskrav.id', 'reimbursementClaim', text),
  ],
  { needs: ['name'] },
);

/** A coded reason; the free text stands for a reason that is none of the list, 99. */
const REASON: readonly Rule[] = [
  leaf('type', 'code', text),
  leaf('annet', 'text', text),
  derived('code', (reason) => (member(reason, 'text') === undefined ? undefined : '99')),
  implied('text', ''),
];
const NEEDS_CODE = { needs: ['code'] } as const;

/** Ids of institutions begin with their country: `NO:NAVT002`. */
const INSTITUTION: readonly Rule[] = [
  leaf('id', 'institutionId', text),
  leaf('navn', 'name', text),
  derived('country', countryOfId),
];

function countryOfId(institution: Json): string | undefined {
  const id = member(institution, 'institutionId');
  return typeof id === 'string' ? /^([A-Z]{2}):/.exec(id)?.[1] : undefined;
}

export const CONTEXT_ONLY: readonly Rule[] = [CONTEXT];

/** A close that is only local sends no SED; this one closes the case for everybody. */
export const X001: readonly Rule[] = [
  CONTEXT,
  block('nav.sak.anmodning.avslutning.aarsak', 'reason', REASON, NEEDS_CODE),
  implied('scope', 'global'),
];

export const X005: readonly Rule[] = [
  CONTEXT,
  block('nav.sak.leggtilinstitusjon.institusjon', 'institution', INSTITUTION),
  block('nav.sak.leggtilinstitusjon.grunn', 'reason', REASON, NEEDS_CODE),
];

export const X006: readonly Rule[] = [
  CONTEXT,
  block('nav.sak.fjerninstitusjon.institusjon', 'institution', INSTITUTION),
];

export const X008: readonly Rule[] = [
  CONTEXT,
  block('nav.sak.ugyldiggjoere.sed.grunn', 'reason', REASON, NEEDS_CODE),
];

export const X009: readonly Rule[] = [
  CONTEXT,
  each(
    'nav.sak.paaminnelse.sende',
    'items',
    [leaf('type', 'type', text), leaf('detaljer', 'details', text)],
    {
      always: true,
    },
  ),
];

export const X010: readonly Rule[] = [
  CONTEXT,
  each('nav.sak.paaminnelse.svar.informasjon.kommersenere', 'comingLater', [
    leaf('type', 'type', text),
    leaf('opplysninger', 'information', text),
    leaf('forventetdato', 'expectedDate', day),
  ]),
  each('nav.sak.paaminnelse.svar.informasjon.ikketilgjengelig', 'notAvailable', [
    leaf('type', 'type', text),
    leaf('opplysninger', 'information', text),
    block('grunn', 'reason', REASON, NEEDS_CODE),
  ]),
];
