/** What this room works with, handed in by the node that composes it. */
import { dayOfInstant, type Day, type NewId } from '@urtuu/kernel';
import type { Exchange } from '@urtuu/exchange';
import type { AccessLog, Database, Logger, PdfRenderer, PseudonymOf } from '@urtuu/platform';
import type { Persons } from '@urtuu/persons';
import type { RegisterPort } from '@urtuu/registers';
import type { Self } from './terms.ts';

export interface Office {
  readonly database: Database;
  readonly self: Self;
  /** the own national register behind its gateway */
  readonly register: RegisterPort;
  /** records of persons across register and cases */
  readonly persons: Persons;
  /** bound by `connect` after both rooms are made: the exchange wants our handlers, we want the exchange */
  readonly exchange: () => Exchange;
  readonly accessLog: AccessLog;
  /** names, in the access log, a person who is not known here */
  readonly pseudonymOf: PseudonymOf;
  readonly pdf: PdfRenderer;
  readonly clock: () => Date;
  readonly newId: NewId;
  readonly logger: Logger;
  /** milliseconds between two readings of the register's deaths while cases run; a minute unless stated */
  readonly deathWatchEvery?: number;
}

/** Who acts: a signed-in person, or the node by itself. */
export interface Actor {
  readonly subject: string;
  readonly name: string;
}

/** Acts of the node itself: automatic answers, drafts after a partner's notice, the watch over deaths. */
export const NODE_ITSELF: Actor = { subject: 'system:pensions', name: 'Urtuu' };

/** The agreement of this corridor. It is not in force yet, and everything sent under it says so. */
export const AGREEMENT = 'kz-mn';
export const LEGAL_BASIS = 'kz-mn agreement (not yet in force; demonstration)';

/** The national day. */
export function today(office: Office): Day {
  return dayOfInstant(office.clock(), office.self.utcOffsetMinutes);
}
