/** Puts the routes of a contract on the server: who may call, what is parsed, what is recorded, what leaves. */
import { ok, refuse, type Result } from '@urtuu/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Contract, Refusal, Role, Route } from '../contract.ts';
import type { AccessLog, PersonRead } from '../access/access-log.ts';
import type { Principal } from '../access/principal.ts';
import { WithHeaders, type Handlers, type Partner, type PersonAccess, type RawRequest } from './call.ts';
import { limitTime } from './limit-time.ts';
import { localeOf } from './locale.ts';
import { parseParts } from './parse.ts';
import type { HttpServer } from './server.ts';

export interface RouteServices {
  /** Where readings of persons' data are recorded; needed if any route `reads: 'person'`. */
  readonly accessLog?: AccessLog;
  /** Proves which node signed a request; needed if any route is for partners. */
  readonly partner?: PartnerCheck;
}

export type PartnerCheck = (request: RawRequest) => Promise<Result<Partner, Refusal>>;

/** Registers every route of a contract with its handler. Throws if a route needs a service that is not given. */
export function registerRoutes<const C extends Contract>(
  server: HttpServer,
  contract: C,
  handlers: Handlers<C>,
  services: RouteServices = {},
): void {
  for (const [name, route] of Object.entries<Route>(contract)) {
    checkServices(name, route, services, server);
    // Handlers are typed route by route in `Handlers<C>`; the loop sees them all as one.
    const handler = handlers[name] as unknown as LooseHandler;
    server.note({ name, route });
    server.app.route({
      method: route.method,
      url: route.path,
      handler: (request, reply) => {
        const attributes = { 'http.request.method': route.method, 'http.route': route.path };
        const { telemetry } = server.options;
        const caller = textOf(request.headers.traceparent);
        return telemetry.spanFrom(caller, `${route.method} ${route.path}`, attributes, async (span) => {
          const sent = await answer(server, { name, route, handler, services }, request, reply);
          span.setAttribute('http.response.status_code', reply.statusCode);
          return sent;
        });
      },
    });
  }
}

interface Endpoint {
  readonly name: string;
  readonly route: Route;
  readonly handler: LooseHandler;
  readonly services: RouteServices;
}

type LooseHandler = (call: unknown) => Promise<Result<unknown, Refusal>>;

interface Caller {
  readonly principal: Principal | undefined;
  readonly partner: Partner | undefined;
  /** The principal's role that opens this route. */
  readonly role: Role | undefined;
}

async function answer(
  server: HttpServer,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { route, handler, services } = endpoint;
  const raw = rawOf(request);
  const caller = await admit(server, route, raw, services.partner);
  if (!caller.ok) return server.refuse(request, reply, caller.error);
  const head = headOf(request);
  if (!head.ok) return server.refuse(request, reply, head.error);
  const contentType = textOf(request.headers['content-type']);
  const parsed = parseParts(route, {
    params: request.params,
    query: request.query,
    contentType,
    bytes: raw.bytes,
  });
  if (!parsed.ok) return server.refuse(request, reply, parsed.error);
  const ifMatch = textOf(request.headers['if-match'])?.replace(/^(?:W\/)?"(.*)"$/, '$1');
  if (route.ifMatch && ifMatch === undefined) {
    return server.refuse(request, reply, { code: 'business/version-required' });
  }
  const reads: PersonRead[] = [];
  const declared = { person: false };
  const limit = limitTime(reply, server.options.handlerTimeout ?? 60_000);
  const call = {
    ...parsed.value,
    principal: caller.value.principal,
    partner: caller.value.partner,
    ifMatch,
    purpose: head.value.purpose,
    locale: localeOf(textOf(request.headers['accept-language'])),
    access: declareReads(reads, declared),
    requestId: request.id,
    signal: limit.signal,
    raw,
  };
  try {
    const result = await handler(call);
    await recordReads(endpoint, caller.value, reads, request.id);
    if (!result.ok) return server.refuse(request, reply, checkedRefusal(endpoint, server, result.error));
    if (route.reads === 'person' && !declared.person) {
      throw new Error(`${endpoint.name} shows data of persons without saying whose`);
    }
    return send(endpoint, reply, result.value);
  } catch (error) {
    // What fails after the time is over fails because of it.
    throw limit.signal.aborted ? limit.signal.reason : error;
  } finally {
    limit.end();
  }
}

/** A purpose is a code: the access log keeps it for good and shows it to the person, so no free text gets there. */
const PURPOSE = /^[A-Za-z][A-Za-z0-9.-]{0,63}$/;

function headOf({ headers }: FastifyRequest): Result<{ readonly purpose: string | undefined }, Refusal> {
  const encoding = textOf(headers['content-encoding']);
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    const detail = `found content-encoding ${encoding}; bodies are read as they are sent`;
    return refuse({ code: 'profile/media-type', detail });
  }
  const purpose = textOf(headers['x-urtuu-purpose']);
  if (purpose === undefined || PURPOSE.test(purpose)) return ok({ purpose });
  const detail = 'header x-urtuu-purpose: wanted a code such as claim-processing';
  return refuse({
    code: 'profile/schema-invalid',
    detail,
    errors: [{ pointer: '', code: 'purpose', detail }],
  });
}

