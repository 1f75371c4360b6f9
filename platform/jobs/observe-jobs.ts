import type { Telemetry } from '../telemetry/telemetry.ts';
import type { JobObserver } from './jobs.ts';

/** A span and a measurement for every run of a job: `startWorker(database, tasks, { observer: observeJobs(t), … })`. */
export function observeJobs(telemetry: Telemetry): JobObserver {
  const count = telemetry.counter('urtuu_job_runs', 'Runs of jobs by task and outcome');
  const duration = telemetry.histogram('urtuu_job_duration', 'Time of one run of a job', 's');
  return {
    async around(task, run) {
      const start = performance.now();
      let outcome = 'failed';
      try {
        await telemetry.spanFrom(undefined, `job ${task}`, { 'urtuu.task': task }, run);
        outcome = 'done';
      } finally {
        count(1, { task, outcome });
        duration((performance.now() - start) / 1000, { task });
      }
    },
  };
}
