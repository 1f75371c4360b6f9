/** What every part of the exchange works with: the options, the directory and the names that follow from them. */
import type { AgreementPack } from './agreement/agreement-pack.ts';
import { kzMn } from './agreement/kz-mn.ts';
import type { Directory } from './directory/directory.ts';
import type { ExchangeOptions } from './exchange.ts';
import type { PlaceSoon } from './log/place-soon.ts';
import type { RetrySchedule } from './outbox/retry-schedule.ts';
import type { Runs, Wake } from './wake.ts';

export interface Context extends Omit<ExchangeOptions, 'retry'> {
  readonly directory: Directory;
  readonly schedule: RetrySchedule;
  /** name of the evidence log */
  readonly origin: string;
  /** counts an event for the metrics */
  readonly count: (event: string) => void;
  readonly placeSoon: PlaceSoon;
  readonly wake: Wake;
  readonly runs: Runs;
}

/** Agreement packs by id; a case names the pack under which it was opened. */
export const AGREEMENTS: Readonly<Record<string, AgreementPack>> = { [kzMn.id]: kzMn };

export function agreementOf(id: string): AgreementPack | undefined {
  return Object.hasOwn(AGREEMENTS, id) ? AGREEMENTS[id] : undefined;
}

export function supportsProfile(profile: string): boolean {
  return Object.values(AGREEMENTS).some((pack) => pack.profile === profile);
}

export const TASKS = {
  deliver: 'exchange.deliver',
  process: 'exchange.process',
  receipts: 'exchange.receipts',
  sweep: 'exchange.sweep',
  witness: 'exchange.witness',
} as const;
