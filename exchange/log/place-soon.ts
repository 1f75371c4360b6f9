import { afterCommit, type Database, type Logger, type Tx } from '@urtuu/platform';
import type { LogSource } from './open-log.ts';
import { placePending } from './pending.ts';

/** Gives entries that wait their places a moment after the commit, all of the moment together. */
export type PlaceSoon = (tx: Tx) => void;

const MOMENT = 200;

/** If the process ends before, the sweep places them. */
export function createPlaceSoon(
  database: Database,
  source: Omit<LogSource, 'at'>,
  logger: Logger,
): PlaceSoon {
  let asked = false;
  const place = (): void => {
    asked = false;
    placePending(database, source).catch((error: unknown) =>
      logger.warn({ err: error }, 'entries of the log wait for the sweep'),
    );
  };
  return (tx) =>
    afterCommit(tx, () => {
      if (asked) return;
      asked = true;
      setTimeout(place, MOMENT).unref();
    });
}
