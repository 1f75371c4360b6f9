/** Routes and shapes of the search of persons, of links between their records, and of the clerks' reviews. No I/O. */
import { defineContract } from '@urtuu/platform/contract';
import { z } from 'zod';
import {
  ASKED_FIELDS,
  decisionSchema,
  FOUND_BY,
  linkSchema,
  comparedSchema,
  noteSchema,
  personRecordSchema,
  REVIEW_STATES,
  reviewSchema,
  reviewSummarySchema,
} from './contract-shapes.ts';
import { doubleReviewRoutes } from './double-review/double-review-contract.ts';
import { ACT_REFUSALS, LINK_OUTCOMES } from './links/standing.ts';
import { RECORD_SOURCES } from './records/person-record.ts';

export * from './contract-shapes.ts';
export * from './double-review/double-review-contract.ts';
export { ACT_REFUSALS, RECORD_SOURCES };

const decisionBody = {
  outcome: z.enum(LINK_OUTCOMES),
  /** why, for whoever reads the decision later */
  reason: noteSchema,
  /** what was not known at the decision that stands; needed to reopen a “not the same” */
  newEvidence: noteSchema.optional(),
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
  askPartner: {
    method: 'POST',
    path: '/api/reviews/:reviewId/ask',
    summary:
      'Ask the other state, which named the person, about fields of its own request; nothing of the own register is sent. One question waits at a time',
    roles: ['clerk', 'supervisor'],
    params: z.object({ reviewId: z.string() }),
    body: z.object({ fields: z.array(z.enum(ASKED_FIELDS)).min(1).max(4), question: noteSchema }),
    reply: reviewSchema,
    refusals: ['business/not-found', 'business/action-not-allowed'],
    reads: 'person',
  },
  ...doubleReviewRoutes,
});
