import { normaliseRegister } from '@urtuu/identity';
import { formatDay, ok, refuse, type Result } from '@urtuu/kernel';
import { findPerson } from '../find-person.ts';
import {
  registerRefusal,
  type RegisterPort,
  type RegisterRefusal,
  type RegisterSubject,
} from '../register-port.ts';
import { directoryChanges } from '../directory-changes.ts';
import { searchDirectory } from '../search-directory.ts';
import { callKhur, type KhurAnswer, type KhurClientOptions } from './khur-client.ts';
import { foldKhur, khurDeaths, khurSubject } from './khur-fold.ts';
import { KHUR } from './khur-services.ts';

export interface KhurPortOptions extends KhurClientOptions {
  /** address of a person search beside the gateway; KHUR itself has none, the simulator offers one */
  readonly directoryUrl?: string;
}

/** The register of Mongolia behind KHUR. */
export function khurPort(options: KhurPortOptions): RegisterPort {
  const subject = async (key: string): Promise<Result<RegisterSubject, RegisterRefusal>> => {
    const answer = await callKhur(options, 'idCard', { regnum: normaliseRegister(key) });
    return answer.ok ? subjectOf(answer.value) : answer;
  };
  const search: RegisterPort['search'] = (text) =>
    searchDirectory(options.fetch, options.directoryUrl, text, options.timeoutMs);

  return {
    country: 'MN',
    system: 'khur',
    find: (wanted) => findPerson({ scheme: 'mn.register', subject, search }, wanted),
    search,
    changes: (after) => directoryChanges(options.fetch, options.directoryUrl, after, options.timeoutMs),
    async read(key) {
      const regnum = normaliseRegister(key);
      const idCard = await callKhur(options, 'idCard', { regnum });
      if (!idCard.ok) return idCard;
      const person = subjectOf(idCard.value);
      if (!person.ok) return person;
      const endYear = String(options.clock().getUTCFullYear());
      const [salary, workHistory, pension] = await Promise.all([
        ownOrNone(callKhur(options, 'salary', { regnum, startYear: '1995', endYear })),
        ownOrNone(callKhur(options, 'workHistory', { regnum })),
        ownOrNone(callKhur(options, 'pension', { regnum })),
      ]);
      if (!salary.ok) return salary;
      if (!workHistory.ok) return workHistory;
      if (!pension.ok) return pension;
      const answers = [idCard.value, salary.value, workHistory.value, pension.value].filter(
        (answer) => answer !== undefined,
      );
      return ok({
        person: person.value,
        rows: answers.map((answer) => answer.delivered),
        source: answers.map((answer) => answer.source),
        folded: foldKhur({
          idCard: idCard.value.rows,
          salary: salary.value?.rows ?? [],
          workHistory: workHistory.value?.rows ?? [],
          pension: pension.value?.rows ?? [],
          digests: {
            salary: salary.value?.source.rawDigest ?? '',
            workHistory: workHistory.value?.source.rawDigest ?? '',
          },
        }),
      });
    },
    async deaths(from, to) {
      const answer = await ownOrNone(
        callKhur(options, 'deaths', { startDate: formatDay(from), endDate: formatDay(to) }),
      );
      if (!answer.ok) return answer;
      const source = answer.value?.source ?? {
        system: 'khur',
        service: KHUR.deaths.operation,
        retrievedAt: options.clock().toISOString(),
        rawDigest: '',
      };
      return ok({ ...khurDeaths(answer.value?.rows ?? []), source });
    },
  };
}

/** A person the insurance register has no rows of is known to the citizen register all the same. */
async function ownOrNone(
  call: Promise<Result<KhurAnswer, RegisterRefusal>>,
): Promise<Result<KhurAnswer | undefined, RegisterRefusal>> {
  const answer = await call;
  return !answer.ok && answer.error.code === 'notFound' ? ok(undefined) : answer;
}

function subjectOf(answer: KhurAnswer): Result<RegisterSubject, RegisterRefusal> {
  const subject = khurSubject(answer.rows[0]);
  if (subject !== undefined) return ok(subject);
  return refuse(registerRefusal('malformed', KHUR.idCard.operation, 'no register number in the answer'));
}
