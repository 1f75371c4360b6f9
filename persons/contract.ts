/** Routes and shapes of the search of persons across registers and cases. No I/O. */
import { WORD_MATCHES } from '@urtuu/identity';
import { defineContract } from '@urtuu/platform/contract';
import { z } from 'zod';
import { RECORD_SEXES, RECORD_SOURCES } from './records/person-record.ts';

export { RECORD_SOURCES };

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
          /** the least sure way in which a word of the name was found; absent where no name was asked for */
          how: z.enum(WORD_MATCHES).optional(),
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
});
