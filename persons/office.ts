/** What this room works with, handed in by the node that composes it. */
import type { NewId } from '@urtuu/kernel';
import type { Database, Logger, Tx } from '@urtuu/platform';
import type { RegisterPort } from '@urtuu/registers';
import type { Statements } from './links/statement.ts';
import type { ReviewEnd, ReviewReopening } from './reviews/decide-review.ts';

export interface PersonsOffice {
  readonly database: Database;
  /** the own national register behind its gateway */
  readonly register: RegisterPort;
  /** under which the access log names the person of an identifier, known to this node or not */
  readonly accessKeyOf: (scheme: string, value: string) => Promise<string>;
  /** how this institution signs what an officer states */
  readonly statements: Statements;
  /** told how a clerk's review ended, in the transaction of the decision */
  readonly onReviewEnd?: (tx: Tx, end: ReviewEnd) => Promise<void>;
  /** told that a settled review is open again, in the transaction of the withdrawal */
  readonly onReviewReopened?: (tx: Tx, reopening: ReviewReopening) => Promise<void>;
  /** share of the clerks' decisions that a second officer looks at without knowing them, 0 to 1 */
  readonly doubleReviewShare: number;
  readonly clock: () => Date;
  readonly newId: NewId;
  readonly logger: Logger;
}
