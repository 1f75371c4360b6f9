/** Everything a decision letter says, in one language: texts alone, so that the template only sets type. Pure. */
import { day, type Json, type Locale } from '@urtuu/kernel';
import { nameText } from '@urtuu/identity';
import {
  explainArticle,
  explainFlag,
  explainMissing,
  explainParameter,
  explainStep,
  wording,
  type Assessment,
  type Finding,
  type InsuranceRecord,
  type RecordPerson,
} from '@urtuu/law';
import {
  createMessages,
  formatDate,
  formatMoney,
  formatNumber,
  type MessageValues,
} from '@urtuu/platform/i18n';
import { pensionsMessages } from '../messages/index.ts';
import type { Appeal, DecisionResult, DecisionState } from '../terms.ts';

export interface LetterInput {
  readonly institution: string;
  readonly country: string;
  readonly fileNumber: string;
  readonly decisionId: string;
  readonly state: DecisionState;
  readonly result: DecisionResult;
  readonly effectiveFrom: string | null;
  readonly decidedOn: string | null;
  readonly filedOn: string;
  readonly draftedBy: string;
  readonly approvedBy: string | null;
  readonly person: RecordPerson;
  readonly assessment: Assessment;
  /** null for a decision of the other state, which brings only the days that it traced */
  readonly record: InsuranceRecord | null;
  readonly appeal: Appeal;
}

type Text = (key: string, values?: MessageValues) => string;

const messages = createMessages(pensionsMessages);

export function letterContent(input: LetterInput, locale: Locale): Record<string, Json> {
  const text: Text = (key, values) => messages.format(locale, key, values);
  const date = (iso: string): string => formatDate(locale, iso, 'long');
  const { assessment, person } = input;
  const name = person.names[0];
  const identifier = person.identifiers.find((one) => one.country === input.country) ?? person.identifiers[0];
  return {
    lang: locale,
    title: text('letter.title'),
    institution: input.institution,
    institutionNote: `${text(`country.${input.country}`)} · ${text('letter.institutionNote')}`,
    demonstration: text('letter.demonstration'),
    banner: bannerOf(input, text),
    reference: [
      [text('letter.fileNumber'), input.fileNumber],
      [text('letter.decisionNumber'), input.decisionId],
      [text('letter.filedOn'), date(input.filedOn)],
      ...(input.decidedOn === null ? [] : [[text('letter.decidedOn'), date(input.decidedOn)]]),
    ],
    person: [
      [text('letter.name'), name === undefined ? '' : nameText(name)],
      [text('letter.birthDate'), date(person.birthDate)],
      ...(identifier === undefined ? [] : [[text('letter.identifier'), identifier.value]]),
      ...(person.deathDate === undefined ? [] : [[text('letter.deathDate'), date(person.deathDate)]]),
    ],
    resultHeading: text('letter.result'),
    result: [
      text(`letter.${input.result}`, { country: input.country }),
      ...(input.effectiveFrom === null ? [] : [text('letter.effectiveFrom', { from: input.effectiveFrom })]),
      ...(assessment.until === undefined ? [] : [text('letter.endsAtDeath', { until: assessment.until })]),
    ],
    missingHeading: text('letter.missing'),
    missing: [...new Set(assessment.missing.map((missing) => explainMissing(missing, locale)))],
    amounts: amountsOf(assessment, text, locale),
    reasonsHeading: text('letter.reasons'),
    reasonsNote: text('letter.reasonsNote'),
    reasons: assessment.findings === undefined ? [] : reasonsOf(assessment.findings, text, locale),
    flagsHeading: text('letter.flags'),
    flags: assessment.flags.map((flag) => explainFlag(flag, locale)),
    periods: periodsOf(input, text, locale),
    appealHeading: text('letter.appeal'),
    appeal: appealOf(input.appeal, text),
    signatures: [
      [text('letter.drawnUpBy'), input.draftedBy === '' ? text('letter.byNode') : input.draftedBy],
      ...(input.approvedBy === null ? [] : [[text('letter.approvedBy'), input.approvedBy]]),
    ],
    page: text('letter.page'),
  };
}

function bannerOf({ state, assessment }: LetterInput, text: Text): Json {
  const { simulation, treaty } = assessment;
  const from = treaty.inForceFrom;
  const whatIf = simulation && from !== undefined ? text('letter.simulationText', { from }) : '';
  if (state === 'draft') return { mark: text('letter.draft'), text: whatIf };
  if (state === 'annulled') return { mark: text('letter.annulled'), text: whatIf };
  return simulation ? { mark: text('letter.simulation'), text: whatIf } : null;
}

