/** Routes and shapes of the search of persons, of links between their records, and of the clerks' reviews. No I/O. */
import { WORD_MATCHES } from '@urtuu/identity';
import { defineContract } from '@urtuu/platform/contract';
import { z } from 'zod';
import { ACT_REFUSALS, LINK_OUTCOMES } from './links/standing.ts';
import { RECORD_SEXES, RECORD_SOURCES } from './records/person-record.ts';

export { ACT_REFUSALS, RECORD_SOURCES };

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

/** A record set beside the one asked for. */
export const comparedSchema = z.object({
  record: personRecordSchema,
  evidence: evidenceSchema,
  fields: z.array(
    z.object({
      field: z.string(),
      asked: z.string(),
      found: z.string(),
      agreement: z.enum(['same', 'sameAfterTransliteration', 'similar', 'different', 'missing']),
    }),
  ),
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

const linkSchema = z.object({
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
});
export type ReviewSummary = z.infer<typeof reviewSummarySchema>;

export const reviewSchema = reviewSummarySchema.extend({
  compared: z.array(comparedSchema),
  decisions: z.array(decisionSchema),
});
export type ReviewView = z.infer<typeof reviewSchema>;

const note = z.string().trim().min(3).max(1000);
const decisionBody = {
  outcome: z.enum(LINK_OUTCOMES),
  /** why, for whoever reads the decision later */
  reason: note,
  /** what was not known at the decision that stands; needed to reopen a “not the same” */
  newEvidence: note.optional(),
};

/** Kept in the access log for good: a code, no free text. */
const purposeSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9.-]{0,63}$/);

export const personsContract = defineContract({
  searchPersons: {
    method: 'GET',
    path: '/api/persons',
    summary:
      'Persons of the own register and of the cases, by name in any script and order, number, birth date or year; at most 50',
    roles: ['clerk', 'supervisor'],
    query: z.object({ q: z.string().max(200), purpose: purposeSchema.optional() }),
    reply: z.object({
      items: z.array(
        personRecordSchema.extend({
          /** why the record was found: each part of what was typed, and what of the record answers it */
          why: z.array(z.object({ typed: z.string(), held: z.string(), how: z.enum(FOUND_BY) })),
          /** 0 to 1 */
          likeness: z.number(),
        }),
      ),
      /** more than are shown may fit */
      more: z.boolean(),
      /** when the register's directory was read last; null where there is none */
      readAt: z.iso.datetime().nullable(),
    }),
    refusals: [],
    reads: 'person',
  },
  readPerson: {
    method: 'GET',
    path: '/api/persons/:recordId',
    summary: 'A record of a person, the records linked with it, what was decided, and records like it',
    roles: ['clerk', 'supervisor', 'auditor'],
    params: z.object({ recordId: z.string() }),
    reply: z.object({
      record: personRecordSchema,
      cluster: z.object({
        members: z.array(personRecordSchema),
        links: z.array(linkSchema),
        weakest: linkSchema.nullable(),
        /** some members are joined through others only */
        isChain: z.boolean(),
        /** links that a “not the same” keeps from counting */
        refused: z.array(linkSchema),
      }),
      decisions: z.array(decisionSchema),
      /** records that may be of the same person, likeliest first; links are not made by themselves */
      alike: z.array(comparedSchema),
    }),
    refusals: ['business/not-found'],
    reads: 'person',
  },
  decideLink: {
    method: 'POST',
    path: '/api/links',
    summary:
      'Decide that two records are of one person or are not, or withdraw what stands; kept for good, signed by the institution',
    roles: ['clerk', 'supervisor'],
    body: z.object({
      ...decisionBody,
      records: z.tuple([z.uuid(), z.uuid()]),
    }),
    status: 201,
    reply: decisionSchema,
    refusals: ['business/not-found', 'business/link-refused'],
    reads: 'person',
  },
  listReviews: {
    method: 'GET',
    path: '/api/reviews',
    summary:
      'Persons of cases whom the register does not name for certain, the likeliest to be found first; at most 200',
    roles: ['clerk', 'supervisor', 'auditor'],
    query: z.object({
      state: z.enum(REVIEW_STATES).optional(),
      caseId: z.string().optional(),
      /** name in any script, number or birth date of the person of the case */
      q: z.string().max(200).optional(),
    }),
    reply: z.object({ items: z.array(reviewSummarySchema) }),
    refusals: [],
    reads: 'person',
  },
  readReview: {
    method: 'GET',
    path: '/api/reviews/:reviewId',
    summary: 'A review with its candidates side by side, differences marked, and why each is likely or not',
    roles: ['clerk', 'supervisor', 'auditor'],
    params: z.object({ reviewId: z.string() }),
    reply: reviewSchema,
    refusals: ['business/not-found'],
    reads: 'person',
  },
  decideReview: {
    method: 'POST',
    path: '/api/reviews/:reviewId/decide',
    summary:
      'Decide of one candidate; “same” settles the review, and so does “not the same” of the last one. “Withdrawn” takes back what stands, and opens the review again where it rested on it',
    roles: ['clerk', 'supervisor'],
    params: z.object({ reviewId: z.string() }),
    body: z.object({ ...decisionBody, recordId: z.uuid() }),
    reply: reviewSchema,
    refusals: ['business/not-found', 'business/action-not-allowed', 'business/link-refused'],
    reads: 'person',
  },
});
