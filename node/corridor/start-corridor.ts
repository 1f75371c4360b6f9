/**
 * Both national nodes with everything around them: database server, register simulators, development provider. The
 * demonstration, the command `corridor run` and the tests use it.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyObject } from 'node:crypto';
import { expectOk } from '@urtuu/kernel';
import { WATCH_DEATHS } from '@urtuu/pensions';
import { enqueue, openDatabase } from '@urtuu/platform';
import type { RegisterPeople } from '@urtuu/registers';
import { ownProfile, startNode, type RunningNode } from '../composition/start-node.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import type { NodeConfiguration } from '../configuration/settings.ts';
import { openRegisterKey, publicHalf } from '../keys/node-keys.ts';
import { readSecret, writeSecret } from '../keys/secret-file.ts';
import type { DevelopmentAccount } from '../provider/account.ts';
import { startDevelopmentProvider } from '../provider/development-provider.ts';
import { SHEP_PATH, startKhurSimulator, startShepSimulator, type Simulator } from '../simulators/index.ts';
import { clientIdOf, demonstrationAccounts, demonstrationClient } from './accounts.ts';
import { openDatabaseServer, type DatabaseServer } from './database-server.ts';
import { demonstrationPeople } from './examples.ts';
import { awaitFreePort, freePort } from './free-ports.ts';
import { NODE_IDS, nationalNodes, partnerOf, SIGN_IN_PORT, type NodeId } from './national-nodes.ts';
import { startNodeProcess } from './node-process.ts';

export interface CorridorOptions {
  /** Folder of keys, configurations, logs and, without `databaseUrl`, the database server. */
  readonly dataDir: string;
  /** `free` takes ports that nobody uses; else 4100 and so on, or those given. */
  readonly ports?: 'free' | Partial<CorridorPorts>;
  /** PostgreSQL server to make the databases on, instead of the built-in one. */
  readonly databaseUrl?: string;
  /** Put before the databases' names, so that several corridors may share a server. */
  readonly databasePrefix?: string;
  /** Folder of the built-in server, if it is to be shared with other corridors. */
  readonly serverDir?: string;
  /** Leaves nothing behind: at the end the databases are dropped and the folder is removed. */
  readonly ephemeral?: boolean;
  /** Both nodes in this process, which starts faster; else a process each. */
  readonly inProcess?: boolean;
  /** One node alone; both unless stated. */
  readonly nodes?: readonly NodeId[];
  /** Synthetic persons in each register beside those of the examples. */
  readonly synthetic?: number;
  /** Settings of all nodes that differ from the usual. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Settings of each node that differ from the usual. */
  readonly settingsOf?: Partial<Record<NodeId, Readonly<Record<string, unknown>>>>;
  /** Environment whose URTUU_… variables count before all that; of use with one node alone. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly progress?: (line: string) => void;
}

export interface CorridorPorts {
  readonly mn: number;
  readonly kz: number;
  readonly signIn: number;
  readonly mnRegister: number;
  readonly kzRegister: number;
}

export interface CorridorNode {
  readonly id: NodeId;
  readonly url: string;
  readonly config: NodeConfiguration;
  readonly simulator: Simulator;
  /** Loads people into the register, and has the node look for deaths now instead of at the next minute. */
  changeRegister(people: RegisterPeople): Promise<void>;
  /** The node itself, where it runs in this process. */
  inside(): RunningNode | undefined;
  /** Ends the node at once, as a power cut would. Only where it has a process of its own. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** Starts it again after `kill` or `stop`. */
  restart(): Promise<void>;
  /** Resolves when its present process has ended, however that came. */
  ended(): Promise<string>;
}

export interface Corridor {
  readonly nodes: Readonly<Partial<Record<NodeId, CorridorNode>>>;
  readonly mn: CorridorNode;
  readonly kz: CorridorNode;
  readonly issuer: string;
  readonly accounts: readonly DevelopmentAccount[];
  stop(): Promise<void>;
}

