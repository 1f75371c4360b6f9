/** Health of a node as machines ask it: orchestrators, load balancers, monitoring. */
import { z } from 'zod';
import { defineContract } from './contract-table.ts';

export const readinessSchema = z.object({
  ready: z.boolean(),
  checks: z.array(
    z.object({
      name: z.string(),
      ok: z.boolean(),
      /** what is wrong, without addresses or names of persons */
      detail: z.string().optional(),
    }),
  ),
});
export type Readiness = z.infer<typeof readinessSchema>;

export const healthContract = defineContract({
  healthz: {
    method: 'GET',
    path: '/healthz',
    summary: 'The process is alive',
    roles: 'public',
    reply: z.object({ alive: z.literal(true) }),
    refusals: [],
  },
  readyz: {
    method: 'GET',
    path: '/readyz',
    summary: 'The node can work: each of its checks by name; 503 if one fails',
    roles: 'public',
    reply: readinessSchema,
    refusals: ['transport/unavailable'],
  },
  metrics: {
    method: 'GET',
    path: '/metrics',
    summary: 'Metrics in the text format of Prometheus',
    roles: 'public',
    media: 'text/plain; version=0.0.4; charset=utf-8',
    refusals: [],
  },
});
