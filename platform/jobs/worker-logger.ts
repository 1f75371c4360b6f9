/** The job runner's own messages, turned into ours. Its texts name tasks and job ids, no payloads. */
import { Logger as WorkerLogger } from 'graphile-worker';
import type { Logger } from '../telemetry/logger.ts';

export const quietWorkerLogger = new WorkerLogger(() => () => undefined);

export function workerLogger(log: Logger): WorkerLogger {
  return new WorkerLogger((scope) => (level, message) => {
    const fields = { task: scope.taskIdentifier, jobId: scope.jobId };
    if (level === 'error') log.error(fields, message);
    else if (level === 'warning') log.warn(fields, message);
    else log.debug(fields, message);
  });
}
