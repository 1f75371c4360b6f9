/** Routes of the national register as this node sees it through its gateway. No I/O. */
import { defineContract } from '@urtuu/platform/contract';
import { z } from 'zod';

/** A row as the register delivered it: every field text, in the register's own spelling. */
export const registerRowsSchema = z.object({
  /** register service, e.g. `WS100501_getCitizenSalaryInfo` */
  service: z.string(),
  system: z.string(),
  retrievedAt: z.iso.datetime(),
  /** SHA-256 of the answer as received */
  rawDigest: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.record(z.string(), z.string())),
});
export type RegisterRows = z.infer<typeof registerRowsSchema>;

export const registerPersonSchema = z.object({
  /** the register's key of the person: register number or IIN */
  key: z.string(),
  scheme: z.string(),
  name: z.string(),
  birthDate: z.string(),
  sex: z.enum(['male', 'female', 'unknown']),
  alive: z.boolean(),
});
export type RegisterPerson = z.infer<typeof registerPersonSchema>;

/** Kept in the access log for good: a code, no free text. */
const purposeSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9.-]{0,63}$/);

export const registersContract = defineContract({
  searchRegister: {
    method: 'GET',
    path: '/api/register/persons',
    summary: 'Persons of the simulated national register by identifier or name; at most 50',
    roles: ['clerk', 'supervisor'],
    query: z.object({ q: z.string().max(100).optional(), purpose: purposeSchema.optional() }),
    reply: z.object({ simulator: z.literal(true), system: z.string(), items: z.array(registerPersonSchema) }),
    refusals: ['transport/unavailable'],
    reads: 'person',
  },
  registerPerson: {
    method: 'GET',
    path: '/api/register/persons/:key',
    summary: 'Everything the register holds of one person, rows as delivered, service by service',
    roles: ['clerk', 'supervisor'],
    params: z.object({ key: z.string() }),
    query: z.object({ purpose: purposeSchema.optional() }),
    reply: z.object({
      simulator: z.literal(true),
      person: registerPersonSchema,
      services: z.array(registerRowsSchema),
    }),
    refusals: ['business/not-found', 'transport/unavailable'],
    reads: 'person',
  },
});
