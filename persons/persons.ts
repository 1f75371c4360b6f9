/** The room as a node composes it: records of persons as sources state them, and their search. */
import { enqueue, type Handlers, type JobTask, type Queries, type Tx } from '@urtuu/platform';
import type { personsContract } from './contract.ts';
import type { PersonsOffice } from './office.ts';
import { fillIndex, FILL_INDEX } from './records/fill-index.ts';
import type { PersonRecord } from './records/person-record.ts';
import { keepRecords } from './records/record-store.ts';
import { personsRoutes } from './routes.ts';

export interface Persons {
  readonly routes: Handlers<typeof personsContract>;
  /** tasks for the worker */
  readonly tasks: Readonly<Record<string, JobTask>>;
  /** when the recurring ones run, UTC */
  readonly crontab: string;
  /** Keeps records as their sources state them now, in the caller's transaction; answers their ids in order. */
  keepRecords(tx: Tx, records: readonly PersonRecord[]): Promise<readonly string[]>;
  /** Has the register's directory read now instead of at the next minute; call it once at start. */
  wake(queries: Queries): Promise<void>;
}

export function createPersons(office: PersonsOffice): Persons {
  return {
    routes: personsRoutes(office),
    tasks: { [FILL_INDEX]: fillIndex(office) },
    crontab: `* * * * * ${FILL_INDEX} ?jobKey=${FILL_INDEX}`,
    keepRecords: (tx, records) => keepRecords(tx, records, { newId: office.newId, now: office.clock() }),
    wake: (queries) => enqueue(queries, FILL_INDEX, {}, { jobKey: FILL_INDEX }),
  };
}
