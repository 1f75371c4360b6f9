/** The job that reads the register's feed of deaths and tells the cases of the persons named. */
import { day } from '@urtuu/kernel';
import { enqueue, transaction, type JobTask } from '@urtuu/platform';
import type { DeathFeed, RegisterDeath } from '@urtuu/registers';
import { casesOfPerson, lockCase } from '../cases/case-store.ts';
import { workOn } from '../cases/case-work.ts';
import { NODE_ITSELF, today, type Office } from '../office.ts';
import { personKeyOfClaim } from '../person/person-store.ts';
import { WATCH_DEATHS } from './register-jobs.ts';
import type { PensionsTables } from '../tables.ts';
import { reportDeath } from './report-death.ts';

export function watchDeaths(office: Office): JobTask {
  return async () => {
    const from = await earliestFiling(office);
    if (from === undefined) return;
    const feed = await office.register.deaths(day(from), today(office));
    if (!feed.ok) {
      if (feed.error.code === 'notOffered') return;
      throw new Error(`${office.register.system} ${feed.error.service}: ${feed.error.code}`);
    }
    for (const death of feed.value.deaths) await tellCases(office, death, feed.value);
    // The worker's time, not the domain's clock.
    const runAt = new Date(Date.now() + (office.deathWatchEvery ?? MINUTE));
    await enqueue(office.database, WATCH_DEATHS, {}, { jobKey: WATCH_DEATHS, runAt });
  };
}

const MINUTE = 60_000;

/**
 * The first filing day of the cases that still run. Deaths are entered late, so the whole span is read each time; what
 * is known already changes nothing.
 */
async function earliestFiling({ database }: Office): Promise<string | undefined> {
  const row = await database
    .tables<PensionsTables>()
    .selectFrom('pensions_claim')
    .innerJoin('pensions_case', 'pensions_case.case_id', 'pensions_claim.case_id')
    .select((of) => of.fn.min('filed_on').as('first'))
    .where('state', 'not in', ['closedGlobal', 'archived'])
    .executeTakeFirst();
  return row?.first ?? undefined;
}

async function tellCases(office: Office, death: RegisterDeath, feed: DeathFeed): Promise<void> {
  const personKey = await personKeyOfClaim(office.database, `${death.scheme}:${death.key}`);
  if (personKey === undefined) return;
  const { service, rawDigest } = feed.source;
  const evidence = [{ kind: 'register', ref: service, ...(rawDigest === '' ? {} : { hash: rawDigest }) }];
  for (const { case_id } of await casesOfPerson(office.database, personKey)) {
    await transaction(office.database, async (tx) => {
      const row = await lockCase(tx, case_id);
      if (row === undefined || row.state === 'archived') return;
      const work = workOn(office, tx, row, NODE_ITSELF);
      const told = await reportDeath(work, { date: death.deathDate, source: 'ownRegister', evidence });
      if (told === 'news') await work.settle();
    });
  }
}
