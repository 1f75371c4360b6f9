/** One HTTP server of a node: security headers, problem documents for everything that goes wrong, logs, metrics. */
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { uuidV7Source } from '@urtuu/kernel';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { ProblemCatalogue, Refusal, Route } from '../contract.ts';
import type { SessionSource } from '../access/principal.ts';
import type { Logger } from '../telemetry/logger.ts';
import { traceIdOf, type Telemetry } from '../telemetry/telemetry.ts';
import { localeOf } from './locale.ts';
import { PROBLEM_MEDIA, problemDocument, RefusedRequest } from './problem.ts';
import { refusalOf } from './unexpected.ts';

export interface ServerOptions {
  /** All codes that any route may refuse with, merged by `mergeCatalogues`. */
  readonly catalogue: ProblemCatalogue;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  readonly session: SessionSource;
  /** Proxies whose `X-Forwarded-*` headers are believed; none unless stated. */
  readonly trustProxy?: boolean | string;
  /** Whether browsers reach the node by https; then they are told to insist on it. */
  readonly https?: boolean;
  /** Most bytes of a request body, 10 MiB unless stated. */
  readonly bodyLimit?: number;
  /** Milliseconds after which a handler's signal aborts, 60,000 unless stated. */
  readonly handlerTimeout?: number;
  /** Origins besides the own to which forms may lead: the identity provider. */
  readonly formOrigins?: readonly string[];
}

export interface HttpServer {
  readonly app: FastifyInstance;
  readonly options: ServerOptions;
  /** Every contract route registered so far. */
  readonly routes: readonly RegisteredRoute[];
  /** Adds a route to the list; `registerRoutes` does. */
  note(route: RegisteredRoute): void;
  /** Answers what no route answers, such as the console's own addresses; returns false to leave it a 404. */
  setFallback(fallback: Fallback): void;
  refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal, headers?: Headers): FastifyReply;
  /** Starts listening; returns the address, as `http://127.0.0.1:4100`. Port 0 takes a free one. */
  listen(at: { readonly port: number; readonly host?: string }): Promise<string>;
  close(): Promise<void>;
}

export interface RegisteredRoute {
  readonly name: string;
  readonly route: Route;
}

export type Fallback = (request: FastifyRequest, reply: FastifyReply) => boolean;
type Headers = Readonly<Record<string, string>>;

const TEN_MEBIBYTES = 10 * 1024 * 1024;

export async function createServer(options: ServerOptions): Promise<HttpServer> {
  const newId = uuidV7Source(Date.now, randomBytes);
  const routes: RegisteredRoute[] = [];
  let fallback: Fallback | undefined;

  const app = fastify({
    logger: false,
    trustProxy: options.trustProxy ?? false,
    bodyLimit: options.bodyLimit ?? TEN_MEBIBYTES,
    genReqId: () => newId<'Request'>(),
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
    // An address that cannot be decoded never reaches the error handler.
    frameworkErrors: (error, request, reply) => refuse(request, reply, refusalOf(error)),
  });

  function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    refusal: Refusal,
    headers: Headers = {},
  ): FastifyReply {
    const locale = localeOf(request.headers['accept-language']);
    const problem = problemDocument(refusal, options.catalogue, locale, request.id);
    if (problem.status === 429 || problem.status === 503)
      reply.header('retry-after', headers['retry-after'] ?? '5');
    return reply
      .status(problem.status)
      .headers({ 'cache-control': 'no-store', 'content-language': locale, ...headers })
      .header('content-type', PROBLEM_MEDIA)
      .send(Buffer.from(JSON.stringify(problem)));
  }

  // Bodies stay bytes: partners sign them, and our own parser refuses what JSON.parse lets through.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  await app.register(helmet, securityHeaders(options));
  await app.register(rateLimit, { global: false });
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  observeResponses(app, options);

  app.setErrorHandler((error, request, reply) => {
    if (error instanceof RefusedRequest) return refuse(request, reply, error.refusal, error.headers);
    const refusal = refusalOf(error);
    const fields = {
      requestId: request.id,
      method: request.method,
      route: routeOf(request),
      traceId: traceIdOf(),
    };
    if (refusal.code === 'internal/unexpected')
      options.logger.error({ ...fields, err: error }, 'unexpected error');
    else if (refusal.code.startsWith('transport/'))
      options.logger.warn({ ...fields, err: error }, refusal.code);
    return refuse(request, reply, refusal);
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const methods = routes.filter(({ route }) => matches(route.path, path)).map(({ route }) => route.method);
    if (methods.length > 0) {
      return refuse(request, reply, { code: 'transport/method-not-allowed' }, { allow: methods.join(', ') });
    }
    return fallback?.(request, reply) ? reply : refuse(request, reply, { code: 'business/not-found' });
  });

  return {
    app,
    options,
    routes,
    note: (route) => void routes.push(route),
    setFallback: (next) => void (fallback = next),
    refuse,
    listen: ({ port, host }) => app.listen({ port, host: host ?? '127.0.0.1' }),
    close: () => app.close(),
  };
}

function observeResponses(app: FastifyInstance, { logger, telemetry }: ServerOptions): void {
  const duration = telemetry.histogram('http_server_request_duration', 'Time to answer a request', 's');
  app.addHook('onResponse', (request, reply, done) => {
    const route = routeOf(request);
    const { method } = request;
    const status = reply.statusCode;
    duration(reply.elapsedTime / 1000, { method, route, status });
    // The pattern, not the address: a search for a name stands in the query.
    const fields = { requestId: request.id, method, route, status, millis: Math.round(reply.elapsedTime) };
    if (status >= 500) logger.warn(fields, 'request');
    else logger.debug(fields, 'request');
    done();
  });
}

function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'none';
}

function matches(pattern: string, path: string): boolean {
  const parts = pattern.split('/');
  const found = path.split('/');
  if (parts.length !== found.length) return false;
  return parts.every((part, i) => (part.startsWith(':') ? found[i] !== '' : part === found[i]));
}

/** Everything comes from the own origin, nothing may frame the console. Styles set by script are not attributes. */
function securityHeaders(options: ServerOptions): Parameters<typeof helmet>[1] & object {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        frameSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'", ...(options.formOrigins ?? [])],
      },
    },
    hsts: options.https === true,
    referrerPolicy: { policy: 'same-origin' },
  };
}
