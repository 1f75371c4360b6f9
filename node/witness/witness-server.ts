/** The HTTP side of an independent witness; nothing but Node’s own server, so that it can be read in a minute. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Witness } from './witness.ts';
import type { WitnessStore } from './witness-store.ts';

export interface WitnessServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A checkpoint with sixteen signatures of the longest kind fits. */
const MOST_BYTES = 256 * 1024;
const TEXT = 'text/plain; charset=utf-8';

export async function serveWitness(
  { witness, store }: { readonly witness: Witness; readonly store: WitnessStore },
  { host, port, log }: { readonly host: string; readonly port: number; readonly log: (line: string) => void },
): Promise<WitnessServer> {
  const server = createServer({ requestTimeout: 20_000 }, (request, response) => {
    answer(request).then(
      ({ status, media, body }) => send(response, status, media, body),
      (error: unknown) => {
        log(`failed: ${error instanceof Error ? error.message : String(error)}`);
        send(response, 500, TEXT, 'failed\n');
      },
    );
  });
  const answer = async (
    request: IncomingMessage,
  ): Promise<{ status: number; media: string; body: string }> => {
    const { method, url = '/' } = request;
    if (method === 'POST' && url === '/add-checkpoint') {
      const body = await bodyOf(request);
      if (body === undefined) return { status: 400, media: TEXT, body: 'malformed\n' };
      const reply = await witness(body);
      log(`add-checkpoint ${reply.status}`);
      return reply;
    }
    const [, hash] = /^\/([0-9a-f]{64})\/checkpoint$/.exec(url) ?? [];
    const note = method === 'GET' && hash !== undefined ? await store.note(hash) : undefined;
    return note === undefined
      ? { status: 404, media: TEXT, body: 'not-found\n' }
      : { status: 200, media: TEXT, body: note };
  };
  await listening(server, host, port);
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host}:${bound}`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeIdleConnections();
      }),
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}

function send(response: ServerResponse, status: number, media: string, body: string): void {
  response.writeHead(status, { 'content-type': media, 'x-content-type-options': 'nosniff' }).end(body);
}

/** Undefined for a body that is too long or not UTF-8. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
  } catch {
    return undefined;
  }
}
