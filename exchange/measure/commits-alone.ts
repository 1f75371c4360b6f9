/** Commits of one log entry each, as a send makes: the limit that disk and database set. */
import { randomBytes } from 'node:crypto';
import { transaction, type Database } from '@urtuu/platform';
import { sha256 } from '../crypto/digest.ts';
import { openLog } from '../log/open-log.ts';

/** Makes so many commits on so many connections; answers the milliseconds it took. */
export async function commitLogEntries(
  database: Database,
  wanted: { readonly commits: number; readonly connections: number },
): Promise<number> {
  let left = wanted.commits;
  const started = performance.now();
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await transaction(database, async (tx) => {
        const log = await openLog(tx, { random: randomBytes, at: new Date() });
        log.append('sent', sha256(randomBytes(32)));
        await log.write();
      });
    }
  };
  await Promise.all(Array.from({ length: wanted.connections }, lane));
  return performance.now() - started;
}
