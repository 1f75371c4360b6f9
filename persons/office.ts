/** What this room works with, handed in by the node that composes it. */
import type { NewId, Result } from '@urtuu/kernel';
import type { Database, Logger, Tx } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import type { RegisterPort } from '@urtuu/registers';
import type { Statements } from './links/statement.ts';
import type { OutgoingQuestion } from './reviews/ask-partner.ts';
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
  /** sends a question about the person of a case to the state that named him or her, in the transaction */
  readonly onAskPartner?: (
    tx: Tx,
    question: OutgoingQuestion,
  ) => Promise<Result<{ readonly documentId: string }, Refusal>>;
  /** share of the clerks' decisions that a second officer looks at without knowing them, 0 to 1 */
  readonly doubleReviewShare: number;
  readonly clock: () => Date;
  readonly newId: NewId;
  readonly logger: Logger;
}