function amountsOf(assessment: Assessment, text: Text, locale: Locale): Json {
  return {
    heading: text('letter.amounts'),
    head: [text('letter.component'), text('letter.from'), text('letter.perMonth')],
    rows: assessment.components.map(({ component, outcome, from, amount, currency }) => [
      wording(`component.${component}`, {}, locale),
      from === undefined ? '' : formatDate(locale, from, 'short'),
      amount === undefined ? text(`componentOutcome.${outcome}`) : formatMoney(locale, amount, currency),
    ]),
    total:
      assessment.total === undefined
        ? null
        : [text('letter.total'), formatMoney(locale, assessment.total.amount, assessment.total.currency)],
  };
}

interface Reason {
  readonly number: string;
  readonly depth: number;
  readonly mark: string;
  readonly text: string;
  readonly details: readonly string[];
}

const MARKS = { holds: '+', fails: '–', unknown: '?', info: '·' } as const satisfies Record<
  Finding['outcome'],
  string
>;

/** The tree of findings as numbered steps: 1, 1.1, 1.2, … in the order in which the law was asked. */
function reasonsOf(root: Finding, text: Text, locale: Locale): Json {
  const reasons: Reason[] = [];
  const visit = (finding: Finding, number: string, depth: number): void => {
    const place = explainArticle(finding.rule, locale) ?? finding.article;
    const article = place === undefined ? [] : [text('letter.article', { article: place })];
    reasons.push({
      number,
      depth,
      mark: MARKS[finding.outcome],
      text: explainStep(finding, locale),
      details: [...article, ...finding.parameters.map((used) => explainParameter(used, locale))],
    });
    finding.children.forEach((child, i) =>
      visit(child, number === '0' ? `${i + 1}` : `${number}.${i + 1}`, depth + 1),
    );
  };
  visit(root, '0', 0);
  return reasons.map((reason) => ({ ...reason, details: [...reason.details] }));
}

function periodsOf({ record, assessment }: LetterInput, text: Text, locale: Locale): Json {
  const counted = daysCounted(assessment);
  const rows =
    record === null
      ? [...countries(assessment)].map(([id, span]) => [
          formatDate(locale, span.from, 'short'),
          formatDate(locale, span.to, 'short'),
          text(`country.${span.country}`),
          '',
          '',
          formatNumber(locale, String(counted.get(id) ?? 0)),
        ])
      : [...record.periods]
          .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
          .map((period) => [
            formatDate(locale, period.from, 'short'),
            period.to === null ? text('letter.ongoing') : formatDate(locale, period.to, 'short'),
            messages.has(`country.${period.country}`) ? text(`country.${period.country}`) : period.country,
            messages.has(`periodType.${period.type}`) ? text(`periodType.${period.type}`) : period.type,
            text(`certainty.${period.certainty}`),
            formatNumber(locale, String(counted.get(period.id) ?? 0)),
          ]);
  return {
    heading: text('letter.periods'),
    none: text('letter.noPeriods'),
    head: ['from', 'to', 'state', 'periodKind', 'certainty', 'daysCounted'].map((key) =>
      text(`letter.${key}`),
    ),
    rows,
  };
}

function daysCounted(assessment: Assessment): Map<string, number> {
  const days = new Map<string, number>();
  for (const run of assessment.record.timeline) {
    if (!run.counted) continue;
    days.set(run.periodId, (days.get(run.periodId) ?? 0) + day(run.to) - day(run.from) + 1);
  }
  return days;
}

/** Span of each period as the trace of days shows it. */
function countries(assessment: Assessment): Map<string, { country: string; from: string; to: string }> {
  const spans = new Map<string, { country: string; from: string; to: string }>();
  for (const { periodId, country, from, to } of assessment.record.timeline) {
    const span = spans.get(periodId);
    spans.set(periodId, {
      country,
      from: span === undefined || from < span.from ? from : span.from,
      to: span === undefined || to > span.to ? to : span.to,
    });
  }
  return spans;
}

function appealOf({ deadlineDays, body, article }: Appeal, text: Text): string {
  if (deadlineDays === null || article === null) return text('letter.appealUnsourced');
  return text('letter.appealRule', { days: deadlineDays, body, article });
}
