/** Two states: each a database, a register, an exchange over real HTTP on loopback, a worker, and this room's routes. */
import { randomBytes } from 'node:crypto';
import { createServer as createNetServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import {
  createExchange,
  exchangeMigrations,
  exchangeProblems,
  generateKeys,
  openKeys,
  statementSigner,
  type Exchange,
} from '@urtuu/exchange';
import { uuidV7Source } from '@urtuu/kernel';
import {
  createPersons,
  personsContract,
  personsMigrations,
  personsProblems,
  type Persons,
} from '@urtuu/persons';
import {
  createLogger,
  createPdfRenderer,
  createServer,
  keyedPseudonyms,
  mergeCatalogues,
  openAccessLog,
  problemCatalogue,
  registerRoutes,
  startTelemetry,
  startWorker,
  transaction,
  type Database,
  type Principal,
} from '@urtuu/platform';
import { createClient, type Client, type ClientOptions, type Role } from '@urtuu/platform/contract';
import { testDatabase } from '@urtuu/platform/testing';
import { pensionsContract } from '../contract.ts';
import { pensionsMigrations } from '../migrations.ts';
import { createPensions, type Pensions } from '../pensions.ts';
import { pensionsProblems } from '../problems.ts';
import type { Self } from '../terms.ts';
import { peopleRegister, type PeopleRegister } from './people-register.fixture.ts';

export type Country = 'MN' | 'KZ';

export interface State {
  readonly country: Country;
  readonly database: Database;
  readonly exchange: Exchange;
  readonly pensions: Pensions;
  readonly persons: Persons;
  readonly register: PeopleRegister;
  readonly baseUrl: string;
  /** A client of the routes, signed in as the given person. */
  as(principal: Partial<Principal> & { readonly roles: readonly Role[] }): Client<typeof pensionsContract>;
  /** A client of the routes about persons: their search, links and reviews. */
  personsAs(
    principal: Partial<Principal> & { readonly roles: readonly Role[] },
  ): Client<typeof personsContract>;
  readonly clerk: Client<typeof pensionsContract>;
  readonly supervisor: Client<typeof pensionsContract>;
  readonly auditor: Client<typeof pensionsContract>;
  stop(): Promise<void>;
}

const REGISTERS = { MN: 'khur', KZ: 'shep' } as const;
const OFFSETS = { MN: 480, KZ: 300 } as const;

export function selfOf(country: Country): Self {
  const partner = country === 'MN' ? 'KZ' : 'MN';
  const name = `Demonstration institution ${country}`;
  return {
    institutionId: institutionOf(country),
    nodeId: country.toLowerCase(),
    country,
    name: { en: name, mn: name, kk: name, ru: name, zh: name },
    utcOffsetMinutes: OFFSETS[country],
    partner: { institutionId: institutionOf(partner), country: partner },
  };
}

function institutionOf(country: Country): string {
  return `urn:urtuu:inst:${country.toLowerCase()}:test`;
}

function now(): Date {
  return new Date();
}

/** One state without a partner in its directory, unless `startTwoStates` introduces one. */
export async function startState(country: Country): Promise<State> {
  const test = await testDatabase([exchangeMigrations, personsMigrations, pensionsMigrations]);
  const { database } = test;
  const self = selfOf(country);
  const register = peopleRegister(REGISTERS[country]);
  const logger = createLogger({ name: self.nodeId, level: 'silent' });
  const newId = uuidV7Source(Date.now, randomBytes);
  const accessLog = openAccessLog(database, { now, newId });
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const keys = openKeys(
    generateKeys({ institutionId: self.institutionId, from: new Date('2026-01-01T00:00:00Z') }),
  );
  const persons = createPersons({
    database,
    register,
    accessKeyOf: (scheme, value) => pensions.accessKeyOf(scheme, value),
    statements: statementSigner(keys),
    onReviewEnd: (tx, end) => pensions.onReviewEnd(tx, end),
    onReviewReopened: (tx, reopening) => pensions.onReviewReopened(tx, reopening),
    onAskPartner: (tx, question) => pensions.onAskPartner(tx, question),
    doubleReviewShare: 0,
    clock: now,
    newId,
    logger,
  });
  const pensions: Pensions = createPensions({
    database,
    self,
    register,
    persons,
    accessLog,
    pseudonymOf: keyedPseudonyms(randomBytes(32)),
    pdf: createPdfRenderer(),
    clock: now,
    newId,
    logger,
    deathWatchEvery: 100,
  });
  const exchange = createExchange({
    database,
    self: { ...self, baseUrl },
    keys,
    clock: now,
    newId,
    random: randomBytes,
    logger,
    handlers: pensions.handlers,
    onFate: pensions.onFate,
    fetch,
    retry: { waits: [30, 60], sweepEvery: 50, processWaits: [0, 5, 5] },
  });
  pensions.connect(exchange);
  const server = await createServer({
    catalogue: mergeCatalogues(problemCatalogue, exchangeProblems, personsProblems, pensionsProblems),
    logger,
    telemetry: startTelemetry({ service: self.nodeId }),
    session: { principalOf: async (headers) => principalOf(headers['x-test-principal']) },
  });
  registerRoutes(server, pensionsContract, pensions.routes, { accessLog });
  registerRoutes(server, personsContract, persons.routes, { accessLog });
  exchange.mount(server);
  await server.listen({ port });
  const worker = await startWorker(
    database,
    { ...exchange.tasks, ...persons.tasks, ...pensions.tasks },
    { concurrency: 4, log: logger },
  );
  await exchange.wake(database);

  const signedIn = (wish: Parameters<State['as']>[0]): ClientOptions => {
    const principal: Principal = { subject: wish.roles.join('+'), name: wish.roles.join(' and '), ...wish };
    const header = Buffer.from(JSON.stringify(principal)).toString('base64');
    return { baseUrl, fetch, headers: () => ({ 'x-urtuu': '1', 'x-test-principal': header }) };
  };
  const as: State['as'] = (wish) => createClient(pensionsContract, signedIn(wish));
  return {
    country,
    database,
    exchange,
    pensions,
    persons,
    register,
    baseUrl,
    as,
    personsAs: (wish) => createClient(personsContract, signedIn(wish)),
    clerk: as({ roles: ['clerk'] }),
    supervisor: as({ roles: ['supervisor'] }),
    auditor: as({ roles: ['auditor'] }),
    async stop() {
      await worker.stop();
      await server.close();
      await test.drop();
    },
  };
}

export interface TwoStates {
  readonly KZ: State;
  readonly MN: State;
  stop(): Promise<void>;
}

export async function startTwoStates(): Promise<TwoStates> {
  const [KZ, MN] = await Promise.all([startState('KZ'), startState('MN')]);
  for (const [to, from] of [
    [KZ, MN],
    [MN, KZ],
  ] as const) {
    const trusted = await transaction(to.database, (tx) =>
      to.exchange.trustPartner(tx, from.exchange.ownProfile()),
    );
    if (!trusted.ok) throw new Error(trusted.error.code);
  }
  return {
    KZ,
    MN,
    async stop() {
      await KZ.stop();
      await MN.stop();
    },
  };
}

/** Waits until something is there; gives up after a minute, which only a hanging test needs. */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  const started = performance.now();
  while (performance.now() - started < 60_000) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await setTimeout(40);
  }
  throw new Error(`Never came: ${what}`);
}

function principalOf(header: string | readonly string[] | undefined): Principal | undefined {
  if (typeof header !== 'string') return undefined;
  return JSON.parse(Buffer.from(header, 'base64').toString('utf8')) as Principal;
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createNetServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => found(port));
    });
  });
}
