/**
 * The room as a node composes it: records of persons as sources state them, their search, links between them, and the
 * clerks' reviews.
 */
import type { Result } from '@urtuu/kernel';
import { enqueue, type Handlers, type JobTask, type Queries, type Tx } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import type { RegisterRefusal } from '@urtuu/registers';
import type { personsContract } from './contract.ts';
import type { PersonsOffice } from './office.ts';
import { fillIndex, FILL_INDEX } from './records/fill-index.ts';
import type { PersonRecord } from './records/person-record.ts';
import { keepRecords } from './records/record-store.ts';
import { takeAnswer, type PartnerAnswer } from './reviews/ask-partner.ts';
import { linkByRule, settleByCase, type CaseSettlement } from './reviews/case-review.ts';
import { findInRegister, type PersonFinding } from './reviews/find-person.ts';
import { openReview, type NewReview } from './reviews/review-store.ts';
import { personsRoutes } from './routes.ts';

export interface Persons {
  readonly routes: Handlers<typeof personsContract>;
  /** tasks for the worker */
  readonly tasks: Readonly<Record<string, JobTask>>;
  /** when the recurring ones run, UTC */
  readonly crontab: string;
  /** Keeps records as their sources state them now, in the caller's transaction; answers their ids in order. */
  keepRecords(tx: Tx, records: readonly PersonRecord[]): Promise<readonly string[]>;
  /** Looks for the person of a case in the own register. It calls the register: never inside a transaction. */
  find(person: PersonRecord): Promise<Result<PersonFinding, RegisterRefusal>>;
  /** Keeps a clear match as a link by rule and ends the review of the case, if one waits. */
  linkByRule(tx: Tx, caseId: string, finding: PersonFinding): Promise<void>;
  /** Puts a doubtful finding into the clerks' queue. */
  openReview(tx: Tx, review: NewReview): Promise<string>;
  /** Keeps what a clerk settled in the case itself. */
  settleByCase(tx: Tx, settlement: CaseSettlement): Promise<Result<void, Refusal>>;
  /** Keeps the other state's answer to a question of a review; false where none of ours waits for it. */
  takeAnswer(tx: Tx, answer: PartnerAnswer): Promise<boolean>;
  /** Has the register's directory read now instead of at the next minute; call it once at start. */
  wake(queries: Queries): Promise<void>;
}

export function createPersons(office: PersonsOffice): Persons {
  return {
    routes: personsRoutes(office),
    tasks: { [FILL_INDEX]: fillIndex(office) },
    crontab: `* * * * * ${FILL_INDEX} ?jobKey=${FILL_INDEX}`,
    keepRecords: (tx, records) => keepRecords(tx, records, { newId: office.newId, now: office.clock() }),
    find: (person) => findInRegister(office, person),
    linkByRule: (tx, caseId, finding) => linkByRule(office, tx, caseId, finding),
    openReview: (tx, review) => openReview(office, tx, review),
    settleByCase: (tx, settlement) => settleByCase(office, tx, settlement),
    takeAnswer,
    wake: (queries) => enqueue(queries, FILL_INDEX, {}, { jobKey: FILL_INDEX }),
  };
}
