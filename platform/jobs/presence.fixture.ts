/** A process that begins a job and never ends it: argv[2] is the database. Says when the job runs. */
import { openDatabase } from '../postgres/database.ts';
import { createLogger } from '../telemetry/logger.ts';
import { startWorker } from './jobs.ts';

const database = openDatabase(process.argv[2] ?? '', { applicationName: 'urtuu fixture' });
const running = Promise.withResolvers<undefined>();
await startWorker(
  database,
  {
    endless: () => {
      running.resolve(undefined);
      return new Promise(() => undefined);
    },
  },
  { concurrency: 1, log: createLogger({ name: 'fixture', level: 'silent' }) },
);
// The job may begin before the worker has announced itself; whoever kills us means an announced one.
await running.promise;
process.stdout.write('running\n');