export async function startCorridor(options: CorridorOptions): Promise<Corridor> {
  const ends: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of ends.splice(0).toReversed()) await end();
  };
  try {
    return await build(options, ends, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function build(
  options: CorridorOptions,
  ends: (() => Promise<unknown>)[],
  stop: () => Promise<void>,
): Promise<Corridor> {
  const say = options.progress ?? (() => undefined);
  const { dataDir } = options;
  const ids = options.nodes ?? NODE_IDS;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (options.ephemeral === true) ends.push(() => rm(dataDir, { recursive: true, force: true }));
  const ports = await choosePorts(options.ports, ids);

  say('database');
  const databases = await openDatabaseServer({
    dir: options.serverDir ?? join(dataDir, 'postgres'),
    ...(options.databaseUrl === undefined ? {} : { url: options.databaseUrl }),
    log: (line) => say(`database: ${line}`),
  });
  ends.push(() => databases.stop());

  say('people of the registers, sign-in');
  const people = await demonstrationPeople(options.synthetic ?? 0);
  const accounts = demonstrationAccounts(people.citizens);
  const provider = await startDevelopmentProvider({ port: ports.signIn, accounts });
  ends.push(() => provider.stop());

  const secret = await ownSecret(dataDir);
  const planned = await Promise.all(
    ids.map(async (id) => {
      const dir = join(dataDir, id);
      const url = `http://localhost:${ports[id]}`;
      const simulator = await startSimulator(id, dir, ports[`${id}Register`], secret);
      ends.push(() => simulator.stop());
      return { id, dir, url, simulator };
    }),
  );
  provider.admit(planned.map(({ id, url }) => demonstrationClient(id, secret, url)));

  for (const { id, simulator } of planned) {
    for (const file of people.registers[id]) simulator.load(file);
  }

  const configured = await Promise.all(
    planned.map(async (plan) => {
      const database = `${options.databasePrefix ?? ''}${nationalNodes[plan.id].database}`;
      await databases.ensureDatabase(database);
      if (options.ephemeral === true) ends.push(() => databases.dropDatabase(database));
      const values = settingsOf(plan, { issuer: provider.issuer, secret, databases, database, ids });
      const given = { ...values, ...options.settings, ...options.settingsOf?.[plan.id] };
      const read = readConfiguration({
        file: { name: plan.id, content: given },
        environment: options.environment ?? {},
        flags: {},
      });
      const config = expectOk(read, `configuration of ${plan.id}`);
      const configFile = join(plan.dir, 'node.json');
      await writeSecret(configFile, JSON.stringify(config, null, 2));
      const url = config['http.publicUrl'] ?? `http://localhost:${config['http.port']}`;
      await writeFile(profileFile(plan.dir), await ownProfile(config, url));
      return { ...plan, url, config, configFile };
    }),
  );

  say('nodes');
  const nodes = configured.map((plan) => corridorNode(plan, options.inProcess === true));
  const starts = await Promise.allSettled(
    nodes.map(async (node) => {
      ends.push(() => node.stop());
      await node.restart();
      say(`${node.id} ready at ${node.url}`);
    }),
  );
  // Only when none is under way any more can all of them be stopped.
  for (const start of starts) if (start.status === 'rejected') throw start.reason;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const nodeOf = (id: NodeId): CorridorNode => {
    const node = byId.get(id);
    if (node === undefined) throw new Error(`The node ${id} was not asked for`);
    return node;
  };
  return {
    nodes: Object.fromEntries(byId),
    get mn() {
      return nodeOf('mn');
    },
    get kz() {
      return nodeOf('kz');
    },
    issuer: provider.issuer,
    accounts,
    stop,
  };
}

interface NodePlan {
  readonly id: NodeId;
  readonly dir: string;
  readonly url: string;
  readonly simulator: Simulator;
}

/** The demonstration tries again quickly: a partner that was down is noticed while somebody looks. */
const QUICK = {
  'exchange.retrySeconds': [1, 2, 5, 10, 30, 60],
  'exchange.timeoutSeconds': 5,
  'exchange.sweepSeconds': 2,
  'evidence.checkpointSeconds': 2,
} as const;

/** Everybody who tries it meets the double review, rare as it is elsewhere. */
const EVERY_DECISION = { 'persons.doubleReviewShare': 1 } as const;

function settingsOf(
  { id, dir, url, simulator }: NodePlan,
  given: {
    readonly issuer: string;
    readonly secret: string;
    readonly databases: DatabaseServer;
    readonly database: string;
    readonly ids: readonly NodeId[];
  },
): Record<string, unknown> {
  const node = nationalNodes[id];
  const partner = partnerOf(node);
  return {
    'node.id': id,
    'node.country': node.country,
    'node.institution': node.institution,
    'node.institutionName': node.institutionName,
    'node.utcOffsetMinutes': node.utcOffsetMinutes,
    'node.partnerInstitution': partner.institution,
    'node.dataDir': dir,
    'http.port': Number(new URL(url).port),
    'database.url': given.databases.url(given.database),
    'signIn.issuer': given.issuer,
    'signIn.clientId': clientIdOf(id),
    'signIn.clientSecret': given.secret,
    'signIn.perMinute': 10_000,
    'register.url': node.country === 'KZ' ? `${simulator.url}${SHEP_PATH}` : simulator.url,
    'register.directoryUrl': simulator.directoryUrl,
    'register.accessToken': given.secret,
    'exchange.partners': given.ids.includes(partner.id) ? [profileFile(join(dir, '..', partner.id))] : [],
    ...QUICK,
    ...EVERY_DECISION,
  };
}

function profileFile(dir: string): string {
  return join(dir, 'profile.jws');
}

/** Secret of the demonstration's own parts among each other; kept, so that a restarted node still knows it. */
async function ownSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret');
  const kept = await readSecret(file);
  if (kept !== undefined) return kept;
  const secret = randomBytes(24).toString('hex');
  await writeSecret(file, secret);
  return secret;
}

const clock = (): Date => new Date();

async function startSimulator(id: NodeId, dir: string, port: number, secret: string): Promise<Simulator> {
  if (id === 'kz') return startShepSimulator({ port, senderId: 'urtuu', password: secret, clock });
  const key: KeyObject = await openRegisterKey(dir);
  return startKhurSimulator({ port, accessToken: secret, signingPublicKey: publicHalf(key), clock });
}

async function choosePorts(wanted: CorridorOptions['ports'], ids: readonly NodeId[]): Promise<CorridorPorts> {
  if (wanted === 'free') {
    const [mn, kz, signIn, mnRegister, kzRegister] = [await freePort(), await freePort(), 0, 0, 0];
    return { mn, kz, signIn, mnRegister, kzRegister };
  }
  const ports = {
    mn: nationalNodes.mn.port,
    kz: nationalNodes.kz.port,
    signIn: SIGN_IN_PORT,
    mnRegister: nationalNodes.mn.simulatorPort,
    kzRegister: nationalNodes.kz.simulatorPort,
    ...wanted,
  };
  await awaitFreePort(ports.signIn, '--sign-in-port');
  for (const id of ids) {
    await awaitFreePort(ports[id], `--${id}-port`);
    await awaitFreePort(ports[`${id}Register`], `--${id}-register-port`);
  }
  return ports;
}

interface Running {
  readonly node?: RunningNode;
  readonly ended: Promise<string>;
  stop(): Promise<void>;
  kill?(): Promise<void>;
}

function corridorNode(
  plan: NodePlan & { readonly config: NodeConfiguration; readonly configFile: string },
  inProcess: boolean,
): CorridorNode {
  let running: Running | undefined;
  const inside = async (): Promise<Running> => {
    const node: RunningNode = await startNode({ ...plan.config, 'log.level': 'error' });
    const { promise, resolve } = Promise.withResolvers<string>();
    return { node, stop: () => node.stop().then(() => resolve('stopped')), ended: promise };
  };
  const outside = (): Promise<Running> =>
    startNodeProcess({ configFile: plan.configFile, logFile: join(plan.dir, 'node.log'), url: plan.url });
  return {
    id: plan.id,
    url: plan.url,
    config: plan.config,
    simulator: plan.simulator,
    inside: () => running?.node,
    async changeRegister(people) {
      plan.simulator.load(people);
      const database = openDatabase(plan.config['database.url'], { applicationName: 'urtuu corridor' });
      await enqueue(database, WATCH_DEATHS, {}, { jobKey: WATCH_DEATHS }).finally(() => database.close());
    },
    async restart() {
      running = inProcess ? await inside() : await outside();
    },
    async stop() {
      const ending = running;
      running = undefined;
      await ending?.stop();
    },
    async kill() {
      if (running?.kill === undefined)
        throw new Error('A node without a process of its own cannot be killed');
      const ending = running;
      running = undefined;
      await ending.kill?.();
    },
    ended: () => running?.ended ?? Promise.resolve('not started'),
  };
}
