import { foldName, nameText, normaliseIdentifier } from '@urtuu/identity';
import {
  KHUR,
  registerSubject,
  type RegisterName,
  type RegisterPeople,
  type RegisterPerson,
  type RegisterPersonRows,
} from '@urtuu/registers';

/** The people of one simulated register, kept in memory. */
export class PeopleStore {
  readonly register: RegisterName;
  readonly #people = new Map<string, RegisterPersonRows>();

  constructor(register: RegisterName) {
    this.register = register;
  }

  /** Adds people; one whose key is known is replaced whole. */
  load(people: RegisterPeople): void {
    if (people.register !== this.register) {
      throw new Error(`The ${this.register} simulator cannot load people of ${people.register}`);
    }
    for (const entry of people.people) this.#people.set(this.#normal(entry.key), entry);
  }

  get size(): number {
    return this.#people.size;
  }

  person(key: string): RegisterPersonRows | undefined {
    return this.#people.get(this.#normal(key));
  }

  all(): Iterable<RegisterPersonRows> {
    return this.#people.values();
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
        alive: subject.deathDate === undefined && (entry.services[KHUR.deaths.operation] ?? []).length === 0,
      });
    }
    return found;
  }

  get #scheme(): string {
    return this.register === 'khur' ? 'mn.register' : 'kz.iin';
  }

  #normal(key: string): string {
    return normaliseIdentifier(this.#scheme, key);
  }
}
