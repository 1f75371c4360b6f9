/** The job that reads the register's feed of deaths and tells the cases of the persons named. */
import { day, formatDay } from '@urtuu/kernel';
import { transaction, type JobTask } from '@urtuu/platform';
import type { DeathFeed, RegisterDeath } from '@urtuu/registers';
import { casesOfPerson, lockCase } from '../cases/case-store.ts';
import { workOn } from '../cases/case-work.ts';
import { NODE_ITSELF, today, type Office } from '../office.ts';
import { personKeyOfClaim } from '../person/person-store.ts';
import { moveOn, readUpTo } from './death-watch-store.ts';
import { reportDeath } from './report-death.ts';

export function watchDeaths(office: Office): JobTask {
  return async () => {
    const from = await readUpTo(office.database);
    if (from === undefined) return;
    const to = formatDay(today(office));
    const feed = await office.register.deaths(day(from), day(to));
    if (!feed.ok) {
      if (feed.error.code === 'notOffered') return;
      throw new Error(`${office.register.system} ${feed.error.service}: ${feed.error.code}`);
    }
    for (const death of feed.value.deaths) await tellCases(office, death, feed.value);
    // The last day is read again next time: deaths of today may still be entered.
    await transaction(office.database, (tx) => moveOn(tx, from, to));
  };
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
      await reportDeath(work, { date: death.deathDate, source: 'ownRegister', evidence });
      await work.settle();
    });
  }
}
