import { compareIdentity, nameText, type IdentityForm } from '@urtuu/identity';
import { ok, type Result } from '@urtuu/kernel';
import type { RegisterPerson } from './contract.ts';
import type {
  RegisterCandidate,
  RegisterFinding,
  RegisterRefusal,
  RegisterSubject,
} from './register-port.ts';

export interface PersonLookup {
  /** scheme of the register's own key */
  readonly scheme: string;
  subject(key: string): Promise<Result<RegisterSubject, RegisterRefusal>>;
  search(text: string): Promise<Result<readonly RegisterPerson[], RegisterRefusal>>;
}

/**
 * Looks for a person by the register's own key; only without one by name, where the gateway offers a search. A person
 * found by name alone is never certain, whoever looks alike.
 */
export async function findPerson(
  lookup: PersonLookup,
  wanted: IdentityForm,
): Promise<Result<RegisterFinding, RegisterRefusal>> {
  const keys = new Set(
    wanted.identifiers
      .filter((identifier) => identifier.scheme === lookup.scheme)
      .map((identifier) => identifier.value),
  );
  if (keys.size === 0) {
    const found = await searchByName(lookup, wanted);
    if (!found.ok) return found.error.code === 'notOffered' ? ok({ verdict: 'none', candidates: [] }) : found;
    for (const person of found.value) keys.add(person.key);
  }
  const candidates: RegisterCandidate[] = [];
  for (const key of keys) {
    const subject = await lookup.subject(key);
    if (!subject.ok) {
      if (subject.error.code === 'notFound') continue;
      return subject;
    }
    const comparison = compareIdentity(wanted, formOf(subject.value));
    if (comparison.verdict !== 'different') candidates.push({ key, subject: subject.value, comparison });
  }
  const certain = candidates.length === 1 && candidates[0]?.comparison.verdict === 'same';
  return ok({
    verdict: candidates.length === 0 ? 'none' : certain ? 'same' : 'doubtful',
    candidates,
  });
}

/** What identity compares: a register's subject without what only the record needs. */
function formOf(subject: RegisterSubject): IdentityForm {
  return {
    identifiers: subject.identifiers,
    names: subject.names,
    birthDate: subject.birthDate,
    sex: subject.sex,
  };
}

async function searchByName(
  lookup: PersonLookup,
  wanted: IdentityForm,
): Promise<Result<readonly RegisterPerson[], RegisterRefusal>> {
  const found = new Map<string, RegisterPerson>();
  for (const name of wanted.names) {
    const answer = await lookup.search(nameText({ script: name.script, given: name.given }));
    if (!answer.ok) return answer;
    for (const person of answer.value) found.set(person.key, person);
  }
  return ok([...found.values()].filter((person) => person.birthDate === wanted.birthDate));
}
