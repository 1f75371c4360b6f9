/** The job runner's own messages, turned into ours. Its texts name tasks and job ids, no payloads. */
import { Logger as WorkerLogger } from 'graphile-worker';
import type { Logger } from '../telemetry/logger.ts';

export const quietWorkerLogger = new WorkerLogger(() => () => undefined);

export function workerLogger(log: Logger): WorkerLogger {
  return new WorkerLogger((scope) => (level, text, meta) => {
    const fields = { task: scope.taskIdentifier, jobId: scope.jobId };
    // A failure's message and stack are told by our own rules of what an error may say in a log.
    const [message = ''] = text.split(" with error '");
    if (level === 'error') log.error({ ...fields, ...errorIn(meta) }, message);
    else if (level === 'warning') log.warn(fields, message);
    else log.debug(fields, message);
  });
}

function errorIn(meta: { readonly error?: unknown } | undefined): { readonly err?: unknown } {
  return meta?.error instanceof Error ? { err: meta.error } : {};
}
