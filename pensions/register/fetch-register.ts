/**
 * The job that asks the own register about the person of a case. The register is called outside any transaction; what
 * it answers is kept in one. A register that is down is an event of the case and a later attempt of the job.
 */
import { ok, type Result } from '@urtuu/kernel';
import { registerRecord, type PersonFinding, type PersonRecord } from '@urtuu/persons';
import { enqueue, jsonb, transaction, type JobTask } from '@urtuu/platform';
import type { FoldedRows, RegisterAnswer, RegisterRefusal, RegisterRows } from '@urtuu/registers';
import { workOn, type CaseWork } from '../cases/case-work.ts';
import { lockCase, readCaseRow, registerAnswerOf } from '../cases/case-store.ts';
import { noteDisclosure } from '../citizen/disclosure.ts';
import { DRAW_OWN_DECISION } from '../decision/own-decision-job.ts';
import { NODE_ITSELF, type Office } from '../office.ts';
import { caseRecord, knowPerson } from '../person/know-person.ts';
import { readPerson } from '../person/person-store.ts';
import type { PensionsTables } from '../tables.ts';
import type { Reason } from '../terms.ts';
import { answerRequest } from './answer-request.ts';
import { fetchPayloadSchema } from './register-jobs.ts';
import { reportDeath } from './report-death.ts';

export function fetchRegister(office: Office): JobTask {
  return async (payload, { signal }) => {
    const { caseId, answerId, registerKey } = fetchPayloadSchema.parse(payload);
    const row = await readCaseRow(office.database, caseId);
    if (row === undefined) return;
    const person = await readPerson(office.database, row.person_key);
    if (person === undefined) throw new Error(`Case without a person: ${caseId}`);

    // Who it is in the register was settled at the first answer; it is not asked again.
    const known = (await registerAnswerOf(office.database, caseId))?.register_key;
    const { self } = office;
    const country = row.role === 'owner' ? self.country : self.partner.country;
    const record = caseRecord(row.person_key, person, country);
    const read = await readFromRegister(office, record, registerKey ?? (known === '' ? undefined : known));
    signal.throwIfAborted();
    await transaction(office.database, async (tx) => {
      const locked = await lockCase(tx, caseId);
      if (locked === undefined) return;
      const work = workOn(office, tx, locked, NODE_ITSELF);
      if (!read.ok) {
        await work.event('registerUnavailable', { system: office.register.system, problem: read.error.code });
      } else if (read.value.found === 'answer') {
        await noteFound(work, read.value.finding);
        await keepAnswer(work, answerId, read.value.answer);
      } else {
        await askClerk(work, read.value.finding);
      }
      await work.settle();
    });
    if (!read.ok) throw new Error(`${office.register.system} ${read.error.service}: ${read.error.code}`);
  };
}

type Read =
  | { readonly found: 'answer'; readonly answer: RegisterAnswer; readonly finding: PersonFinding | undefined }
  | { readonly found: 'doubt'; readonly finding: DoubtfulFinding | undefined };

type DoubtfulFinding = Exclude<PersonFinding, { readonly verdict: 'same' }>;

async function readFromRegister(
  { register, persons }: Office,
  person: PersonRecord,
  registerKey: string | undefined,
): Promise<Result<Read, RegisterRefusal>> {
  let finding: PersonFinding | undefined;
  let key = registerKey;
  if (key === undefined) {
    const found = await persons.find(person);
    if (!found.ok) return found;
    finding = found.value;
    if (finding.verdict !== 'same') return ok({ found: 'doubt', finding });
    key = finding.registerKey;
  }
  const answer = await register.read(key);
  if (answer.ok) return ok({ found: 'answer', answer: answer.value, finding });
  if (answer.error.code !== 'notFound') return answer;
  return ok({ found: 'doubt', finding: undefined });
}

/** The case waits for a clerk; the candidates stand in the queue of reviews as well, with what weighs for and against. */
async function askClerk(work: CaseWork, finding: DoubtfulFinding | undefined): Promise<void> {
  const { tx, office, row } = work;
  const candidates = finding?.candidates ?? [];
  if (candidates.length === 0) await work.event('registerNotFound', { system: office.register.system });
  await work.openTask({
    kind: 'identityDoubt',
    reason: identityReason(candidates.length),
    candidates: candidates.map(({ record, comparison }) => ({
      registerKey: record.source_key,
      fields: comparison.fields.map((field) => ({ ...field })),
    })),
  });
  if (finding === undefined) return;
  const asked = finding.asked.record_id;
  await office.persons.openReview(tx, { caseId: row.case_id, asked, candidates });
}

