/** The jobs that ask the own register: their names, what they are told, and how they are enqueued. */
import { enqueue, type Tx } from '@urtuu/platform';
import { z } from 'zod';
import type { Office } from '../office.ts';

export const FETCH_REGISTER = 'pensions.fetch-register';
/** a name as a crontab allows it: no dot */
export const WATCH_DEATHS = 'pensions:watch-deaths';

export const fetchPayloadSchema = z.object({
  caseId: z.uuid(),
  /** the answer has its id before it is asked for, so that a repeated job keeps it once */
  answerId: z.uuid(),
  /** the person in the register, where a clerk has decided who it is */
  registerKey: z.string().optional(),
});

/** Asks the register about the person of a case, and for the deaths since the claim was filed. */
export async function askRegister(
  office: Office,
  tx: Tx,
  caseId: string,
  registerKey?: string,
): Promise<void> {
  const payload: z.input<typeof fetchPayloadSchema> = {
    caseId,
    answerId: office.newId<'RegisterAnswer'>(),
    ...(registerKey === undefined ? {} : { registerKey }),
  };
  await enqueue(tx, FETCH_REGISTER, payload, { jobKey: `${FETCH_REGISTER} ${caseId}` });
  await enqueue(tx, WATCH_DEATHS, {}, { jobKey: WATCH_DEATHS });
}
