import type { JobContext } from '@urtuu/platform';

type Job = Pick<JobContext, 'signal'>;

/**
 * One run at a time for each partner in this process. A job that comes meanwhile asks the run to look once more and
 * ends: rows are the truth, so what it was to do is done, in fewer and larger steps.
 */
export function singleFlight(
  run: (to: string, job: Job) => Promise<void>,
): (to: string, job: Job) => Promise<void> {
  const running = new Map<string, { again: boolean }>();
  return async (to, job) => {
    const other = running.get(to);
    if (other !== undefined) {
      other.again = true;
      return;
    }
    const own = { again: true };
    running.set(to, own);
    try {
      while (own.again && !job.signal.aborted) {
        own.again = false;
        await run(to, job);
      }
    } finally {
      running.delete(to);
    }
  };
}
