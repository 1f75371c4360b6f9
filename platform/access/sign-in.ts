/**
 * Signing in and out. `GET /auth/sign-in?returnTo=/cases` leads to the provider, which leads back to `/auth/callback`;
 * `POST /auth/sign-out` ends the session. The command line goes the same way with a jar for cookies.
 */
import { ok } from '@urtuu/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isOwnOrigin, registerRoutes } from '../http/routes.ts';
import type { HttpServer } from '../http/server.ts';
import { sessionContract } from './contract.ts';
import { cookieOf, setCookie } from './cookies.ts';
import type { OpenIdProvider } from './open-id.ts';
import type { Principal } from './principal.ts';
import type { Sessions } from './sessions.ts';

export interface SignInOptions {
  readonly provider: OpenIdProvider;
  readonly sessions: Sessions;
  /** Address at which browsers reach the node, as `http://localhost:4100`. */
  readonly origin: string;
  /** Institution that this node serves: staff of another sign in and may do nothing. Any unless given. */
  readonly institutionId?: string;
  /** Finds the citizen's record for what the person claim says; the claim itself unless given. */
  readonly personKeyOf?: (claim: string) => Promise<string | undefined>;
  /** Sign-ins a minute from one address, 60 unless stated. */
  readonly perMinute?: number;
}

/** Registers the sign-in routes and `/api/session`. */
export function registerSignIn(server: HttpServer, options: SignInOptions): void {
  const { app } = server;
  const { provider, sessions, origin } = options;
  const rateLimit = { max: options.perMinute ?? 60, timeWindow: 60_000 };
  const flowCookie = (state: string): string => `${sessions.cookieName}_flow_${state.slice(0, 8)}`;
  const secure = origin.startsWith('https:');

  app.get('/auth/sign-in', { config: { rateLimit } }, async (request, reply) => {
    const { url, flow } = await provider.begin(`${origin}/auth/callback`);
    const remembered = JSON.stringify({ ...flow, returnTo: localPath(queryOf(request).get('returnTo')) });
    const value = Buffer.from(remembered).toString('base64url');
    const remember = setCookie(flowCookie(flow.state), value, { secure, maxAge: 600 });
    return reply
      .headers({ 'set-cookie': remember, 'cache-control': 'no-store' })
      .redirect(url.toString(), 302);
  });

  app.get('/auth/callback', { config: { rateLimit } }, async (request, reply) => {
    const query = queryOf(request);
    const name = flowCookie(query.get('state') ?? '');
    const begun = readFlow(cookieOf(request.headers, name));
    if (begun === undefined) return failed(server, request, reply, 'no sign-in was begun in this browser');
    try {
      const signedIn = await provider.complete(new URL(`/auth/callback?${query.toString()}`, origin), begun);
      const staff = ownStaff(signedIn.principal, options.institutionId);
      if (staff.roles.length < signedIn.principal.roles.length) {
        const { subject, institutionId } = staff;
        server.options.logger.warn(
          { requestId: request.id, subject, institutionId },
          'staff of another institution',
        );
      }
      const principal = await ownPerson(staff, options.personKeyOf);
      await sessions.end(request.headers);
      const session = await sessions.begin(principal, signedIn.idToken);
      const forget = setCookie(name, '', { secure, maxAge: 0 });
      return reply
        .headers({ 'set-cookie': [session, forget], 'cache-control': 'no-store' })
        .redirect(begun.returnTo, 303);
    } catch (error) {
      server.options.logger.warn({ requestId: request.id, err: error }, 'sign-in failed');
      return failed(server, request, reply, 'the provider did not confirm the sign-in');
    }
  });

  app.post('/auth/sign-out', async (request, reply) => {
    if (!isOwnOrigin(request.headers)) return server.refuse(request, reply, { code: 'security/csrf' });
    const ended = await sessions.end(request.headers);
    // The session is over here even if the provider cannot be asked.
    const away = await provider.signOutUrl(ended.idToken, `${origin}/`).catch(() => undefined);
    const location = away?.toString() ?? '/';
    reply.headers({ 'set-cookie': ended.setCookie, 'cache-control': 'no-store' });
    return wantsPage(request) ? reply.redirect(location, 303) : reply.send({ location });
  });

  registerRoutes(server, sessionContract, {
    readSession: async ({ principal, locale }) =>
      ok(
        principal === undefined
          ? { signedIn: false, roles: [], locale }
          : { signedIn: true, ...principal, roles: [...principal.roles], locale },
      ),
  });
}

const LONGEST_PATH = 1000;

/** A path of this node, never another host: `//evil.example` and `/\evil.example` lead away in browsers. */
export function localPath(given: string | null): string {
  // A browser drops a cookie of more than 4 kB, and with it the whole sign-in.
  if (given !== null && given.length > LONGEST_PATH) return '/';
  return given !== null && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(given) ? given : '/';
}

interface BegunFlow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

/** What the browser kept for us; nothing else can have set it, but its shape is checked as any input. */
function readFlow(value: string | undefined): BegunFlow | undefined {
  if (value === undefined) return undefined;
  try {
    const found: unknown = JSON.parse(Buffer.from(value, 'base64url').toString());
    if (typeof found !== 'object' || found === null) return undefined;
    const text = (name: string): string => {
      const member: unknown = Reflect.get(found, name);
      if (typeof member !== 'string') throw new TypeError(`${name} is missing`);
      return member;
    };
    const returnTo = localPath(text('returnTo'));
    return { state: text('state'), nonce: text('nonce'), verifier: text('verifier'), returnTo };
  } catch {
    return undefined;
  }
}

/** One provider may serve several institutions; a clerk of one is not the other's. A citizen is a citizen at each. */
function ownStaff(principal: Principal, institutionId: string | undefined): Principal {
  const { institutionId: stated, roles } = principal;
  if (institutionId === undefined || stated === undefined || stated === institutionId) return principal;
  return { ...principal, roles: roles.filter((role) => role === 'citizen') };
}

async function ownPerson(
  principal: Principal,
  personKeyOf: SignInOptions['personKeyOf'],
): Promise<Principal> {
  const { personKey: claim, ...others } = principal;
  if (claim === undefined || personKeyOf === undefined) return principal;
  const personKey = await personKeyOf(claim);
  return personKey === undefined ? others : { ...others, personKey };
}

/** A person sees the console with a note; a program gets a problem. */
function failed(
  server: HttpServer,
  request: FastifyRequest,
  reply: FastifyReply,
  detail: string,
): FastifyReply {
  if (wantsPage(request)) return reply.header('cache-control', 'no-store').redirect('/?signIn=failed', 303);
  return server.refuse(request, reply, { code: 'security/sign-in-failed', detail });
}

function wantsPage(request: FastifyRequest): boolean {
  return request.headers.accept?.includes('text/html') === true;
}

function queryOf(request: FastifyRequest): URLSearchParams {
  return new URL(request.url, 'http://localhost').searchParams;
}
