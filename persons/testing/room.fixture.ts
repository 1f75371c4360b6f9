/** The room alone on a database of its own, with a register whose directory a test fills. */
import { createHmac, randomBytes } from 'node:crypto';
import { canonicalJson, ok, refuse, uuidV7Source, type JsonObject } from '@urtuu/kernel';
import {
  createLogger,
  mergeCatalogues,
  openAccessLog,
  problemCatalogue,
  registerRoutes,
  transaction,
  type AccessLog,
  type Database,
  type HttpServer,
  type Principal,
} from '@urtuu/platform';
import { testDatabase, testServer } from '@urtuu/platform/testing';
import { registerRefusal, type ListedPerson, type RegisterPort } from '@urtuu/registers';
import { personsContract } from '../contract.ts';
import type { Statements } from '../links/statement.ts';
import { personsMigrations } from '../migrations.ts';
import type { PersonsOffice } from '../office.ts';
import { createPersons, type Persons } from '../persons.ts';
import { personsProblems } from '../problems.ts';
import type { PersonRecord } from '../records/person-record.ts';

export interface Directory {
  readonly entered: ListedPerson[];
  /** persons to a page */
  pageSize: number;
  /** what it answers instead, if anything is wrong */
  state: 'open' | 'down' | 'notOffered';
}

export interface Room {
  readonly database: Database;
  readonly persons: Persons;
  readonly directory: Directory;
  readonly accessLog: AccessLog;
  readonly server: HttpServer;
  /** Has the directory read, as the job does. */
  fill(): Promise<void>;
  keep(...records: readonly PersonRecord[]): Promise<readonly string[]>;
  /** Asks a route as somebody of `PEOPLE`; the parsed answer with its status. */
  ask(
    who: string,
    method: 'GET' | 'POST',
    url: string,
    body?: unknown,
  ): Promise<{ status: number; body: unknown }>;
  stop(): Promise<void>;
}

/** Who knocks: two clerks, a supervisor, and an auditor. */
export const PEOPLE: Readonly<Record<string, Principal>> = {
  aigul: { subject: 'clerk.aigul', name: 'Aigul', roles: ['clerk'] },
  bat: { subject: 'clerk.bat', name: 'Bat', roles: ['clerk'] },
  saule: { subject: 'supervisor.saule', name: 'Saule', roles: ['supervisor'] },
  audit: { subject: 'auditor', name: 'Auditor', roles: ['auditor'] },
};

export async function startRoom(options: Partial<PersonsOffice> = {}): Promise<Room> {
  const test = await testDatabase([personsMigrations]);
  const { database } = test;
  const directory: Directory = { entered: [], pageSize: 500, state: 'open' };
  const newId = uuidV7Source(Date.now, randomBytes);
  const accessLog = openAccessLog(database);
  const persons = createPersons({
    database,
    register: registerOf(directory),
    accessKeyOf: (scheme, value) => Promise.resolve(`name of ${scheme}:${value}`),
    statements: testStatements(),
    doubleReviewShare: 0,
    clock: () => new Date(),
    newId,
    logger: createLogger({ name: 'urtuu-test', level: 'silent' }),
    ...options,
  });
  const server = await testServer({
    catalogue: mergeCatalogues(problemCatalogue, personsProblems),
    people: PEOPLE,
  });
  registerRoutes(server, personsContract, persons.routes, { accessLog });
  const fillIndex = persons.tasks['persons:fill-index'];
  return {
    database,
    persons,
    directory,
    accessLog,
    server,
    async fill() {
      await fillIndex?.({}, { signal: new AbortController().signal, attempt: 1, maxAttempts: 1 });
    },
    keep: (...records) => transaction(database, (tx) => persons.keepRecords(tx, records)),
    async ask(who, method, url, body) {
      const response = await server.app.inject({
        method,
        url,
        headers: { 'x-urtuu': '1', 'x-test-principal': who, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      const answer: unknown = JSON.parse(response.body);
      return { status: response.statusCode, body: answer };
    },
    async stop() {
      await server.close();
      await test.drop();
    },
  };
}

/** A seal of this test alone; the node signs with the institution's key. */
function testStatements(): Statements {
  const key = randomBytes(32);
  const seal = (text: string): string => createHmac('sha256', key).update(text).digest('hex');
  return {
    sign(payload) {
      const text = canonicalJson(payload);
      return `${seal(text)} ${text}`;
    },
    read(statement) {
      const [found, ...rest] = statement.split(' ');
      const text = rest.join(' ');
      const payload: JsonObject = JSON.parse(text);
      return found === seal(text) ? payload : undefined;
    },
  };
}

function registerOf(directory: Directory): RegisterPort {
  const none = refuse(registerRefusal('notOffered', 'register', 'the test has none'));
  return {
    country: 'MN',
    system: 'khur',
    find: () => Promise.resolve(none),
    read: () => Promise.resolve(none),
    search: () => Promise.resolve(none),
    deaths: () => Promise.resolve(none),
    changes(after) {
      if (directory.state === 'notOffered') return Promise.resolve(none);
      if (directory.state === 'down')
        return Promise.resolve(refuse(registerRefusal('unavailable', 'person changes', 'HTTP 503')));
      const from = Number(after);
      const to = Math.min(directory.entered.length, from + directory.pageSize);
      const more = to < directory.entered.length;
      return Promise.resolve(ok({ persons: directory.entered.slice(from, to), mark: String(to), more }));
    },
  };
}
