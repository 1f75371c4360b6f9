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
import { callShep, type ShepAnswer, type ShepClientOptions } from './shep-client.ts';
import { foldShep, shepDeaths, shepSubject } from './shep-fold.ts';
import { SHEP, type ShepServiceName } from './shep-services.ts';

export interface ShepPortOptions extends ShepClientOptions {
  /** address of a person search beside the gateway; the simulator offers one */
  readonly directoryUrl?: string;
}

const OWN_SERVICES = ['labourRecord', 'equivalent', 'contributions', 'savings', 'benefits'] as const;

/** The register of Kazakhstan behind SHEP. */
export function shepPort(options: ShepPortOptions): RegisterPort {
  const subject = async (key: string): Promise<Result<RegisterSubject, RegisterRefusal>> => {
    const answer = await callShep(options, 'person', { iin: key.trim() });
    return answer.ok ? subjectOf(answer.value) : answer;
  };
  const search: RegisterPort['search'] = (text) =>
    searchDirectory(options.fetch, options.directoryUrl, text, options.timeoutMs);

  return {
    country: 'KZ',
    system: 'shep',
    find: (wanted) => findPerson({ scheme: 'kz.iin', subject, search }, wanted),
    search,
    changes: (after) => directoryChanges(options.fetch, options.directoryUrl, after, options.timeoutMs),
    async read(key) {
      const iin = key.trim();
      const person = await callShep(options, 'person', { iin });
      if (!person.ok) return person;
      const known = subjectOf(person.value);
      if (!known.ok) return known;
      const calls = await Promise.all(
        OWN_SERVICES.map(async (name) => ({
          name,
          answer: await ownOrNone(callShep(options, name, { iin })),
        })),
      );
      const answers = new Map<ShepServiceName, ShepAnswer>([['person', person.value]]);
      for (const { name, answer } of calls) {
        if (!answer.ok) return answer;
        if (answer.value !== undefined) answers.set(name, answer.value);
      }
      const rowsOf = (name: ShepServiceName): ShepAnswer['rows'] => answers.get(name)?.rows ?? [];
      const digestOf = (name: ShepServiceName): string => answers.get(name)?.source.rawDigest ?? '';
      return ok({
        person: known.value,
        rows: [...answers.values()].map((answer) => answer.delivered),
        source: [...answers.values()].map((answer) => answer.source),
        folded: foldShep({
          person: rowsOf('person'),
          labourRecord: rowsOf('labourRecord'),
          equivalent: rowsOf('equivalent'),
          contributions: rowsOf('contributions'),
          savings: rowsOf('savings'),
          benefits: rowsOf('benefits'),
          digests: {
            labourRecord: digestOf('labourRecord'),
            equivalent: digestOf('equivalent'),
            contributions: digestOf('contributions'),
          },
        }),
      });
    },
    async deaths(from, to) {
      const answer = await ownOrNone(
        callShep(options, 'deaths', { startDate: formatDay(from), endDate: formatDay(to) }),
      );
      if (!answer.ok) return answer;
      const source = answer.value?.source ?? {
        system: 'shep',
        service: SHEP.deaths.serviceId,
        retrievedAt: options.clock().toISOString(),
        rawDigest: '',
      };
      return ok({ ...shepDeaths(answer.value?.rows ?? []), source });
    },
  };
}

/** A person without savings or benefits is known to the person register all the same. */
async function ownOrNone(
  call: Promise<Result<ShepAnswer, RegisterRefusal>>,
): Promise<Result<ShepAnswer | undefined, RegisterRefusal>> {
  const answer = await call;
  return !answer.ok && answer.error.code === 'notFound' ? ok(undefined) : answer;
}

function subjectOf(answer: ShepAnswer): Result<RegisterSubject, RegisterRefusal> {
  const subject = shepSubject(answer.rows[0]);
  if (subject !== undefined) return ok(subject);
  return refuse(registerRefusal('malformed', SHEP.person.serviceId, 'no IIN in the answer'));
}
