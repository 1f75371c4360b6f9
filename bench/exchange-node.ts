/** One side of the exchange bench, a process of its own: an exchange with database, server and worker, told by messages. */
import { randomBytes } from 'node:crypto';
import {
  createExchange,
  exchangeMigrations,
  exchangeProblems,
  openKeys,
  type KeyFile,
} from '@urtuu/exchange';
import { expectOk, ok, uuidV7Source } from '@urtuu/kernel';
import {
  createLogger,
  createServer,
  mergeCatalogues,
  migrate,
  noSessions,
  openDatabase,
  problemCatalogue,
  startTelemetry,
  startWorker,
  transaction,
} from '@urtuu/platform';
import { request } from './period-request.ts';

/** What the parent tells: first `Wish`, as argument, then these. */
export type Order =
  | { readonly trust: string }
  | { readonly send: number; readonly to: string; readonly lanes: number }
  | { readonly stop: true };

export interface Wish {
  readonly institutionId: string;
  readonly nodeId: string;
  readonly country: string;
  readonly databaseUrl: string;
  readonly port: number;
  readonly keys: KeyFile;
}

const wish = JSON.parse(process.argv[2] ?? '') as Wish;
const { institutionId, nodeId, country, databaseUrl, port } = wish;
const clock = (): Date => new Date();
const logger = createLogger({ name: nodeId, level: 'error' });
const telemetry = startTelemetry({ service: nodeId });
const database = openDatabase(databaseUrl, { applicationName: `bench ${nodeId}`, poolSize: 16 });
await migrate(database, [exchangeMigrations]);
const name = { en: nodeId, mn: nodeId, kk: nodeId, ru: nodeId, zh: nodeId };
const exchange = createExchange({
  database,
  self: { institutionId, nodeId, country, name, baseUrl: `http://127.0.0.1:${port}` },
  keys: openKeys(wish.keys),
  clock,
  newId: uuidV7Source(Date.now, randomBytes),
  random: randomBytes,
  logger,
  telemetry,
  // Taken and used at once: the third receipt goes out with the second.
  handlers: { PeriodRequest: async () => ok({ usedIn: ['bench'] }) },
  fetch,
});
const catalogue = mergeCatalogues(problemCatalogue, exchangeProblems);
const server = await createServer({ catalogue, logger, telemetry, session: noSessions });
exchange.mount(server);
await server.listen({ port });
const worker = await startWorker(database, exchange.tasks, { concurrency: 6, log: logger });
await exchange.wake(database);

process.on('message', (order: Order) => {
  const done = obey(order).then(
    (answer) =>
      process.send?.({ done: answer }, () => {
        if ('stop' in order) process.disconnect();
      }),
    (error: unknown) => process.send?.({ failed: error instanceof Error ? error.stack : String(error) }),
  );
  void done;
});
process.send?.({ done: exchange.ownProfile() });

async function obey(order: Order): Promise<number> {
  if ('trust' in order) {
    expectOk(await transaction(database, (tx) => exchange.trustPartner(tx, order.trust)), 'trust');
    return 0;
  }
  if ('stop' in order) {
    await server.close();
    await worker.stop();
    await database.close();
    return 0;
  }
  return send(order.send, order.to, order.lanes);
}

/** Milliseconds from the first send to the last receipt. */
async function send(messages: number, to: string, lanes: number): Promise<number> {
  const before = await processed();
  const began = performance.now();
  let left = messages;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await transaction(database, async (tx) => {
        const { caseId } = await exchange.cases.open(tx, { partner: to });
        await exchange.send(tx, { caseId, to, document: { type: 'PeriodRequest', content: request } });
      });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  while ((await processed()) < before + messages) await new Promise((resolve) => setTimeout(resolve, 100));
  return performance.now() - began;
}

async function processed(): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    `select count(*)::integer as n from exchange_receipt where direction = 'received' and level = 'L3'`,
  );
  return rows[0]?.n ?? 0;
}
