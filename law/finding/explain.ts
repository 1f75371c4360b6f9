import type { Locale } from '@urtuu/kernel';
import type { MissingFact } from '../assessment.ts';
import type { ParameterVersion, UsedParameter } from '../parameters/parameter.ts';
import type { Finding, FindingOutcome, UsedFlag } from './finding.ts';
import { explainArticle } from './rules.ts';
import { wording } from './wording.ts';

const MARKS = { holds: '✓', fails: '✗', unknown: '?', info: '·' } as const satisfies Record<
  FindingOutcome,
  string
>;

/**
 * A finding with all its steps as lines of text, indented by depth: the mark of its outcome, the rule in words, its
 * article, then each parameter version and open question it stands on.
 */
export function explain(finding: Finding, locale: Locale): string {
  return lines(finding, locale, 0).join('\n');
}

/** One step in words, without its marks, parameters and children. */
export function explainStep(finding: Finding, locale: Locale): string {
  return wording(finding.text.key, finding.text.args, locale);
}

/** A parameter version in words: name, value, since when, how well known, from where. */
export function explainParameter(used: UsedParameter, locale: Locale): string {
  const { key, value, status, source } = used;
  const known = { name: { term: `parameter.${key}` }, status: { term: `status.${status}` }, source };
  if (value === null) return wording('explain.unknownParameter', known, locale);
  return wording('explain.parameter', { ...known, value, start: explainStart(used, locale) }, locale);
}

type Start = Pick<ParameterVersion, 'from'> &
  Partial<Pick<ParameterVersion, 'datePrecision' | 'startStated' | 'knownIn'>>;

/** Since when a version is taken, and how far the source says so: "from 2019-01-01 (the source states the year only)". */
export function explainStart(version: Start, locale: Locale): string {
  const { from, datePrecision = 'day', startStated = true, knownIn } = version;
  const start = startStated ? datePrecision : knownIn === undefined ? 'unstated' : 'knownIn';
  return wording(
    `start.${start}`,
    { from: { day: from }, ...(knownIn === undefined ? {} : { year: knownIn }) },
    locale,
  );
}

/** An open question with the answer taken. */
export function explainFlag(used: UsedFlag, locale: Locale): string {
  const question = { term: `flag.${used.flag}` };
  return wording('explain.flag', { question, option: explainOption(used.option, locale) }, locale);
}

/** An answer to an open question in words; days and numbers stand for themselves. */
export function explainOption(option: string | null, locale: Locale): string {
  if (option === null) return wording('explain.noAnswer', {}, locale);
  const key = `option.${option}`;
  const words = wording(key, {}, locale);
  return words === key ? option : words;
}

/** Why a fact is missed: "Subsistence minimum: no value in force is known for this day". */
export function explainMissing(missing: MissingFact, locale: Locale): string {
  const why = wording(missing.why, {}, locale);
  if (missing.why !== 'why.parameter') return why;
  return `${wording(`parameter.${missing.fact}`, {}, locale)}: ${why}`;
}

/** The rule of a run of days in words. */
export function explainRule(rule: string, locale: Locale): string {
  return wording(`rule.${rule}`, {}, locale);
}

function lines(finding: Finding, locale: Locale, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const place = explainArticle(finding.rule, locale) ?? finding.article;
  const article = place === undefined ? '' : ` [${place}]`;
  return [
    `${indent}${MARKS[finding.outcome]} ${explainStep(finding, locale)}${article}`,
    ...finding.parameters.map((used) => `${indent}    ${explainParameter(used, locale)}`),
    ...(finding.flags ?? []).map((used) => `${indent}    ${explainFlag(used, locale)}`),
    ...finding.children.flatMap((child) => lines(child, locale, depth + 1)),
  ];
}
