import { nameText } from '@urtuu/identity';
import { ok, refuse } from '@urtuu/kernel';
import type { Handlers, Refusal } from '@urtuu/platform';
import { registersContract, type RegisterPerson } from './contract.ts';
import {
  NUMBER_SCHEMES,
  type RegisterPort,
  type RegisterRefusal,
  type RegisterSubject,
} from './register-port.ts';

export interface RegisterRouteOptions {
  readonly register: RegisterPort;
  /** under which the access log names the person of an identifier, known to this node or not */
  readonly accessKeyOf: (scheme: string, value: string) => Promise<string>;
}

/** Handlers of the register pages: search, and everything the register holds of one person. */
export function registerHandlers(options: RegisterRouteOptions): Handlers<typeof registersContract> {
  const { register } = options;
  const scheme = NUMBER_SCHEMES[register.country];

  return {
    async searchRegister(call) {
      const found = await register.search(call.query.q ?? '');
      if (!found.ok) return refuse(problemOf(found.error));
      if (found.value.length === 0) call.access.readNobody();
      for (const person of found.value) {
        call.access.read({
          personKey: await options.accessKeyOf(scheme, person.key),
          purpose: call.query.purpose ?? call.purpose ?? 'register-search',
          what: 'register-search',
        });
      }
      return ok({ simulator: true as const, system: register.system, items: [...found.value] });
    },
    async registerPerson(call) {
      const { key } = call.params;
      const answer = await register.read(key);
      if (!answer.ok) return refuse(problemOf(answer.error));
      call.access.read({
        personKey: await options.accessKeyOf(scheme, answer.value.person.key),
        purpose: call.query.purpose ?? call.purpose ?? 'register-view',
        what: 'register-rows',
      });
      return ok({
        simulator: true as const,
        person: listed(scheme, answer.value.person),
        services: [...answer.value.rows],
      });
    },
  };
}

function listed(scheme: string, subject: RegisterSubject): RegisterPerson {
  const name = subject.names[0];
  return {
    key: subject.key,
    scheme,
    name: name === undefined ? '' : nameText(name),
    birthDate: subject.birthDate ?? '',
    sex: subject.sex ?? 'unknown',
    alive: subject.deathDate === undefined,
  };
}

function problemOf(refusal: RegisterRefusal): Refusal {
  if (refusal.code === 'notFound') return { code: 'business/not-found' };
  return { code: 'transport/unavailable', detail: `${refusal.service}: ${refusal.detail}` };
}
