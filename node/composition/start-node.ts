/** A national node: the rooms composed on one database, one server, one worker. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createExchange, exchangeMigrations, statementSigner, type Exchange } from '@urtuu/exchange';
import { parseVerifierKey, type VerifierKey } from '@urtuu/evidence';
import { uuidV7Source } from '@urtuu/kernel';
import { createPersons, personsContract, personsMigrations, type Persons } from '@urtuu/persons';
import { createPensions, pensionsContract, pensionsMigrations, type Pensions } from '@urtuu/pensions';
import {
  createLogger,
  createPdfRenderer,
  createServer,
  migrate,
  openAccessLog,
  keyedPseudonyms,
  openDatabase,
  openIdProvider,
  openSessions,
  registerHealth,
  registerRoutes,
  registerSignIn,
  serveConsole,
  serveOpenApi,
  standardChecks,
  startTelemetry,
  startWorker,
  transaction,
  type Database,
  type HttpServer,
  type Logger,
  type ModuleMigrations,
  type Telemetry,
} from '@urtuu/platform';
import { registerHandlers, registersContract } from '@urtuu/registers';
import type { NodeConfiguration } from '../configuration/settings.ts';
import { freePort, PortTaken } from '../corridor/free-ports.ts';
import { openExchangeKeys, openPseudonymKey } from '../keys/node-keys.ts';
import { API_INFO, catalogue } from './catalogue.ts';
import { consoleDirectory } from './console-files.ts';
import { ownStaffAlone } from './own-staff.ts';
import { openRegister } from './register-gateway.ts';

export const nodeMigrations: readonly ModuleMigrations[] = [
  exchangeMigrations,
  personsMigrations,
  pensionsMigrations,
];

export interface RunningNode {
  /** Address under which browsers and partners reach it. */
  readonly url: string;
  readonly server: HttpServer;
  readonly database: Database;
  readonly exchange: Exchange;
  /** Answers what runs, then ends. */
  stop(): Promise<void>;
}

export interface NodeSurroundings {
  readonly clock?: () => Date;
  readonly logger?: Logger;
}

/** Starts a node; ready when the promise resolves. Throws with the setting's key where the surroundings do not fit. */
export async function startNode(
  config: NodeConfiguration,
  surroundings: NodeSurroundings = {},
): Promise<RunningNode> {
  const service = `urtuu-${config['node.id']}`;
  const logger = surroundings.logger ?? createLogger({ name: service, level: config['log.level'] });
  const otlpEndpoint = config['telemetry.otlp'];
  const telemetry = startTelemetry({ service, ...(otlpEndpoint === undefined ? {} : { otlpEndpoint }) });
  const port = config['http.port'] === 0 ? await freePort() : config['http.port'];
  const url = config['http.publicUrl'] ?? `http://localhost:${port}`;
  const database = openDatabase(config['database.url'], {
    applicationName: service,
    poolSize: config['database.poolSize'],
    onConnectionLost: (error) => logger.warn({ err: error }, 'a database connection was lost'),
  });
  try {
    const parts = {
      config,
      logger,
      telemetry,
      database,
      url,
      clock: surroundings.clock ?? (() => new Date()),
    };
    return await compose(parts, port);
  } catch (error) {
    await database.close();
    await telemetry.shutdown();
    throw explained(error, config);
  }
}

export interface NodeParts {
  readonly config: NodeConfiguration;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  readonly database: Database;
  readonly url: string;
  readonly clock: () => Date;
}

async function compose(parts: NodeParts, port: number): Promise<RunningNode> {
  const { config, logger, telemetry, database, url } = parts;
  await migrate(database, nodeMigrations, (line) => logger.info(line));
  const { exchange, persons, pensions, register, accessLog } = await composeRooms(parts);
  for (const file of config['exchange.partners']) await trust(database, exchange, file);

  const sessions = openSessions(database, { name: config['node.id'], https: url.startsWith('https:') });
  const server = await createServer({
    catalogue,
    logger,
    telemetry,
    session: ownStaffAlone(sessions, config['node.institution']),
    trustProxy: config['http.trustProxy'],
    https: url.startsWith('https:'),
    formOrigins: [new URL(config['signIn.issuer']).origin],
  });
  registerSignIn(server, {
    provider: openIdProvider({
      issuer: config['signIn.issuer'],
      clientId: config['signIn.clientId'],
      clientSecret: config['signIn.clientSecret'],
      claims: {
        roles: config['signIn.rolesClaim'],
        institution: config['signIn.institutionClaim'],
        person: config['signIn.personClaim'],
      },
    }),
    sessions,
    origin: url,
    institutionId: config['node.institution'],
    personKeyOf: personOfClaim(pensions),
    perMinute: config['signIn.perMinute'],
  });
  registerRoutes(server, pensionsContract, pensions.routes, { accessLog });
  const registerRoom = registerHandlers({ register, accessKeyOf: pensions.accessKeyOf });
  registerRoutes(server, registersContract, registerRoom, { accessLog });
  registerRoutes(server, personsContract, persons.routes, { accessLog });
  exchange.mount(server);
  const worker = await startWorker(
    database,
    { ...exchange.tasks, ...persons.tasks, ...pensions.tasks },
    {
      concurrency: config['worker.concurrency'],
      log: logger,
      crontab: `${persons.crontab}\n${pensions.crontab}`,
    },
  );
  registerHealth(server, standardChecks(database, nodeMigrations, worker));
  serveOpenApi(server, API_INFO);
  if (existsSync(join(consoleDirectory(), 'index.html'))) await serveConsole(server, consoleDirectory());
  else logger.warn('the console is not built; only the API is served');

  try {
    await server.listen({ port, host: config['http.host'] });
  } catch (error) {
    await worker.stop();
    await server.close();
    throw error;
  }
  await exchange.wake(database);
  await persons.wake(database);
  logger.info({ url }, 'ready');
  return {
    url,
    server,
    database,
    exchange,
    async stop() {
      logger.info('stopping');
      await server.close();
      await worker.stop();
      await database.close();
      await telemetry.shutdown();
    },
  };
}

