import { randomUUID } from 'node:crypto';
import { dayOfInstant, formatDay } from '@urtuu/kernel';
import { foldName, nameText, normaliseIdentifier } from '@urtuu/identity';
import {
  KHUR,
  registerSubject,
  SHEP,
  type RegisterChanges,
  type RegisterName,
  type RegisterPeople,
  type RegisterPerson,
  type RegisterPersonRows,
} from '@urtuu/registers';

/** The people of one simulated register, kept in memory. */
export class PeopleStore {
  readonly register: RegisterName;
  readonly #people = new Map<string, RegisterPersonRows>();
  /** ISO day on which a later load brought the death, by key */
  readonly #deathEntered = new Map<string, string>();
  /** keys in the order of their entries; one entered again stands again at the end */
  readonly #entries: string[] = [];
  readonly #lastEntry = new Map<string, number>();
  /** tells marks of this run from those of one before */
  readonly #run: string;

  constructor(register: RegisterName, run: string = randomUUID()) {
    this.register = register;
    this.#run = run;
  }

  /**
   * Adds people; one whose key is known is replaced whole. A death that a replacement brings is entered on the day of
   * loading, whatever its row says, so that whoever follows the feed of deaths hears of it.
   */
  load(people: RegisterPeople, now: Date): void {
    if (people.register !== this.register) {
      throw new Error(`The ${this.register} simulator cannot load people of ${people.register}`);
    }
    const today = formatDay(dayOfInstant(now, UTC_OFFSET_MINUTES[this.register]));
    for (const entry of people.people) {
      const key = this.#normal(entry.key);
      const before = this.#people.get(key);
      const late = before !== undefined && this.#deathRows(before).length === 0;
      if (late && this.#deathRows(entry).length > 0) this.#deathEntered.set(key, today);
      this.#people.set(key, entry);
      this.#lastEntry.set(key, this.#entries.length);
      this.#entries.push(key);
    }
  }

  /** Rows of deaths that were entered between two ISO days, both included. */
  deathsEntered(from: string, to: string, registeredOn: string): Readonly<Record<string, string>>[] {
    return [...this.#people].flatMap(([key, entry]) =>
      this.#deathRows(entry).filter((row) => {
        const on =
          this.#deathEntered.get(key) ?? (row[registeredOn] ?? '').slice(0, 10).replaceAll(/[./]/g, '-');
        return on >= from && on <= to;
      }),
    );
  }

  /** Persons entered after a mark, oldest first, a page of them; a mark of another run begins anew. */
  changes(after: string, most = 500): RegisterChanges {
    const [run, position] = after.split(' ');
    const from = run === this.#run && /^\d+$/.test(position ?? '') ? Number(position) : 0;
    const to = Math.min(this.#entries.length, from + most);
    const persons = this.#entries.slice(from, to).flatMap((key, i) => {
      const entry = this.#people.get(key);
      if (entry === undefined || this.#lastEntry.get(key) !== from + i) return [];
      const subject = registerSubject(this.register, entry);
      if (subject === undefined) return [];
      const { identifiers, names, birthDate, sex } = subject;
      const alive = subject.deathDate === undefined && this.#deathRows(entry).length === 0;
      return [{ key: subject.key, identifiers, names, birthDate, sex, alive }];
    });
    return { persons, mark: `${this.#run} ${to}`, more: to < this.#entries.length };
  }

  get size(): number {
    return this.#people.size;
  }

  person(key: string): RegisterPersonRows | undefined {
    return this.#people.get(this.#normal(key));
  }

  /** Persons whose key starts with the text, or whose name has every word of it, in any of our scripts; at most 50. */
  search(text: string): RegisterPerson[] {
    const key = this.#normal(text);
    const words = foldName(text, 'kk-Cyrl');
    const found: RegisterPerson[] = [];
    for (const entry of this.#people.values()) {
      if (found.length === 50) break;
      const subject = registerSubject(this.register, entry);
      if (subject === undefined) continue;
      const name = subject.names[0];
      const text = name === undefined ? '' : nameText(name);
      const folded = subject.names.flatMap((form) => foldName(nameText(form), form.script));
      const byKey = key !== '' && this.#normal(subject.key).startsWith(key);
      const byName =
        words.length > 0 && words.every((word) => folded.some((other) => other.startsWith(word)));
      if (!byKey && !byName && key !== '') continue;
      found.push({
        key: subject.key,
        scheme: this.#scheme,
        name: text,
        birthDate: subject.birthDate ?? '',
        sex: subject.sex ?? 'unknown',
        alive: subject.deathDate === undefined && this.#deathRows(entry).length === 0,
      });
    }
    return found;
  }

  #deathRows(entry: RegisterPersonRows): RegisterPersonRows['services'][string] {
    const service = this.register === 'khur' ? KHUR.deaths.operation : SHEP.deaths.serviceId;
    return entry.services[service] ?? [];
  }

  get #scheme(): string {
    return this.register === 'khur' ? 'mn.register' : 'kz.iin';
  }

  #normal(key: string): string {
    return normaliseIdentifier(this.#scheme, key);
  }
}

/** Civil time of the state, as its register dates its entries. */
const UTC_OFFSET_MINUTES: Readonly<Record<RegisterName, number>> = { khur: 480, shep: 300 };
