/** Routes of the double review: what waits for a second or third look, giving one, and how far officers agree. No I/O. */
import { defineContract } from '@urtuu/platform/contract';
import { z } from 'zod';
import { comparedSchema, noteSchema, personRecordSchema } from '../contract-shapes.ts';

export const DOUBLE_REVIEW_STATES = ['second', 'third', 'agreed', 'resolved', 'void'] as const;
export type DoubleReviewState = (typeof DOUBLE_REVIEW_STATES)[number];

const waitingSchema = z.object({
  doubleReviewId: z.string(),
  /** a third look follows two that differ */
  look: z.enum(['second', 'third']),
  drawnAt: z.iso.datetime(),
  candidates: z.number().int(),
  asked: personRecordSchema,
});
export type WaitingLook = z.infer<typeof waitingSchema>;

const earlierSchema = z.object({
  by: z.string(),
  at: z.iso.datetime(),
  reason: z.string(),
  /** the candidate taken for the person; null: none */
  choice: z.string().nullable(),
});

const countSchema = z.object({
  by: z.string(),
  /** looks given, first ones among them */
  looks: z.number().int(),
  /** of those, how many another officer saw the same way */
  agreed: z.number().int(),
});

export const doubleReviewRoutes = defineContract({
  listLooks: {
    method: 'GET',
    path: '/api/double-reviews',
    summary:
      'Reviews of the sample that wait for a look by the caller, who took no part in them before; at most 200. Neither case nor decision is told',
    roles: ['clerk', 'supervisor'],
    reply: z.object({ items: z.array(waitingSchema) }),
    refusals: [],
    reads: 'person',
  },
  readLook: {
    method: 'GET',
    path: '/api/double-reviews/:doubleReviewId',
    summary:
      'The person asked for and the candidates as the first officer saw them; for a third look what the first two said',
    roles: ['clerk', 'supervisor'],
    params: z.object({ doubleReviewId: z.string() }),
    reply: waitingSchema.extend({
      /** nothing is told of what stands */
      compared: z.array(comparedSchema.omit({ standing: true })),
      earlier: z.array(earlierSchema),
    }),
    refusals: ['business/not-found', 'business/action-not-allowed'],
    reads: 'person',
  },
  giveLook: {
    method: 'POST',
    path: '/api/double-reviews/:doubleReviewId/look',
    summary:
      'Say which candidate is the person, or that none is. Two looks that differ call a third, whose word stands: links and case are put right',
    roles: ['clerk', 'supervisor'],
    params: z.object({ doubleReviewId: z.string() }),
    body: z.object({
      /** record of the candidate who is the person; null: none of them is */
      choice: z.uuid().nullable(),
      reason: noteSchema,
    }),
    reply: z.object({ state: z.enum(DOUBLE_REVIEW_STATES) }),
    refusals: ['business/not-found', 'business/action-not-allowed', 'business/link-refused'],
  },
  clerkAgreement: {
    method: 'GET',
    path: '/api/double-reviews/agreement',
    summary:
      'How far officers who looked at the same pairs agree: percent, Cohen’s kappa, third looks, by officer',
    roles: ['supervisor', 'auditor'],
    query: z.object({
      /** first day, UTC; a year before the last unless stated */
      from: z.iso.date().optional(),
      /** last day, UTC; today unless stated */
      until: z.iso.date().optional(),
    }),
    reply: z.object({
      from: z.iso.date(),
      until: z.iso.date(),
      /** share of decisions that is drawn, 0 to 1 */
      share: z.number(),
      drawn: z.number().int(),
      waiting: z.object({ second: z.number().int(), third: z.number().int() }),
      /** withdrawn before they were looked at twice */
      withdrawn: z.number().int(),
      /** reviews with two looks */
      reviews: z.number().int(),
      /** pairs of those reviews: a person asked for and a candidate */
      table: z.object({
        bothSame: z.number().int(),
        firstAlone: z.number().int(),
        secondAlone: z.number().int(),
        bothNotSame: z.number().int(),
      }),
      pairs: z.number().int(),
      /** shares of pairs, 0 to 1; null where there are none */
      observed: z.number().nullable(),
      byChance: z.number().nullable(),
      /** null where chance alone would agree fully */
      kappa: z.number().nullable(),
      third: z.object({
        upheldFirst: z.number().int(),
        upheldSecond: z.number().int(),
        neither: z.number().int(),
      }),
      officers: z.array(countSchema),
    }),
    refusals: [],
  },
});