/** A person found by the rule of a clear match, or by a link that stands, needs no clerk any more. */
async function noteFound(work: CaseWork, finding: PersonFinding | undefined): Promise<void> {
  if (finding?.verdict !== 'same') return;
  await work.office.persons.linkByRule(work.tx, work.row.case_id, finding);
  await work.settleTask('identityDoubt', 'samePerson', 'found by the register');
}

function identityReason(candidates: number): Reason {
  if (candidates === 0) return { code: 'identityNotFound', values: {} };
  if (candidates === 1) return { code: 'identityDoubtful', values: {} };
  return { code: 'identitySeveral', values: { count: String(candidates) } };
}

/** Keeps rows and folded values; doubts of the folding go to a clerk before anything is certified. */
async function keepAnswer(work: CaseWork, answerId: string, answer: RegisterAnswer): Promise<void> {
  const { folded, rows, person } = answer;
  const doubtful = folded.doubts.length > 0;
  const kept = await keepRows(work, { answerId, key: person.key, rows, folded, doubtful });
  if (!kept) return;
  await keepIdentifiers(work, answer);
  const { country } = work.office.register;
  const alive = (folded.deathDate ?? person.deathDate) === undefined;
  await work.office.persons.keepRecords(work.tx, [registerRecord({ ...person, alive }, country)]);
  await noteDisclosure(work.tx, {
    personKey: work.row.person_key,
    caseId: work.row.case_id,
    reader: 'node',
    institutionId: work.office.self.institutionId,
    purpose: 'claim-processing',
    what: 'register-rows',
    reference: answerId,
  });
  await work.event('registerRead', {
    system: work.office.register.system,
    periods: String(folded.periods.length),
    earnings: String(folded.earnings.length),
  });
  await work.audited('register.read', { answerId, digests: rows.map((row) => row.rawDigest) });
  const deathDate = folded.deathDate ?? person.deathDate;
  if (deathDate !== undefined) {
    const evidence = answer.source.map(({ service, rawDigest }) => ({
      kind: 'register',
      ref: service,
      hash: rawDigest,
    }));
    await reportDeath(work, { date: deathDate, source: 'ownRegister', evidence });
  }
  if (doubtful) {
    const doubts = [...new Set(folded.doubts.map((doubt) => doubt.code))].join(', ');
    await work.openTask({ kind: 'evidenceDoubt', reason: { code: 'evidenceDoubtful', values: { doubts } } });
  } else {
    await answerRequest(work);
    // The other state may have decided while this register was asked.
    await enqueue(work.tx, DRAW_OWN_DECISION, { caseId: work.row.case_id });
  }
}

interface KeptRows {
  readonly answerId: string;
  readonly key: string;
  readonly rows: readonly RegisterRows[];
  readonly folded: FoldedRows;
  readonly doubtful: boolean;
}

/** False where this very answer is kept already. */
export async function keepRows({ tx, row, now }: CaseWork, answer: KeptRows): Promise<boolean> {
  const added = await tx
    .tables<PensionsTables>()
    .insertInto('pensions_register_answer')
    .values({
      answer_id: answer.answerId,
      case_id: row.case_id,
      register_key: answer.key,
      rows: jsonb(answer.rows),
      folded: jsonb(answer.folded),
      accepted: answer.doubtful ? null : 'all',
      read_at: now,
    })
    .onConflict((conflict) => conflict.column('answer_id').doNothing())
    .returning('answer_id')
    .executeTakeFirst();
  return added !== undefined;
}

/** What the register calls the person is how this node finds the person again. */
async function keepIdentifiers({ tx, row, office }: CaseWork, { person }: RegisterAnswer): Promise<void> {
  const known = await readPerson(tx, row.person_key);
  if (known === undefined) return;
  const identifiers = [...known.identifiers, ...person.identifiers];
  const kept = await knowPerson(office, tx, { ...known, identifiers }, 'own');
  if (!kept.ok) {
    office.logger.warn(
      { caseId: row.case_id },
      'the register names the person by a number this node knows of another',
    );
  }
}
