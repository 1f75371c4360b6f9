/** The log’s pulse: a checkpoint where it has grown, and witnesses asked for what they have not cosigned yet. */
import { enqueue } from '@urtuu/platform';
import { TASKS, type Context } from '../context.ts';
import { makeCheckpoint } from '../log/checkpoints.ts';
import { witnessesToAsk } from './ask.ts';

/** To be called at every sweep; does its work as often as the schedule says. */
export type StayWitnessed = (context: Context) => Promise<void>;

export function createStayWitnessed(): StayWitnessed {
  let next = 0;
  return async (context) => {
    const { clock, database, schedule } = context;
    const now = clock().getTime();
    if (now < next) return;
    next = now + schedule.checkpointEvery;
    await makeCheckpoint(context, database);
    if ((await witnessesToAsk(context)).length > 0)
      await enqueue(database, TASKS.witness, {}, { jobKey: TASKS.witness });
  };
}
