/** P8000, P9000 and P10000, questions and information; P14000, changed circumstances; H070, a death. */
import { code, country, day, firstOrSecond, named, sex, text } from '../converters.ts';
import { block, each, first, implied, leaf, type Rule } from '../rule.ts';
import { NAMED_GUARDIAN } from './claim.ts';
import { ADDRESS, BANK, NEEDS_COUNTRY, NEEDS_SUM, OWN_CASE, PARTY, recurring } from './person.ts';

/** The numbers under which a P8000 asks for SEDs. */
const askedSed = named({
  '01': 'P1000',
  '02': 'P1100',
  '03': 'P2000',
  '04': 'P2100',
  '05': 'P2200',
  '06': 'P4000',
  '07': 'P5000',
  '08': 'P6000',
  '09': 'P7000',
});

export const P8000: readonly Rule[] = [
  OWN_CASE,
  block('nav.bruker', 'person', PARTY),
  block('nav.annenperson', 'otherPerson', PARTY),
  leaf('pensjon.anmodning.referanseTilPerson', 'about', text),
  first('pensjon.anmodning.seder', '', [
    each('sendFolgendeSEDer', 'documentsWanted', [leaf('', 'document', askedSed)]),
  ]),
  leaf('pensjon.ytterligeinformasjon', 'text', text),
];

const HELD: readonly Rule[] = [
  leaf('ytelsestype', 'benefit', code('urtuu:pension-kind')),
  leaf('status', 'status', code('urtuu:benefit-status')),
  leaf('ytelsesdatoer.datotyper.startdatoretttilytelser', 'entitlementFrom', day),
  leaf('ytelsesdatoer.datotyper.startdatoutbetaling', 'paymentFrom', day),
  leaf('ytelsesdatoer.datotyper.sluttdatoutbetaling', 'paymentTo', day),
  each(
    'beloep',
    'amounts',
    recurring({ amount: 'beloep', frequency: 'betalingshyppighetytelse', since: 'gjeldendesiden' }),
    NEEDS_SUM,
  ),
];

const INFORMATION: readonly Rule[] = [
  OWN_CASE,
  block('nav.bruker', 'person', PARTY),
  first('pensjon.merinformasjon.yrkesaktiv', 'activity', [leaf('yrke', '', text)]),
  first('pensjon.merinformasjon.infoinntekt', '', [
    each(
      'inntektbelop',
      'incomes',
      recurring({ amount: 'beloep', frequency: 'betalingshyppighet', since: 'beloepgjeldendesiden' }),
      NEEDS_SUM,
    ),
  ]),
  each(
    'pensjon.merinformasjon.infoskolegang',
    'schooling',
    [
      leaf('skolenavn', 'school', text),
      leaf('startdatoskolegang', 'from', day),
      leaf('sluttdatoskolegang', 'to', day),
    ],
    { needs: ['school'] },
  ),
  leaf('pensjon.merinformasjon.livdoedinfo.lever', 'alive', firstOrSecond),
  leaf('pensjon.merinformasjon.livdoedinfo.dodsdato', 'death.date', day),
  leaf('pensjon.merinformasjon.livdoedinfo.by', 'death.place', text),
  each('pensjon.merinformasjon.ytelser', 'benefitsHeld', HELD, { needs: ['benefit'] }),
  block(
    'pensjon.merinformasjon.egenerklaering',
    'declaration',
    [leaf('dato', 'date', day), leaf('egenerklaering', 'text', text)],
    { needs: ['text'] },
  ),
];

export const P9000: readonly Rule[] = [
  ...INFORMATION,
  leaf('pensjon.tilleggsinformasjon.anneninformation', 'remarks', text),
];

export const P10000: readonly Rule[] = [
  ...INFORMATION,
  block('nav.bruker.bank', 'bankAccount', BANK),
  NAMED_GUARDIAN,
  block('nav.annenperson', 'otherPerson', PARTY),
  leaf('pensjon.merinformasjon.tilleggsinformasjon', 'remarks', text),
];

const NEEDS_VALUE = { needs: ['value'] } as const;

export const P14000: readonly Rule[] = [
  OWN_CASE,
  block('nav.bruker', 'person', PARTY),
  block(
    'nav.bruker.endringer.sivilstand',
    'maritalStatus',
    [leaf('verdi', 'value', code('eessi:marital-status')), leaf('startdato', 'from', day)],
    NEEDS_VALUE,
  ),
  block(
    'nav.bruker.endringer.livsforhold',
    'lifeSituation',
    [leaf('verdi', 'value', text), leaf('startdato', 'from', day)],
    NEEDS_VALUE,
  ),
  block(
    'nav.bruker.endringer.kjoenn',
    'sex',
    [leaf('verdi', 'value', sex), leaf('startdato', 'from', day)],
    NEEDS_VALUE,
  ),
  leaf('nav.bruker.endringer.statsborgerskap', 'citizenship.value', country),
  block('nav.bruker.endringer.adresse', 'address', ADDRESS, NEEDS_COUNTRY),
  leaf('nav.bruker.endringer.personpinendringer.gammelt', 'identifier.old.value', text),
  leaf('nav.bruker.endringer.personpinendringer.nytt', 'identifier.new.value', text),
  leaf('nav.bruker.endringer.doedsdato', 'death.date', day),
];

export const H070: readonly Rule[] = [
  OWN_CASE,
  block('nav.bruker', 'person', PARTY),
  leaf('nav.bruker.doedsfall.doedsdato', 'date', day),
  leaf('nav.bruker.doedsfall.sted.adresse.by', 'place', text),
  each('nav.bruker.doedsfall.dokumentervedlagt.type', 'attached.kinds', [
    leaf('', '', code('eessi:attachment-kind')),
  ]),
  first('nav.bruker.doedsfall.dokumentervedlagt.annet', 'attached.other', [leaf('', '', text)]),
  leaf('nav.ytterligereinformasjon', 'remarks', text),
  implied('kind', 'death'),
  implied('evidence', []),
];
