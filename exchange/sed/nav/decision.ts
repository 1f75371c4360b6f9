/** P6000, one institution's decision, and P7000, the summary of all of them. */
import { isJsonList, type Json } from '@urtuu/kernel';
import { amount, code, country, currency, day, renumbered, text } from '../converters.ts';
import { block, derived, each, first, implied, leaf, type Rule } from '../rule.ts';
import { member } from '../tree.ts';
import {
  basis,
  frequency,
  INSTITUTION,
  NEEDS_COUNTRY,
  NEEDS_SUM,
  OWN_CASE,
  PARTY,
  recurring,
} from './person.ts';

/** Pensions of decisions have their own numbers: 01 old-age, 02 invalidity, 03 survivors. */
const pensionType = renumbered('urtuu:pension-kind', 'eessi:decision-pension-type', {
  '01': '10',
  '02': '30',
  '03': '20',
});

const CALCULATION: readonly Rule[] = [
  leaf('periode.fom', 'from', day),
  leaf('periode.tom', 'to', day),
  leaf('beloepBrutto.beloep', 'gross', amount),
  leaf('beloepBrutto.ytelseskomponentGrunnpensjon', 'basicPart', amount),
  leaf('beloepBrutto.ytelseskomponentTilleggspensjon', 'supplementPart', amount),
  leaf('beloepNetto.beloep', 'net', amount),
  leaf('valuta', 'currency', currency),
  leaf('utbetalingshyppighet', 'frequency', frequency),
];

const REASON: readonly Rule[] = [
  leaf('begrunnelse', 'code', text),
  leaf('annenbegrunnelse', 'text', text),
  implied('text', ''),
];

const PENSION: readonly Rule[] = [
  leaf('type', 'kind', pensionType),
  leaf('basertPaa', 'basis', basis),
  leaf('resultat', 'result', code('urtuu:decision-result')),
  leaf('virkningsdato', 'effectiveFrom', day),
  leaf('kjoeringsdato', 'runFrom', day),
  leaf('artikkel', 'article', text),
  leaf('grunnlag.medlemskap', 'insuredPeriods', text),
  leaf('grunnlag.framtidigtrygdetid', 'futurePeriods', text),
  each('beregning', 'calculations', CALCULATION, { needs: ['from', 'currency'] }),
  each('avslagbegrunnelse', 'refusalReasons', REASON, { needs: ['code'] }),
  leaf('delvisstans.utbetaling.beloepBrutto', 'partialSuspension.amount', amount),
  leaf('delvisstans.utbetaling.valuta', 'partialSuspension.currency', currency),
  leaf('delvisstans.utbetaling.begrunnelse', 'partialSuspension.reason', text),
];

const REDUCTION: readonly Rule[] = [
  leaf('type', 'type', code('eessi:reduction')),
  leaf('aarsak.annenytelseellerinntekt', 'cause', text),
  first('virkningsdato', '', [leaf('startdato', 'from', day), leaf('sluttdato', 'to', day)]),
];

const OTHER_INSTITUTION: readonly Rule[] = [
  leaf('institusjonsid', 'institutionId', text),
  leaf('institusjonsnavn', 'name', text),
  leaf('land', 'country', country),
];

export const P6000: readonly Rule[] = [
  OWN_CASE,
  block('nav.bruker', 'person', PARTY),
  each('pensjon.vedtak', 'pensions', PENSION, { needs: ['kind', 'result'] }),
  each('pensjon.reduksjon', 'reductions', REDUCTION),
  leaf('pensjon.tilleggsinformasjon.dato', 'decidedOn', day),
  each(
    'pensjon.tilleggsinformasjon.andreinstitusjoner',
    'otherInstitutions',
    OTHER_INSTITUTION,
    NEEDS_COUNTRY,
  ),
  leaf('pensjon.tilleggsinformasjon.opphoer.dato', 'cessation.date', day),
  leaf('pensjon.tilleggsinformasjon.opphoer.annulleringdato', 'cessation.annulledOn', day),
  first('pensjon.sak.kravtype', 'appeal', [leaf('datoFrist', 'timeLimit', text)]),
  leaf('pensjon.ytterligeinformasjon', 'remarks', text),
  derived('result', resultOf),
  derived('country', (decision) => member(decision, 'institution', 'country')),
  derived('institutionId', (decision) => member(decision, 'institution', 'institutionId')),
  derived('appeal.body', (decision) => member(decision, 'institution', 'name')),
  implied('appeal.deadlineDays', null),
  implied('appeal.article', null),
  implied('explanation', null),
  implied('simulation', false),
  implied('components', []),
  implied('periodsUsed', []),
  implied('refusalReasons', []),
  implied('flags', []),
];

/** One result for all pensions of a decision; where they differ or none is stated, it is for a clerk to say. */
function resultOf(decision: Json): string {
  const pensions = member(decision, 'pensions');
  const results = new Set(isJsonList(pensions) ? pensions.map((one) => member(one, 'result', 'code')) : []);
  if (results.size !== 1) return 'undetermined';
  return results.has('01') ? 'granted' : results.has('02') ? 'refused' : 'undetermined';
}

const GRANTED: readonly Rule[] = [
  leaf('pensjonType', 'pensionKind', pensionType),
  block('institusjon', 'institution', INSTITUTION, NEEDS_COUNTRY),
  leaf('vedtaksDato', 'decidedOn', day),
  leaf('startdatoPensjonsRettighet', 'start', day),
  first('ytelser', '', [
    each(
      'beloep',
      'benefits',
      [
        ...recurring({
          amount: 'beloepBrutto',
          frequency: 'betalingshyppighetytelse',
          since: 'gjeldendesiden',
        }),
        leaf('beloep', 'amount', amount, { alias: true }),
      ],
      NEEDS_SUM,
    ),
  ]),
  leaf('reduksjonsGrunn', 'reductionGround', text),
  leaf('revurderingtidsfrist', 'appealDeadline', text),
];

const REFUSED: readonly Rule[] = [
  leaf('pensjonType', 'pensionKind', pensionType),
  leaf('begrunnelse', 'reason', text),
  leaf('dato', 'decidedOn', day),
  leaf('tidsfristForRevurdering', 'appealDeadline', text),
  leaf('datoFrist', 'appealDeadline', text, { alias: true }),
  block(
    'pin',
    'institution',
    [
      leaf('institusjon.institusjonsid', 'institutionId', text),
      leaf('institusjon.institusjonsnavn', 'name', text),
      leaf('institusjon.saksnummer', 'fileNumber', text),
      leaf('land', 'country', country),
    ],
    NEEDS_COUNTRY,
  ),
];

export const P7000: readonly Rule[] = [
  OWN_CASE,
  block('nav.bruker', 'person', PARTY),
  each('pensjon.samletVedtak.tildeltepensjoner', 'granted', GRANTED, { always: true }),
  each('pensjon.samletVedtak.avslag', 'refused', REFUSED, { always: true }),
  leaf('pensjon.samletVedtak.vedtaksammendrag', 'remarks', text),
];
