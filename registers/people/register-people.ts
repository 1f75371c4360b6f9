import { ok, pointerTo, refuse, type Result } from '@urtuu/kernel';
import { z } from 'zod';
import { KHUR, type KhurServiceName } from '../khur/khur-services.ts';
import { SHEP, type ShepServiceName } from '../shep/shep-services.ts';

const row = z.record(z.string().min(1).max(60), z.string().max(500));

const person = z.strictObject({
  key: z.string().min(1).max(40).meta({ description: "The register's key: register number or IIN" }),
  services: z
    .record(z.string(), z.array(row).max(5_000))
    .meta({ description: 'Rows by service, every field text, as the register would deliver them' }),
});

const file = z.strictObject({
  format: z.literal('urtuu-register-people'),
  version: z.literal(1),
  register: z.enum(['khur', 'shep']),
  people: z.array(person).max(200_000),
});

/**
 * People of a simulated national register, as rows per service. The same file loads the simulator, the demonstration
 * and the tests; `examples/` holds one per state and case.
 */
export const registerPeopleSchema = file.meta({
  $id: 'urn:urtuu:schema:register-people:1',
  title: 'Register people',
  description: 'Persons of one simulated national register with the rows each service delivers of them',
});

export type RegisterName = 'khur' | 'shep';

export interface RegisterPersonRows {
  readonly key: string;
  readonly services: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

export interface RegisterPeople {
  readonly format: 'urtuu-register-people';
  readonly version: 1;
  readonly register: RegisterName;
  readonly people: readonly RegisterPersonRows[];
}

export interface PeopleFault {
  /** RFC 6901 pointer */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** Reads a people file from parsed JSON; one fault for each wrong place, unknown services and doubled keys included. */
export function parseRegisterPeople(json: unknown): Result<RegisterPeople, PeopleFault[]> {
  const parsed = registerPeopleSchema.safeParse(json);
  if (!parsed.success) {
    return refuse(
      parsed.error.issues.map((issue) => ({
        pointer: issue.path.reduce<string>((at, step) => pointerTo(at, String(step)), ''),
        code: issue.code,
        detail: issue.message,
      })),
    );
  }
  const faults: PeopleFault[] = [];
  const places = new Map<string, number>();
  const known = new Set(servicesOf(parsed.data.register));
  parsed.data.people.forEach((entry, i) => {
    const at = `/people/${i}`;
    const first = places.get(entry.key);
    if (first === undefined) places.set(entry.key, i);
    else faults.push({ pointer: `${at}/key`, code: 'duplicate-key', detail: `already /people/${first}` });
    for (const service of Object.keys(entry.services)) {
      if (known.has(service)) continue;
      faults.push({
        pointer: pointerTo(`${at}/services`, service),
        code: 'unknown-service',
        detail: `wanted one of ${[...known].join(', ')}`,
      });
    }
  });
  return faults.length > 0 ? refuse(faults) : ok(parsed.data);
}

/** Names of the services a people file of that register may hold rows of. */
export function servicesOf(register: RegisterName): string[] {
  return register === 'khur'
    ? Object.values(KHUR).map((service) => service.operation)
    : Object.values(SHEP).map((service) => service.serviceId);
}

/** Rows of one person for one KHUR service. */
export function khurRowsOf(
  entry: RegisterPersonRows,
  name: KhurServiceName,
): RegisterPersonRows['services'][string] {
  return entry.services[KHUR[name].operation] ?? [];
}

/** Rows of one person for one service of the Kazakh register. */
export function shepRowsOf(
  entry: RegisterPersonRows,
  name: ShepServiceName,
): RegisterPersonRows['services'][string] {
  return entry.services[SHEP[name].serviceId] ?? [];
}
