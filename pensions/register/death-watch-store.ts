/** Up to which day the deaths of the register have been read. */
import { sql, type Queries, type Tx } from '@urtuu/platform';
import type { PensionsTables } from '../tables.ts';

/** Makes the next reading begin no later than a day: a claim filed then has just become known. */
export async function lookBackTo(tx: Tx, day: string): Promise<void> {
  await tx
    .tables<PensionsTables>()
    .insertInto('pensions_death_watch')
    .values({ read_up_to: day })
    .onConflict((conflict) =>
      conflict
        .column('singleton')
        .doUpdateSet({
          read_up_to: sql<string>`least(pensions_death_watch.read_up_to, excluded.read_up_to)`,
        }),
    )
    .execute();
}

/** The day from which to read; undefined while no claim is known. */
export async function readUpTo(queries: Queries): Promise<string | undefined> {
  const row = await queries
    .tables<PensionsTables>()
    .selectFrom('pensions_death_watch')
    .select('read_up_to')
    .executeTakeFirst();
  return row?.read_up_to;
}

/** Moves on to a day, unless somebody has asked for an earlier one meanwhile. */
export async function moveOn(tx: Tx, from: string, to: string): Promise<void> {
  await tx
    .tables<PensionsTables>()
    .updateTable('pensions_death_watch')
    .set({ read_up_to: to })
    .where('read_up_to', '>=', from)
    .execute();
}
