/**
 * Evidenced messages a second from node to node: signed, sealed, sent with a signed request, stored, logged, with all
 * three receipts back. Two processes on one database server; the limits of the same machine are measured beside.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commitLogEntries, cryptoOfOneMessage, exchangeMigrations, generateKeys } from '@urtuu/exchange';
import { freePort } from '@urtuu/node';
import { migrate, openDatabase, startEmbeddedPostgres } from '@urtuu/platform';
import type { Order, Wish } from './exchange-node.ts';
import { digits, type Bench, type Figure } from './figure.ts';
import { request } from './period-request.ts';

const NODE = fileURLToPath(new URL('./exchange-node.ts', import.meta.url));
const LANES = 12;

export const exchangeBench: Bench = {
  names: ['exchange.throughput', 'exchange.crypto', 'exchange.commits'],
  async run({ quick }) {
    const dir = await mkdtemp(join(tmpdir(), 'urtuu-bench-'));
    const server = await startEmbeddedPostgres({ dir });
    try {
      for (const name of ['kz', 'mn', 'alone']) await server.ensureDatabase(name);
      const crypto = cryptoAlone(quick ? 300 : 2000);
      const commits = await commitsAlone(server.url('alone'), quick ? 400 : 3000);
      const messages = quick ? 300 : 3000;
      const throughput = await wholePath((name) => server.url(name), messages);
      return figures({ crypto, commits, throughput, messages });
    } finally {
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    }
  },
};

interface Measured {
  /** messages a second of one core */
  readonly crypto: number;
  /** commits a second on eight connections */
  readonly commits: number;
  readonly throughput: number;
  readonly messages: number;
}

function figures({ crypto, commits, throughput, messages }: Measured): Figure[] {
  const cores = Math.min(2, availableParallelism());
  const most = crypto * cores;
  const base = { limit: null, ratio: null };
  return [
    {
      bench: 'exchange.throughput',
      value: digits(throughput),
      unit: 'messages/s',
      limit: digits(most),
      ratio: digits(throughput / most),
      cores,
      note: `${messages} messages of ${LANES} senders at once, with L1, L2 and L3, between two processes; limit: the cryptography alone on ${cores} cores`,
    },
    {
      ...base,
      bench: 'exchange.crypto',
      value: digits(crypto),
      unit: 'messages/s',
      cores: 1,
      note: 'both nodes’ cryptography of one message, nothing else, on one core',
    },
    {
      ...base,
      bench: 'exchange.commits',
      value: digits(commits),
      unit: 'commits/s',
      cores,
      note: 'commits of one log entry on eight connections, nothing else',
    },
  ];
}

function cryptoAlone(messages: number): number {
  const once = cryptoOfOneMessage({ content: JSON.parse(JSON.stringify(request)) });
  for (let i = 0; i < messages / 10; i += 1) once();
  const began = performance.now();
  for (let i = 0; i < messages; i += 1) once();
  return messages / ((performance.now() - began) / 1000);
}

async function commitsAlone(url: string, commits: number): Promise<number> {
  const database = openDatabase(url, { applicationName: 'bench', poolSize: 8 });
  try {
    await migrate(database, [exchangeMigrations]);
    await commitLogEntries(database, { commits: commits / 10, connections: 8 });
    return commits / ((await commitLogEntries(database, { commits, connections: 8 })) / 1000);
  } finally {
    await database.close();
  }
}

async function wholePath(urlOf: (name: string) => string, messages: number): Promise<number> {
  const wishOf = async (nodeId: string, country: string): Promise<Wish> => {
    const institutionId = `urn:urtuu:inst:${nodeId}:bench`;
    const keys = generateKeys({ institutionId, from: new Date(0) });
    return { institutionId, nodeId, country, keys, databaseUrl: urlOf(nodeId), port: await freePort() };
  };
  const [kz, mn] = [await wishOf('kz', 'KZ'), await wishOf('mn', 'MN')];
  const [sender, receiver] = await Promise.all([startSide(kz), startSide(mn)]);
  try {
    await tell(sender.child, { trust: receiver.profile });
    await tell(receiver.child, { trust: sender.profile });
    await tell(sender.child, { send: messages / 10, to: mn.institutionId, lanes: LANES });
    const millis = await tell(sender.child, { send: messages, to: mn.institutionId, lanes: LANES });
    return messages / (Number(millis) / 1000);
  } finally {
    await Promise.all(
      [sender, receiver].map(({ child }) => tell(child, { stop: true }).catch(() => child.kill())),
    );
  }
}

async function startSide(wish: Wish): Promise<{ child: ChildProcess; profile: string }> {
  const child = fork(NODE, [JSON.stringify(wish)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return { child, profile: String(await answerOf(child)) };
}

function tell(child: ChildProcess, order: Order): Promise<unknown> {
  const answer = answerOf(child);
  child.send(order);
  return answer;
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('A node of the bench ended'));
    child.once('exit', ended);
    child.once('message', (message: { done?: unknown; failed?: string }) => {
      child.off('exit', ended);
      if (message.failed === undefined) resolve(message.done);
      else reject(new Error(message.failed));
    });
  });
}
