import { parseRegisterPeople, type RegisterPeople } from '@urtuu/registers';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { namesThisMachine } from './local-host.ts';
import { simulatorPage } from './page.ts';
import type { PeopleStore } from './people-store.ts';

/** What a simulator can be told to do wrong, so that the nodes can be seen to cope. */
export const SIMULATOR_FAULTS = [
  'none',
  'down',
  'slow',
  'malformed',
  'entityBomb',
  'wrongCode',
  'soapFault',
] as const;
export type SimulatorFault = (typeof SIMULATOR_FAULTS)[number];

export interface Simulator {
  /** origin, e.g. `http://127.0.0.1:4110` */
  readonly url: string;
  /** address of the person search the simulator offers beside the gateway */
  readonly directoryUrl: string;
  load(people: RegisterPeople): void;
  behave(fault: SimulatorFault): void;
  stop(): Promise<void>;
}

/** One answered service call. */
export interface ServiceReply {
  readonly status: number;
  readonly body: string;
}

export interface SimulatedGateway {
  readonly title: string;
  readonly store: PeopleStore;
  /** paths that serve the gateway; `?wsdl` on them answers the description */
  readonly paths: readonly string[];
  wsdl(path: string, origin: string): string;
  answer(call: { path: string; headers: IncomingMessage['headers']; bytes: Uint8Array }): ServiceReply;
  /** an answer whose result code is no success */
  wrongCode(bytes: Uint8Array): string;
  /** a SOAP fault in the gateway's own dress */
  fault(): string;
}

/** Starts the gateway on the loopback interface; port 0 chooses a free one. */
export async function startSimulator(
  gateway: SimulatedGateway,
  options: { readonly port: number; readonly slowMs?: number; readonly clock: () => Date },
): Promise<Simulator> {
  let fault: SimulatorFault = 'none';
  const stopping = new AbortController();
  let origin = '';

  const server = createServer((request, response) => {
    const send = (status: number, type: string, body: string): void => {
      response.writeHead(status, { 'content-type': `${type}; charset=utf-8` });
      response.end(body);
    };
    const handle = async (): Promise<void> => {
      const url = new URL(request.url ?? '/', origin);
      const { pathname } = url;
      if (!namesThisMachine(request.headers.host)) {
        send(421, 'text/plain', 'This simulator answers on this machine alone.');
      } else if (pathname === '/' && request.method === 'GET') {
        send(200, 'text/html', simulatorPage(gateway.title, gateway.store.size, fault));
      } else if (pathname === '/simulator/persons' && request.method === 'GET') {
        const after = url.searchParams.get('after');
        const answer =
          after === null
            ? { items: gateway.store.search(url.searchParams.get('q') ?? '') }
            : gateway.store.changes(after);
        send(200, 'application/json', JSON.stringify(answer));
      } else if (pathname === '/simulator/persons' && request.method === 'PUT') {
        const { status, body } = loadPeople(
          gateway.store,
          await bytesOf(request, ADMIN_LIMIT),
          options.clock(),
        );
        send(status, 'application/json', JSON.stringify(body));
      } else if (pathname === '/simulator/fault' && request.method === 'PUT') {
        const wanted = new TextDecoder().decode(await bytesOf(request, 1_000)).trim();
        const known = SIMULATOR_FAULTS.find((name) => name === wanted);
        fault = known ?? fault;
        send(known === undefined ? 422 : 200, 'application/json', JSON.stringify({ fault }));
      } else if (gateway.paths.includes(pathname) && request.method === 'GET') {
        send(200, 'text/xml', gateway.wsdl(pathname, origin));
      } else if (gateway.paths.includes(pathname) && request.method === 'POST') {
        const bytes = await bytesOf(request, SERVICE_LIMIT);
        if (fault === 'slow') await delay(options.slowMs ?? 60_000, undefined, { signal: stopping.signal });
        const reply =
          faulty(gateway, fault, bytes) ??
          gateway.answer({ path: pathname, headers: request.headers, bytes });
        send(reply.status, 'text/xml', reply.body);
      } else {
        send(404, 'text/plain', 'not found');
      }
    };
    handle().catch(() => {
      if (!response.headersSent) response.writeHead(400);
      response.end();
    });
  });

  await listen(server, options.port);
  origin = `http://127.0.0.1:${portOf(server)}`;
  return {
    url: origin,
    directoryUrl: `${origin}/simulator/persons`,
    load: (people) => gateway.store.load(people, options.clock()),
    behave: (wanted) => {
      fault = wanted;
    },
    stop: () =>
      new Promise((resolve) => {
        stopping.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const SERVICE_LIMIT = 1024 * 1024;
const ADMIN_LIMIT = 256 * 1024 * 1024;

function loadPeople(store: PeopleStore, bytes: Uint8Array, now: Date): { status: number; body: unknown } {
  const parsed = parseRegisterPeople(jsonOf(bytes));
  if (!parsed.ok) return { status: 422, body: { errors: parsed.error } };
  if (parsed.value.register !== store.register) {
    const detail = `this simulator is ${store.register}`;
    return { status: 422, body: { errors: [{ pointer: '/register', code: 'register', detail }] } };
  }
  store.load(parsed.value, now);
  return { status: 200, body: { loaded: parsed.value.people.length, persons: store.size } };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

const ENTITY_BOMB = `<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "${'a'.repeat(50)}">${Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY b${i} "${`&${i === 0 ? 'a' : `b${i - 1}`};`.repeat(10)}">`,
).join('')}]><b>&b8;</b>`;

function faulty(
  gateway: SimulatedGateway,
  fault: SimulatorFault,
  bytes: Uint8Array,
): ServiceReply | undefined {
  switch (fault) {
    case 'none':
    case 'slow':
      return undefined;
    case 'down':
      return { status: 503, body: '<html><body>Service unavailable</body></html>' };
    case 'malformed':
      return { status: 200, body: '<soap:Envelope><soap:Body><broken>' };
    case 'entityBomb':
      return { status: 200, body: ENTITY_BOMB };
    case 'wrongCode':
      return { status: 200, body: gateway.wrongCode(bytes) };
    case 'soapFault':
      return { status: 500, body: gateway.fault() };
  }
}

async function bytesOf(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = chunk instanceof Uint8Array ? chunk : new TextEncoder().encode(String(chunk));
    length += bytes.length;
    if (length > limit) throw new Error('request too large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The simulator has no port');
  return address.port;
}
