/** A process that begins a job and never ends it: argv[2] is the database. Says when the job runs. */
import { openDatabase } from '../postgres/database.ts';
import { createLogger } from '../telemetry/logger.ts';
import { startWorker } from './jobs.ts';

const database = openDatabase(process.argv[2] ?? '', { applicationName: 'urtuu fixture' });
await startWorker(
  database,
  {
    endless: () => {
      process.stdout.write('running\n');
      return new Promise(() => undefined);
    },
  },
  { concurrency: 1, log: createLogger({ name: 'fixture', level: 'silent' }) },
);
