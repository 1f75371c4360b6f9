/** What the routes of this room show: records, evidence, decisions, reviews. No I/O. */
import { WORD_MATCHES } from '@urtuu/identity';
import { z } from 'zod';
import { LINK_OUTCOMES } from './links/standing.ts';
import { RECORD_SEXES, RECORD_SOURCES } from './records/person-record.ts';

export const personRecordSchema = z.object({
  recordId: z.string(),
  source: z.enum(RECORD_SOURCES),
  /** the source's own key: number in the register, person of a case */
  sourceKey: z.string(),
  /** the state whose record it is */
  country: z.string(),
  names: z.array(z.object({ script: z.string(), text: z.string() })),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
  /** as far as it is known: a day, a month, a year, or nothing */
  birthDate: z.string(),
  sex: z.enum(RECORD_SEXES),
  alive: z.boolean(),
});
export type PersonRecordView = z.infer<typeof personRecordSchema>;

/** How a part of what somebody typed was found: as a word of the name, or as it stands. */
export const FOUND_BY = [...WORD_MATCHES, 'number', 'birthDate'] as const;

export const REVIEW_STATES = ['open', 'settled'] as const;
export const REVIEW_OUTCOMES = ['same', 'notSame', 'found'] as const;
export const PAIR_OUTCOMES = ['same', 'notSame'] as const;

/** Why a pair has its probability: the prior and each comparison in bits; the bars add up to the score. */
export const evidenceSchema = z.object({
  bars: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['prior', 'level', 'termFrequency']),
      level: z.string().optional(),
      bits: z.number(),
      m: z.number().optional(),
      u: z.number().optional(),
    }),
  ),
  score: z.number(),
  probability: z.number(),
  /** settings and version the figures are from */
  settings: z.string(),
  /** version of the frequencies of names; 0 where all names count alike */
  terms: z.number().int(),
  population: z.number().int(),
});
export type EvidenceView = z.infer<typeof evidenceSchema>;

export const standingSchema = z.object({
  decisionId: z.string(),
  outcome: z.enum(PAIR_OUTCOMES),
  basis: z.enum(['human', 'rule']),
  decidedBy: z.string(),
});

/** One fact of two persons side by side. */
export const comparedFieldSchema = z.object({
  field: z.string(),
  asked: z.string(),
  found: z.string(),
  agreement: z.enum(['same', 'sameAfterTransliteration', 'similar', 'different', 'missing']),
});

/** A record set beside the one asked for. */
export const comparedSchema = z.object({
  record: personRecordSchema,
  evidence: evidenceSchema,
  fields: z.array(comparedFieldSchema),
  /** what was decided of the two and stands */
  standing: standingSchema.nullable(),
});
export type ComparedView = z.infer<typeof comparedSchema>;

export const decisionSchema = z.object({
  decisionId: z.string(),
  records: z.array(z.string()),
  outcome: z.enum(LINK_OUTCOMES),
  basis: z.enum(['human', 'rule']),
  replaces: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
  reason: z.string(),
  newEvidence: z.string(),
  /** as it was seen when it was decided; null where nothing was scored */
  probability: z.number().nullable(),
  /** JSON Web Signature of the institution over the decision */
  statement: z.string(),
  /** the signature is this institution's, and the row says what was signed */
  signed: z.boolean(),
});
export type LinkDecisionView = z.infer<typeof decisionSchema>;

export const linkSchema = z.object({
  records: z.array(z.string()),
  outcome: z.enum(PAIR_OUTCOMES),
  basis: z.enum(['human', 'rule']),
  score: z.number(),
  decisionId: z.string(),
});

export const reviewSummarySchema = z.object({
  reviewId: z.string(),
  caseId: z.string(),
  state: z.enum(REVIEW_STATES),
  outcome: z.enum(REVIEW_OUTCOMES).nullable(),
  openedAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
  candidates: z.number().int(),
  /** probability of the likeliest candidate */
  best: z.number(),
  asked: personRecordSchema,
  /** the double review for which the reader may give the blind second look; what was decided is then not shown */
  blind: z.string().nullable(),
});
export type ReviewSummary = z.infer<typeof reviewSummarySchema>;

/** Fields of the other state's request that a question may be about. */
export const ASKED_FIELDS = ['name', 'birthDate', 'sex', 'identifiers'] as const;
export type AskedField = (typeof ASKED_FIELDS)[number];

export const partnerQuestionSchema = z.object({
  questionId: z.string(),
  fields: z.array(z.enum(ASKED_FIELDS)),
  question: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  /** null while it is awaited */
  answer: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
});
export type PartnerQuestionView = z.infer<typeof partnerQuestionSchema>;

export const reviewSchema = reviewSummarySchema.extend({
  compared: z.array(comparedSchema),
  decisions: z.array(decisionSchema),
  /** what was asked of the other state, oldest first */
  questions: z.array(partnerQuestionSchema),
});
export type ReviewView = z.infer<typeof reviewSchema>;

/** Why somebody decides so, for whoever reads it later. */
export const noteSchema = z.string().trim().min(3).max(1000);