async function admit(
  server: HttpServer,
  route: Route,
  raw: RawRequest,
  check: PartnerCheck | undefined,
): Promise<Result<Caller, Refusal>> {
  if (route.roles === 'partner') {
    const partner = await check?.(raw);
    if (partner === undefined || !partner.ok) return partner ?? refuse({ code: 'security/unauthenticated' });
    return ok({ principal: undefined, partner: partner.value, role: undefined });
  }
  const principal = await server.options.session.principalOf(raw.headers);
  if (route.roles === 'public') return ok({ principal, partner: undefined, role: undefined });
  if (principal === undefined) return refuse({ code: 'security/unauthenticated' });
  const allowed: readonly Role[] = route.roles;
  const role = principal.roles.find((own) => allowed.includes(own));
  if (role === undefined) {
    const detail = `wanted one of the roles ${allowed.join(', ')}; found ${principal.roles.join(', ') || 'none'}`;
    return refuse({ code: 'security/forbidden', detail });
  }
  if (route.method !== 'GET' && !isOwnOrigin(raw.headers)) return refuse({ code: 'security/csrf' });
  return ok({ principal, partner: undefined, role });
}

/** A foreign page can send neither our header (it would need a preflight, which we never grant) nor this site value. */
export function isOwnOrigin(headers: RawRequest['headers']): boolean {
  return headers['x-urtuu'] === '1' || headers['sec-fetch-site'] === 'same-origin';
}

function declareReads(reads: PersonRead[], declared: { person: boolean }): PersonAccess {
  return {
    read(...more) {
      if (more.length > 0) declared.person = true;
      reads.push(...more);
    },
    readNobody() {
      declared.person = true;
    },
  };
}

/** Written before the reply leaves: if the record fails, nothing is shown. */
async function recordReads(
  endpoint: Endpoint,
  caller: Caller,
  reads: readonly PersonRead[],
  requestId: string,
): Promise<void> {
  if (reads.length === 0) return;
  const { principal, role } = caller;
  const { accessLog } = endpoint.services;
  if (principal === undefined || role === undefined || accessLog === undefined) {
    throw new Error(`${endpoint.name} reads data of persons for a caller without a name`);
  }
  await accessLog.record(reads, { principal, role, requestId });
}

/** A handler refuses with the codes its route declares, or with the platform's own of form and access. */
function checkedRefusal(endpoint: Endpoint, server: HttpServer, refusal: Refusal): Refusal {
  const known = server.options.catalogue[refusal.code] !== undefined;
  const declared =
    endpoint.route.refusals.includes(refusal.code) || /^(?:profile|security|transport)\//.test(refusal.code);
  if (known && declared) return refusal;
  throw new Error(
    `${endpoint.name} refuses with ${refusal.code}, which ${known ? 'its route' : 'no catalogue'} declares`,
  );
}

function send(endpoint: Endpoint, reply: FastifyReply, result: unknown): FastifyReply {
  const { name, route } = endpoint;
  const value = result instanceof WithHeaders ? (result.value as unknown) : result;
  const status = result instanceof WithHeaders ? result.status : undefined;
  if (status !== undefined && !route.otherAnswers?.some((other) => other.status === status))
    throw new Error(`${name} answers ${status}, which its contract does not declare`);
  if (route.media !== undefined) {
    if (!(value instanceof Uint8Array))
      throw new Error(`${name} answers ${route.media}, so its value must be bytes`);
    return reply
      .headers({ 'cache-control': 'no-store', 'content-type': route.media, ...headersOf(result) })
      .status(status ?? route.status ?? 200)
      .send(Buffer.from(value.buffer, value.byteOffset, value.length));
  }
  reply.headers({ 'cache-control': 'no-store', ...headersOf(result) });
  if (route.reply === undefined) return reply.status(route.status ?? 204).send();
  const checked = route.reply.safeParse(value);
  if (!checked.success) {
    // Places and kinds of the faults, not the values.
    const faults = checked.error.issues.map((issue) => `/${issue.path.join('/')} ${issue.code}`).join('; ');
    throw new Error(`The reply of ${name} does not fit its contract: ${faults}`);
  }
  return reply
    .status(route.status ?? 200)
    .type('application/json')
    .send(JSON.stringify(checked.data));
}

function headersOf(result: unknown): Readonly<Record<string, string>> {
  return result instanceof WithHeaders ? result.headers : {};
}

function rawOf(request: FastifyRequest): RawRequest {
  const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
  const { method, url, headers, ip } = request;
  return { method, url, headers, bytes, ip };
}

function textOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(', ') : header;
}

function checkServices(name: string, route: Route, services: RouteServices, server: HttpServer): void {
  if (route.roles === 'partner' && services.partner === undefined) {
    throw new Error(`${name} is for partners; registerRoutes wants a partner check`);
  }
  if (route.reads === 'person' && (services.accessLog === undefined || typeof route.roles === 'string')) {
    throw new Error(`${name} reads data of persons; it wants roles and registerRoutes wants an access log`);
  }
  for (const code of route.refusals) {
    if (server.options.catalogue[code] === undefined) {
      throw new Error(`${name} declares the refusal ${code}, which no catalogue describes`);
    }
  }
}
