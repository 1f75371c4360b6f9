/** Schemas of the JSON that `urtuu link` reads: settings and models, as identity has them. */
import type { LinkModel, LinkSettings } from '@urtuu/identity';
import { z } from 'zod';

const share = z.number().positive().max(1);
const texts = z.array(z.string().min(1)).min(1);

const level = z.strictObject({
  test: z.enum([
    'equal',
    'fold',
    'variant',
    'jaroWinkler',
    'skeleton',
    'sound',
    'initial',
    'swapped',
    'otherRole',
    'different',
  ]),
  atLeast: z.number().min(0.5).max(1).optional(),
  among: z.enum(['same', 'cross', 'han']).optional(),
  m: share,
  termFrequency: z.enum(['fold', 'skeleton']).optional(),
});

const valueLevel = z.strictObject({
  test: z.enum([
    'equal',
    'oneDigit',
    'dayMonthSwapped',
    'sameYearMonth',
    'sameYearOneUnknown',
    'yearApart',
    'sameYear',
    'sameUnit',
    'within',
    'sameRegion',
    'different',
  ]),
  m: share,
});

const comparison = z.discriminatedUnion('kind', [
  z.strictObject({
    name: z.string().min(1),
    kind: z.literal('word'),
    fields: texts.max(2),
    part: z.enum(['best', 'rest']).optional(),
    swapsWith: texts.optional(),
    levels: z.array(level).min(2).max(30),
    rarestTerm: share.optional(),
  }),
  z.strictObject({
    name: z.string().min(1),
    kind: z.enum(['date', 'place', 'code']),
    fields: texts.max(1),
    levels: z.array(valueLevel).min(2).max(30),
  }),
]);

const rule = texts;

const settings = z.strictObject({
  name: z.string().min(1),
  version: z.string().min(1),
  fields: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        kind: z.enum(['given', 'parent', 'family', 'text', 'date', 'place', 'code', 'sex']),
        columns: texts,
        form: z.string().refine(isPattern, 'no regular expression').optional(),
      }),
    )
    .min(1),
  comparisons: z.array(comparison).min(1),
  searchKeys: z.array(rule),
  blocking: z.array(rule).min(1),
  largestBlock: z.int().min(2),
  pairsPerRecord: z.number().positive(),
  training: z.strictObject({
    deterministic: z.array(rule).min(1),
    assumedRecall: share,
    randomPairs: z.int().min(1000).max(10_000_000),
    seed: z.int(),
  }),
  thresholds: z.strictObject({
    automatic: share,
    review: share,
    search: share,
    automaticNeeds: z.record(z.string(), texts),
    contradictions: z.array(z.string()),
  }),
  tellsSiblingsApart: z
    .strictObject({ comparison: z.string(), agrees: z.array(level.shape.test) })
    .optional(),
});

/** Settings, with every name that is used declared, and every part that a rule blocks by one there is. */
export const linkSettingsSchema: z.ZodType<LinkSettings> = settings.superRefine((value, context) => {
  const fields = new Map(value.fields.map(({ name, kind }) => [name, kind]));
  const fault = (path: (string | number)[], message: string): void =>
    context.addIssue({ code: 'custom', path, message });
  for (const [i, { fields: used, kind, levels }] of value.comparisons.entries()) {
    for (const name of used) {
      const found = fields.get(name);
      if (found === undefined) fault(['comparisons', i, 'fields'], `there is no field ${name}`);
      else if (!KINDS[kind].includes(found)) {
        fault(
          ['comparisons', i, 'fields'],
          `the field ${name} is of kind ${found} and cannot be compared as ${kind}`,
        );
      }
    }
    if (levels.at(-1)?.test !== 'different') {
      fault(['comparisons', i, 'levels'], 'the last level must be different');
    }
  }
  const rules = [
    ...value.blocking.map((rule, i) => [rule, ['blocking', i]] as const),
    ...value.searchKeys.map((rule, i) => [rule, ['searchKeys', i]] as const),
    ...value.training.deterministic.map((rule, i) => [rule, ['training', 'deterministic', i]] as const),
  ];
  for (const [rule, path] of rules) {
    for (const part of rule) {
      const [names = '', what = 'value', ...more] = part.split(':');
      for (const name of names.split(/[|~]/)) {
        const kind = fields.get(name);
        if (kind === undefined) fault([...path], `there is no field ${name} in ${part}`);
        else if (more.length > 0 || !PARTS[kind].includes(what)) {
          fault([...path], `a field of kind ${kind} is blocked by ${PARTS[kind].join(', ')}; found ${part}`);
        }
      }
    }
  }
});

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u').source !== '';
  } catch {
    return false;
  }
}

type Kind = LinkSettings['fields'][number]['kind'];

const KINDS: Readonly<Record<'word' | 'date' | 'place' | 'code', readonly Kind[]>> = {
  word: ['given', 'parent', 'family', 'text'],
  date: ['date'],
  place: ['place'],
  code: ['code', 'sex'],
};

const WORD_PARTS = ['fold', 'skeleton', 'head', 'initial'];
const PARTS: Readonly<Record<Kind, readonly string[]>> = {
  given: WORD_PARTS,
  parent: WORD_PARTS,
  family: WORD_PARTS,
  text: WORD_PARTS,
  date: ['date', 'unordered', 'year', 'yearMonth', 'monthDay'],
  place: ['region', 'unit'],
  code: ['value'],
  sex: ['value'],
};

const calibration = z.strictObject({
  scores: z.array(z.number()).min(1),
  probabilities: z.array(z.number().positive().lt(1)).min(1),
  pairs: z.int().min(0),
});

export const linkModelSchema: z.ZodType<LinkModel> = z.strictObject({
  settings: z.string(),
  lambda: z.number().positive().max(0.5),
  comparisons: z.array(
    z.strictObject({
      name: z.string(),
      levels: z.array(z.strictObject({ test: z.string(), m: share, u: share })),
    }),
  ),
  calibration: z.strictObject({ agreed: calibration, siblingLike: calibration }).optional(),
});
