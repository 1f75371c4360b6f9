/** Two nodes with their own databases, keys and workers, over real HTTP on loopback. */
import { randomBytes } from 'node:crypto';
import { createServer as createNetServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { ok, uuidV7Source, type Localized } from '@urtuu/kernel';
import {
  createLogger,
  createServer,
  mergeCatalogues,
  problemCatalogue,
  startTelemetry,
  startWorker,
  transaction,
  type Database,
  type HttpServer,
  type JobWorker,
  type Role,
} from '@urtuu/platform';
import { testDatabase, type TestDatabase } from '@urtuu/platform/testing';
import type { AgreementPack } from '../agreement/agreement-pack.ts';
import { createExchange } from '../create-exchange.ts';
import { generateKeys, openKeys, type KeyStore } from '../crypto/key-store.ts';
import { DOCUMENT_TYPES } from '../documents/types.ts';
import type { DocumentHandlers, Exchange, ExchangeOptions, Received, TransmissionFate } from '../exchange.ts';
import { exchangeMigrations } from '../migrations.ts';
import type { RetrySchedule } from '../outbox/retry-schedule.ts';
import { exchangeProblems } from '../problems.ts';

/** Waits of milliseconds instead of hours. */
export const FAST: RetrySchedule = {
  waits: [30, 60],
  jitter: 0.2,
  horizon: 3_600_000,
  timeout: 5_000,
  lease: 10_000,
  sweepEvery: 50,
  // Tests of witnesses ask for less.
  checkpointEvery: 60_000,
  pollAfter: 60_000,
  parentWait: 60_000,
  processWaits: [0, 5, 5],
};

export interface Node {
  readonly exchange: Exchange;
  readonly database: Database;
  readonly keys: KeyStore;
  readonly baseUrl: string;
  /** everything the handlers took, in order */
  readonly received: Received<unknown>[];
  /** everything the exchange told of own transmissions */
  readonly fates: TransmissionFate[];
  listen(): Promise<void>;
  /** Stops answering, as a node that is down. */
  silence(): Promise<void>;
  stop(): Promise<void>;
}

export interface NodeWish {
  readonly country: string;
  readonly agreements?: readonly AgreementPack[];
  readonly handlers?: (node: { received: Received<unknown>[]; exchange: () => Exchange }) => DocumentHandlers;
  readonly fetch?: typeof fetch;
  readonly retry?: Partial<RetrySchedule>;
  readonly clock?: () => Date;
}

export async function startNode(wish: NodeWish): Promise<Node> {
  const place = wish.country.toLowerCase();
  const institutionId = `urn:urtuu:inst:${place}:test`;
  const test: TestDatabase = await testDatabase([exchangeMigrations]);
  const keys = openKeys(generateKeys({ institutionId, from: new Date('2026-01-01T00:00:00Z') }));
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const received: Received<unknown>[] = [];
  const fates: TransmissionFate[] = [];
  const logger = createLogger({ name: place, level: 'silent' });
  const options: ExchangeOptions = {
    database: test.database,
    self: { institutionId, nodeId: place, country: wish.country, name: nameOf(place), baseUrl },
    keys,
    clock: wish.clock ?? (() => new Date()),
    newId: uuidV7Source(Date.now, randomBytes),
    random: randomBytes,
    logger,
    handlers: (wish.handlers ?? takeAll)({ received, exchange: () => exchange }),
    onFate: async (_tx, fate) => void fates.push(fate),
    fetch: wish.fetch ?? fetch,
    retry: { ...FAST, ...wish.retry },
    ...(wish.agreements === undefined ? {} : { agreements: wish.agreements }),
  };
  const exchange = createExchange(options);
  const worker: JobWorker = await startWorker(test.database, exchange.tasks, { concurrency: 4, log: logger });
  let server: HttpServer | undefined;

  async function listen(): Promise<void> {
    server = await createServer({
      catalogue: mergeCatalogues(problemCatalogue, exchangeProblems),
      logger,
      telemetry: startTelemetry({ service: place }),
      session: {
        principalOf: ({ 'x-test-role': role }) =>
          Promise.resolve(
            role === undefined ? undefined : { subject: 'op', name: 'Operator', roles: [role as Role] },
          ),
      },
    });
    exchange.mount(server);
    await server.listen({ port });
  }
  const silence = async (): Promise<void> => {
    const closing = server?.close();
    // A client that was refused in the middle of ten megabytes holds its connection; a node that is down does not care.
    server?.app.server.closeAllConnections();
    server = undefined;
    await closing;
  };
  const stop = async (): Promise<void> => {
    await worker.stop();
    await silence();
    await test.drop();
  };
  await listen();
  await exchange.wake(test.database);
  return { exchange, database: test.database, keys, baseUrl, received, fates, listen, silence, stop };
}

/** Each imports the profile of the other. */
export async function introduce(a: Node, b: Node): Promise<void> {
  for (const [to, from] of [
    [a, b],
    [b, a],
  ] as const) {
    const trusted = await transaction(to.database, (tx) =>
      to.exchange.trustPartner(tx, from.exchange.ownProfile()),
    );
    if (!trusted.ok) throw new Error(trusted.error.code);
  }
}

/** Handlers that note what came and accept it. */
export function takeAll({ received }: { received: Received<unknown>[] }): DocumentHandlers {
  const take = async (_tx: unknown, one: Received<unknown>) => {
    received.push(one);
    return ok({});
  };
  return Object.fromEntries(DOCUMENT_TYPES.map((type) => [type, take]));
}

/** Waits until a condition holds; gives up after ten seconds, which only a hanging test needs. */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await setTimeout(10);
  }
  throw new Error(`Never came: ${what}`);
}

function nameOf(text: string): Localized {
  return { en: text, mn: text, kk: text, ru: text, zh: text };
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
