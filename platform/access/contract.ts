/** Who is signed in, as the console asks it at its start. */
import { LOCALES } from '@urtuu/kernel';
import { z } from 'zod';
import { defineContract, ROLES } from '../http/contract-table.ts';

export const sessionViewSchema = z.object({
  signedIn: z.boolean(),
  subject: z.string().optional(),
  name: z.string().optional(),
  roles: z.array(z.enum(ROLES)),
  institutionId: z.string().optional(),
  /** The citizen's own person in this node's records. */
  personKey: z.string().optional(),
  /** Language of the request, by Accept-Language. */
  locale: z.enum(LOCALES),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

export const sessionContract = defineContract({
  readSession: {
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in, in which roles, for which institution',
    roles: 'public',
    reply: sessionViewSchema,
    refusals: [],
  },
});
