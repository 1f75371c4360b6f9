import { z } from 'zod';
import { defineContract } from '../contract.ts';
import { mergeCatalogues, problemCatalogue } from './problem-catalogue.ts';

/** A tennis club: the platform knows no pension. */
export const clubContract = defineContract({
  readMember: {
    method: 'GET',
    path: '/api/members/:memberId',
    summary: 'One member',
    roles: ['clerk', 'citizen'],
    params: z.object({ memberId: z.string().regex(/^m\d+$/) }),
    query: z.object({ year: z.coerce.number().int().optional() }),
    reply: z.object({ memberId: z.string(), year: z.number().optional() }),
    refusals: ['business/not-found'],
    reads: 'person',
  },
  renameMember: {
    method: 'PUT',
    path: '/api/members/:memberId',
    summary: 'Rename a member',
    roles: ['clerk'],
    params: z.object({ memberId: z.string() }),
    body: z.object({
      name: z.string().min(1),
      courts: z.array(z.object({ number: z.number().int() })).optional(),
    }),
    reply: z.object({ name: z.string(), seen: z.string() }),
    refusals: ['business/stale-version', 'club/closed'],
    ifMatch: true,
  },
  listCourts: {
    method: 'GET',
    path: '/api/courts',
    summary: 'Courts',
    roles: 'public',
    reply: z.object({ courts: z.array(z.string()) }),
    refusals: [],
  },
  card: {
    method: 'GET',
    path: '/api/members/:memberId/card.pdf',
    summary: 'Membership card',
    roles: 'public',
    params: z.object({ memberId: z.string() }),
    media: 'application/pdf',
    refusals: [],
  },
  challenge: {
    method: 'POST',
    path: '/x/challenge',
    summary: 'Another club challenges',
    roles: 'partner',
    reply: z.object({ from: z.string(), bytes: z.number() }),
    refusals: ['security/unauthenticated'],
  },
  leave: {
    method: 'DELETE',
    path: '/api/members/:memberId',
    summary: 'Leave',
    roles: ['clerk'],
    refusals: [],
  },
});

export const catalogue = mergeCatalogues(problemCatalogue, {
  'club/closed': {
    status: 409,
    retryable: false,
    title: {
      en: 'The club is closed',
      mn: 'Клуб хаалттай',
      kk: 'Клуб жабық',
      ru: 'Клуб закрыт',
      zh: '俱乐部已关闭',
    },
  },
});

export const people = {
  clerk: { subject: 'c1', name: 'Clerk One', roles: ['clerk'], institutionId: 'urn:club:a' },
  citizen: { subject: 'p1', name: 'Citizen One', roles: ['citizen'], personKey: 'person-1' },
  auditor: { subject: 'a1', name: 'Auditor One', roles: ['auditor'] },
  supervisor: { subject: 's1', name: 'Supervisor One', roles: ['supervisor'] },
  operator: { subject: 'o1', name: 'Operator One', roles: ['operator'] },
} as const;
