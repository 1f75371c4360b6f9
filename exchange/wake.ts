/**
 * Waking the worker. Rows are the truth and a job only points at them, so it is enqueued after the commit, once for
 * all commits of the moment: senders then wait for no row of the queue. If the process dies in between, the sweep of
 * any process finds the rows.
 */
import { afterCommit, enqueue, type Database, type Logger, type Tx } from '@urtuu/platform';

/** Wakes a task, for a partner where it has one, once the transaction has committed. */
export type Wake = (tx: Tx, task: string, partner?: string) => void;

/** Runs of tasks in this process: for one task and partner one at a time. */
export interface Runs {
  /** Does a round, and another one whenever somebody asked while it ran. Returns at once where a run is under way. */
  run(key: string, round: () => Promise<void>): Promise<void>;
  /** Whether a run is under way, which will then look again. */
  askAgain(key: string): boolean;
}

export function createRuns(): Runs {
  const underWay = new Map<string, { again: boolean }>();
  const askAgain = (key: string): boolean => {
    const run = underWay.get(key);
    if (run !== undefined) run.again = true;
    return run !== undefined;
  };
  return {
    askAgain,
    async run(key, round) {
      if (askAgain(key)) return;
      const state = { again: true };
      underWay.set(key, state);
      try {
        while (state.again) {
          state.again = false;
          await round();
        }
      } finally {
        underWay.delete(key);
      }
    },
  };
}

export function runKey(task: string, partner: string | undefined): string {
  return partner === undefined ? task : `${task}:${partner}`;
}

/** Whoever wakes while a job is being added joins the next one. */
export function createWake(database: Database, runs: Runs, logger: Logger): Wake {
  const adding = createRuns();
  return (tx, task, partner) =>
    afterCommit(tx, () => {
      const key = runKey(task, partner);
      if (runs.askAgain(key)) return;
      adding
        .run(key, () =>
          enqueue(database, task, partner === undefined ? {} : { to: partner }, { jobKey: key }),
        )
        .catch((error: unknown) => logger.warn({ err: error, task }, 'no job added; the sweep will'));
    });
}
