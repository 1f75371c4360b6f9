/** What every part of the exchange works with: the options, the directory and the names that follow from them. */
import type { Agreements } from './agreement/agreements.ts';
import type { Directory } from './directory/directory.ts';
import type { ExchangeOptions } from './exchange.ts';
import type { PlaceSoon } from './log/place-soon.ts';
import type { RetrySchedule } from './outbox/retry-schedule.ts';
import type { Runs, Wake } from './wake.ts';
import type { StayWitnessed } from './witness/stay-witnessed.ts';

export interface Context extends Omit<ExchangeOptions, 'retry' | 'agreements'> {
  readonly agreements: Agreements;
  readonly directory: Directory;
  readonly schedule: RetrySchedule;
  /** name of the evidence log */
  readonly origin: string;
  /** counts an event for the metrics */
  readonly count: (event: string) => void;
  readonly placeSoon: PlaceSoon;
  readonly stayWitnessed: StayWitnessed;
  readonly wake: Wake;
  readonly runs: Runs;
}

export const TASKS = {
  deliver: 'exchange.deliver',
  process: 'exchange.process',
  receipts: 'exchange.receipts',
  sweep: 'exchange.sweep',
  witness: 'exchange.witness',
} as const;
