/**
 * The job that keeps the search up with the own register: it asks the directory beside the gateway who has changed and
 * keeps their records, a page in a transaction. A gateway without a directory leaves the search to what this node has
 * read in its cases.
 */
import { transaction, type JobTask } from '@urtuu/platform';
import type { ListedPerson } from '@urtuu/registers';
import type { PersonsOffice } from '../office.ts';
import { countNames } from '../scoring/ground.ts';
import type { PersonsTables } from '../tables.ts';
import type { PersonRecord } from './person-record.ts';
import { keepRecords } from './record-store.ts';

/** a name as a crontab allows it: no dot */
export const FILL_INDEX = 'persons:fill-index';

export function fillIndex(office: PersonsOffice): JobTask {
  return async (_payload, { signal }) => {
    let more = true;
    while (more && !signal.aborted) more = await readPage(office);
    if (!signal.aborted) await countNames(office.database, office.clock());
  };
}

/** Reads one page of changes; whether more are waiting. */
async function readPage(office: PersonsOffice): Promise<boolean> {
  const { database, register, newId, clock, logger } = office;
  const { system } = register;
  const before = await database
    .tables<PersonsTables>()
    .selectFrom('persons_directory')
    .select('mark')
    .where('system', '=', system)
    .executeTakeFirst();
  const page = await register.changes(before?.mark ?? '');
  if (!page.ok) {
    // Asked again at the next minute; a gateway without a directory is no fault.
    if (page.error.code !== 'notOffered')
      logger.warn({ system, problem: page.error.code }, 'the register directory could not be read');
    return false;
  }
  const { persons, mark, more } = page.value;
  const now = clock();
  await transaction(database, async (tx) => {
    await keepRecords(
      tx,
      persons.map((person) => registerRecord(person, register.country)),
      { newId, now },
    );
    await tx
      .tables<PersonsTables>()
      .insertInto('persons_directory')
      .values({ system, mark, read_at: now })
      .onConflict((conflict) => conflict.column('system').doUpdateSet({ mark, read_at: now }))
      .execute();
  });
  return more;
}

export function registerRecord(person: ListedPerson, country: string): PersonRecord {
  return {
    source: 'register',
    sourceKey: person.key,
    country,
    names: person.names,
    identifiers: person.identifiers.map(({ scheme, value }) => ({ scheme, value })),
    birthDate: person.birthDate ?? '',
    sex: person.sex ?? 'unknown',
    alive: person.alive,
  };
}