/** The person claim names a citizen by an identifier, as `kz.iin:…`; this node's key stands for the person here. */
function personOfClaim({ personKeyOf }: Pensions): (claim: string) => Promise<string | undefined> {
  return (claim) => {
    const at = claim.indexOf(':');
    return personKeyOf(claim.slice(0, at), claim.slice(at + 1));
  };
}

/** The rooms, bound to each other: the exchange calls the pensions' handlers, the pensions send by the exchange. */
export async function composeRooms(parts: NodeParts): Promise<{
  exchange: Exchange;
  persons: Persons;
  pensions: Pensions;
  register: Awaited<ReturnType<typeof openRegister>>;
  accessLog: ReturnType<typeof openAccessLog>;
}> {
  const { config, logger, telemetry, database, url, clock } = parts;
  const newId = uuidV7Source(() => clock().getTime(), randomBytes);
  const register = await openRegister(config, clock);
  const accessLog = openAccessLog(database, { now: clock, newId });
  const country = config['node.country'];
  const self = {
    institutionId: config['node.institution'],
    nodeId: config['node.id'],
    country,
    name: config['node.institutionName'],
    utcOffsetMinutes: config['node.utcOffsetMinutes'],
    partner: {
      institutionId: config['node.partnerInstitution'],
      country: country === 'MN' ? ('KZ' as const) : ('MN' as const),
    },
  };
  const keys = await openExchangeKeys(config['node.dataDir'], config['node.institution'], clock);
  const persons = createPersons({
    database,
    register,
    accessKeyOf: (scheme, value) => pensions.accessKeyOf(scheme, value),
    statements: statementSigner(keys),
    onReviewEnd: (tx, end) => pensions.onReviewEnd(tx, end),
    onReviewReopened: (tx, reopening) => pensions.onReviewReopened(tx, reopening),
    onAskPartner: (tx, question) => pensions.onAskPartner(tx, question),
    doubleReviewShare: config['persons.doubleReviewShare'],
    clock,
    newId,
    logger,
  });
  const pensions: Pensions = createPensions({
    database,
    self,
    register,
    persons,
    accessLog,
    pseudonymOf: keyedPseudonyms(await openPseudonymKey(config['node.dataDir'])),
    pdf: createPdfRenderer(),
    clock,
    newId,
    logger,
  });
  const waits = config['exchange.retrySeconds'].map((seconds) => seconds * 1000);
  const sweepEvery = config['exchange.sweepSeconds'] * 1000;
  const checkpointEvery = config['evidence.checkpointSeconds'] * 1000;
  const timeout = config['exchange.timeoutSeconds'] * 1000;
  const exchange = createExchange({
    database,
    self: { ...self, baseUrl: url },
    keys,
    clock,
    newId,
    random: randomBytes,
    logger,
    telemetry,
    handlers: pensions.handlers,
    onFate: pensions.onFate,
    fetch,
    independentWitnesses: config['evidence.witnesses'].flatMap(witnessOf),
    retry: { waits, sweepEvery, checkpointEvery, timeout, lease: 2 * timeout },
  });
  pensions.connect(exchange);
  return { exchange, persons, pensions, register, accessLog };
}

/** A line of the setting, which was checked when it was read. */
function witnessOf(line: string): { key: VerifierKey; url: string }[] {
  const [vkey = '', url = ''] = line.split(/\s+/);
  const key = parseVerifierKey(vkey);
  return key === undefined ? [] : [{ key, url }];
}

/** This node's signed profile, without a database: what a partner needs in order to trust it. */
export async function ownProfile(config: NodeConfiguration, url: string): Promise<string> {
  const database = openDatabase(config['database.url'], { applicationName: 'urtuu profile' });
  const logger = createLogger({ name: 'urtuu', level: 'silent' });
  const telemetry = startTelemetry({ service: 'urtuu' });
  try {
    const { exchange } = await composeRooms({
      config,
      logger,
      telemetry,
      database,
      url,
      clock: () => new Date(),
    });
    return exchange.ownProfile();
  } finally {
    await database.close();
    await telemetry.shutdown();
  }
}

async function trust(database: Database, exchange: Exchange, file: string): Promise<void> {
  const profile = await readFile(file, 'utf8').catch(() => {
    throw new Error(`exchange.partners: ${file} cannot be read`);
  });
  const trusted = await transaction(database, (tx) => exchange.trustPartner(tx, profile.trim()));
  if (!trusted.ok)
    throw new Error(`exchange.partners: ${file}: ${trusted.error.code}: ${trusted.error.found}`);
}

/** Failures of the surroundings, named by the setting that can mend them. */
function explained(error: unknown, config: NodeConfiguration): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return new PortTaken(config['http.port'], 'http.port');
  if (code === 'EACCES')
    return new Error(`http.port: port ${config['http.port']} is not permitted`, { cause: error });
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '28P01' || code === '3D000') {
    return new Error('database.url: the database cannot be reached', { cause: error });
  }
  return error;
}
