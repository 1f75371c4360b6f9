/** A national register that answers out of a people file, by the same folding and lookup as behind its gateway. */
import { formatDay, ok, refuse, type Day } from '@urtuu/kernel';
import { nameText } from '@urtuu/identity';
import {
  findPerson,
  foldRegisterPerson,
  registerRefusal,
  type RegisterName,
  type RegisterPeople,
  type RegisterPersonRows,
  type RegisterPort,
  type RegisterRows,
} from '@urtuu/registers';

export interface PeopleRegister extends RegisterPort {
  /** Adds the people of a file; who is there already is replaced. */
  load(file: RegisterPeople): void;
  /** While it is down every call is refused as unavailable. */
  down: boolean;
  readonly calls: string[];
}

const DEATHS = /deceaseList|URTUU_DEATHS/;

export function peopleRegister(register: RegisterName): PeopleRegister {
  const people = new Map<string, RegisterPersonRows>();
  const entered: RegisterPersonRows[] = [];
  const scheme = register === 'khur' ? 'mn.register' : 'kz.iin';
  const away = refuse(registerRefusal('unavailable', register, 'the test took it down'));
  const unknown = refuse(registerRefusal('notFound', register, 'no such person'));

  const port: PeopleRegister = {
    country: register === 'khur' ? 'MN' : 'KZ',
    system: register,
    down: false,
    calls: [],
    load(file) {
      for (const entry of file.people) people.set(entry.key, entry);
      entered.push(...file.people);
    },
    async find(wanted) {
      port.calls.push('find');
      if (port.down) return away;
      return findPerson(
        {
          scheme,
          async subject(key) {
            const entry = people.get(key);
            const subject = entry && foldRegisterPerson(register, entry).subject;
            return subject === undefined ? unknown : ok(subject);
          },
          search: (text) => port.search(text),
        },
        wanted,
      );
    },
    async read(key) {
      port.calls.push('read');
      if (port.down) return away;
      const entry = people.get(key);
      if (entry === undefined) return unknown;
      const { subject, folded } = foldRegisterPerson(register, entry);
      if (subject === undefined) return unknown;
      const rows = rowsOf(register, entry);
      return ok({
        person: subject,
        rows,
        source: rows.map(({ system, service, retrievedAt, rawDigest }) => ({
          system,
          service,
          retrievedAt,
          rawDigest,
        })),
        folded,
      });
    },
    async search(text) {
      const found = [...people.values()].flatMap((entry) => {
        const subject = foldRegisterPerson(register, entry).subject;
        if (subject === undefined) return [];
        const name = subject.names.map(nameText).join(' ');
        return name.includes(text)
          ? [
              {
                key: entry.key,
                scheme,
                name,
                birthDate: subject.birthDate ?? '',
                sex: subject.sex ?? ('unknown' as const),
                alive: true,
              },
            ]
          : [];
      });
      return ok(found);
    },
    async changes(after) {
      if (port.down) return away;
      const persons = entered.slice(Number(after)).flatMap((entry) => {
        const subject = foldRegisterPerson(register, entry).subject;
        return subject === undefined ? [] : [{ ...subject, alive: subject.deathDate === undefined }];
      });
      return ok({ persons, mark: String(entered.length), more: false });
    },
    async deaths(from, to) {
      port.calls.push('deaths');
      if (port.down) return away;
      const [, deathService] = [...people.values()]
        .flatMap((entry) => Object.entries(entry.services))
        .find(([service]) => DEATHS.test(service)) ?? ['', undefined];
      return ok({
        deaths:
          deathService === undefined
            ? []
            : [...people.values()].flatMap((entry) => deathsOf(entry, scheme, from, to)),
        doubts: [],
        source: {
          system: register,
          service: 'deaths',
          retrievedAt: '2026-11-23T00:00:00.000Z',
          rawDigest: 'd',
        },
      });
    },
  };
  return port;
}

function deathsOf(entry: RegisterPersonRows, scheme: string, from: Day, to: Day) {
  return Object.entries(entry.services)
    .filter(([service]) => DEATHS.test(service))
    .flatMap(([, rows]) => rows)
    .map((row) => ({
      scheme,
      key: entry.key,
      deathDate: row['deathDate'] ?? row['deceaseDate'] ?? '',
      registeredOn: row['registeredOn'] ?? row['regDate'] ?? '',
    }))
    .filter(({ registeredOn }) => registeredOn >= formatDay(from) && registeredOn <= formatDay(to));
}

function rowsOf(register: RegisterName, entry: RegisterPersonRows): RegisterRows[] {
  return Object.entries(entry.services).map(([service, rows]) => ({
    service,
    system: register,
    retrievedAt: '2026-11-23T00:00:00.000Z',
    rawDigest: `digest of ${service}`,
    columns: Object.keys(rows[0] ?? {}),
    rows: rows.map((row) => ({ ...row })),
  }));
}
