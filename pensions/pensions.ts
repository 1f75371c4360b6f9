/**
 * The room as a node composes it. The exchange wants our document handlers and we want the exchange, so the two are
 * made one after the other and bound by `connect`:
 *
 *     const pensions = createPensions({ … });
 *     const exchange = createExchange({ …, handlers: pensions.handlers, onFate: pensions.onFate });
 *     pensions.connect(exchange);
 */
import type { DocumentHandlers, Exchange, TransmissionFate } from '@urtuu/exchange';
import type { PersonsOffice, ReviewEnd, ReviewReopening } from '@urtuu/persons';
import type { Handlers, JobTask, Tx } from '@urtuu/platform';
import { NOTE_DISCLOSURE, recordDisclosure } from './citizen/disclosure.ts';
import type { pensionsContract } from './contract.ts';
import { DRAW_OWN_DECISION, drawOwnDecision } from './decision/own-decision-job.ts';
import { documentHandlers } from './inbox/document-handlers.ts';
import type { Office } from './office.ts';
import { normaliseIdentifier } from '@urtuu/identity';
import { personKeyOfClaim } from './person/person-store.ts';
import { fetchRegister } from './register/fetch-register.ts';
import { askPartner } from './inbox/partner-question.ts';
import { takeReviewEnd, takeReviewReopened } from './register/settle-identity.ts';
import { FETCH_REGISTER, WATCH_DEATHS } from './register/register-jobs.ts';
import { watchDeaths } from './register/watch-deaths.ts';
import { takeFate } from './inbox/transmission-fate.ts';
import { pensionsRoutes } from './routes.ts';

export type PensionsOptions = Omit<Office, 'exchange'>;

export interface Pensions {
  readonly routes: Handlers<typeof pensionsContract>;
  /** what the exchange does with each document that comes */
  readonly handlers: DocumentHandlers;
  /** what follows from the fate of documents sent; the exchange's option of that name */
  readonly onFate: (tx: Tx, fate: TransmissionFate) => Promise<void>;
  /** tasks for the worker */
  readonly tasks: Readonly<Record<string, JobTask>>;
  /** when the recurring ones run, UTC */
  readonly crontab: string;
  /** what follows in a case when a clerk has ended the review of its person; the persons room's option of that name */
  readonly onReviewEnd: (tx: Tx, end: ReviewEnd) => Promise<void>;
  /** A settled review is open again: the case asks once more. */
  readonly onReviewReopened: (tx: Tx, reopening: ReviewReopening) => Promise<void>;
  /** Asks the other state about the person of a case; the persons room's option of that name. */
  readonly onAskPartner: NonNullable<PersonsOffice['onAskPartner']>;
  /** Binds the exchange, once; routes, handlers and tasks need it. */
  connect(exchange: Exchange): void;
  /** This node's key of a person known by an identifier, for the access log of other rooms. */
  readonly personKeyOf: (scheme: string, value: string) => Promise<string | undefined>;
  /** under which the access log names the person of an identifier: the person's key, or a stranger's pseudonym */
  readonly accessKeyOf: (scheme: string, value: string) => Promise<string>;
}

export function createPensions(options: PensionsOptions): Pensions {
  let bound: Exchange | undefined;
  const office: Office = {
    ...options,
    exchange() {
      if (bound === undefined) throw new Error('The pensions room is not connected to an exchange yet');
      return bound;
    },
  };
  return {
    routes: pensionsRoutes(office),
    handlers: documentHandlers(office),
    tasks: {
      [FETCH_REGISTER]: fetchRegister(office),
      [WATCH_DEATHS]: watchDeaths(office),
      [DRAW_OWN_DECISION]: drawOwnDecision(office),
      [NOTE_DISCLOSURE]: recordDisclosure(office),
    },
    crontab: `* * * * * ${WATCH_DEATHS} ?jobKey=${WATCH_DEATHS}`,
    onFate: (tx, fate) => takeFate(office, tx, fate),
    onReviewEnd: (tx, end) => takeReviewEnd(office, tx, end),
    onReviewReopened: (tx, reopening) => takeReviewReopened(office, tx, reopening),
    onAskPartner: (tx, question) => askPartner(office, tx, question),
    connect(exchange) {
      if (bound !== undefined) throw new Error('The pensions room is connected already');
      bound = exchange;
    },
    personKeyOf: (scheme, value) => personKeyOfClaim(office.database, `${scheme}:${value}`),
    accessKeyOf: async (scheme, value) =>
      (await personKeyOfClaim(office.database, `${scheme}:${value}`)) ??
      office.pseudonymOf(scheme, normaliseIdentifier(scheme, value)),
  };
}
