/**
 * Finds the person of a case in the own register. Clear is who the register's own number names, where name, birth date
 * and sex agree by rule, or whom a human linked before. Everybody else who may be meant is for a clerk: a score alone
 * never answers another state.
 */
import { ok, type Result } from '@urtuu/kernel';
import { transaction } from '@urtuu/platform';
import type { RegisterCandidate, RegisterRefusal } from '@urtuu/registers';
import { findCandidates, REVIEW_FROM, type ComparedPair } from '../candidates/find-candidates.ts';
import type { PersonsOffice } from '../office.ts';
import { registerRecord } from '../records/fill-index.ts';
import type { PersonRecord } from '../records/person-record.ts';
import { keepRecords, recordOfSource } from '../records/record-store.ts';
import type { RecordRow } from '../tables.ts';

export type PersonFinding =
  | {
      readonly verdict: 'same';
      readonly registerKey: string;
      /** by the rule of a clear match, or by a link that stands */
      readonly by: 'rule' | 'link';
      readonly pair: ComparedPair;
      readonly asked: RecordRow;
    }
  | {
      readonly verdict: 'doubtful' | 'none';
      readonly candidates: readonly ComparedPair[];
      readonly asked: RecordRow;
    };

export async function findInRegister(
  office: PersonsOffice,
  person: PersonRecord,
): Promise<Result<PersonFinding, RegisterRefusal>> {
  const { identifiers, names, birthDate, sex } = person;
  const live = await office.register.find({
    identifiers,
    names,
    birthDate: birthDate === '' ? undefined : birthDate,
    sex,
  });
  if (!live.ok) return live;
  const also = await keepFound(office, person, live.value.candidates);
  const asked = await recordOfSource(office.database, person.source, person.sourceKey);
  if (asked === undefined) throw new Error('The person looked for was kept and is not there');
  const candidates = await findCandidates(office.database, asked, {
    source: 'register',
    also,
    atLeast: REVIEW_FROM,
  });
  return ok(
    findingOf(asked, candidates, live.value.verdict === 'same' ? live.value.candidates[0]?.key : undefined),
  );
}

/** @param certain the person whom the register's own number names and the rules find the same */
export function findingOf(
  asked: RecordRow,
  candidates: readonly ComparedPair[],
  certain: string | undefined,
): PersonFinding {
  const linked = candidates.filter(
    ({ standing }) => standing?.outcome === 'same' && standing.basis === 'human',
  );
  const [only] = linked;
  if (only !== undefined && linked.length === 1) {
    return { verdict: 'same', registerKey: only.record.source_key, by: 'link', pair: only, asked };
  }
  const open = candidates.filter(({ standing }) => standing?.outcome !== 'notSame');
  const clear = open.find(({ record }) => record.source_key === certain);
  if (clear !== undefined && linked.length === 0) {
    return { verdict: 'same', registerKey: clear.record.source_key, by: 'rule', pair: clear, asked };
  }
  return { verdict: open.length === 0 ? 'none' : 'doubtful', candidates: open, asked };
}

/** Whom the register named becomes a record as well, so that a decision can be about it. */
async function keepFound(
  office: PersonsOffice,
  person: PersonRecord,
  candidates: readonly RegisterCandidate[],
): Promise<readonly string[]> {
  const found = candidates.map(({ subject }) =>
    registerRecord({ ...subject, alive: subject.deathDate === undefined }, office.register.country),
  );
  const sources = { newId: office.newId, now: office.clock() };
  const [, ...ids] = await transaction(office.database, (tx) => keepRecords(tx, [person, ...found], sources));
  return ids;
}
