/**
 * Contract tables: one declaration of a route drives its validation, its registration on the server, the typed client
 * of the console, the OpenAPI document and the permission tests. Pure; the browser imports it.
 */
import type { Localized } from '@urtuu/kernel';
import type { z } from 'zod';

/** What a signed-in person may be. A principal may hold several roles. */
export const ROLES = ['clerk', 'supervisor', 'auditor', 'citizen', 'operator'] as const;
export type Role = (typeof ROLES)[number];

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Route {
  readonly method: HttpMethod;
  /** Path with `:name` parameters, e.g. `/api/claims/:claimId`; `/*` at its end takes the rest, as parameter `*`. */
  readonly path: `/${string}`;
  /** One sentence for the reader of the API reference. */
  readonly summary: string;
  /** Roles that may call it; `public` needs no sign-in, `partner` is a node that signs its requests. */
  readonly roles: readonly Role[] | 'public' | 'partner';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Schema of the success reply; absent means 204 without a body. */
  readonly reply?: z.ZodType;
  /** Success status, 200 unless stated. */
  readonly status?: 200 | 201 | 202 | 204;
  /** Media type of the success reply where it is not JSON, e.g. `application/pdf`; the handler returns bytes. */
  readonly media?: string;
  /** Answers beside success and problems that a protocol of others wants, with their media types. */
  readonly otherAnswers?: readonly {
    readonly status: number;
    readonly media: string;
    readonly meaning: string;
  }[];
  /** Codes of the problem catalogue that the handler may refuse with, beyond validation, sign-in and permission. */
  readonly refusals: readonly string[];
  /** The reply shows data of a person: the handler must record who, when, why and under which article. */
  readonly reads?: 'person';
  /** The change needs an `If-Match` header with the version the user saw. */
  readonly ifMatch?: true;
}

export type Contract = Readonly<Record<string, Route>>;

/** Keeps the literal types of a contract table while checking its shape. */
export function defineContract<const C extends Contract>(contract: C): C {
  return contract;
}

type Output<S> = S extends z.ZodType ? z.output<S> : undefined;
type Input<S> = S extends z.ZodType ? z.input<S> : undefined;

export type ParamsOf<R extends Route> = Output<R['params']>;
export type QueryOf<R extends Route> = Output<R['query']>;
export type BodyOf<R extends Route> = Output<R['body']>;
/** What a handler answers: the reply, or bytes where the route names a media type. */
export type ReplyOf<R extends Route> = R extends { media: string } ? Uint8Array : Output<R['reply']>;

/** One error of the catalogue. `status` is the HTTP status; `retryable` tells a machine whether to try again. */
export interface ProblemKind {
  readonly status: number;
  readonly retryable: boolean;
  readonly title: Localized;
}

/** Error codes of a module, such as `business/not-found`, each with status and title in five languages. */
export type ProblemCatalogue = Readonly<Record<string, ProblemKind>>;

export interface ProblemItem {
  /** RFC 6901 pointer into the body, '' for the whole */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** An expected refusal of a handler: a code of the catalogue and what was found, wanted, to do. */
export interface Refusal {
  readonly code: string;
  readonly detail?: string;
  readonly pointer?: string;
  readonly errors?: readonly ProblemItem[];
  /** Extension members of the problem document, e.g. `currentState`, `allowedActions`. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** A problem document (RFC 9457) as it stands on the wire. */
export interface Problem extends Refusal {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly instance?: string;
  readonly retryable: boolean;
  readonly i18n: Localized;
}

/** Thrown by the client for any answer that is not a success. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

type Part<K extends string, S> = S extends z.ZodType ? { readonly [P in K]: Input<S> } : unknown;

/** What a caller of the client passes: the parts the route declares. */
export type CallOf<R extends Route> = Part<'params', R['params']> &
  Part<'query', R['query']> &
  Part<'body', R['body']> &
  (R extends { ifMatch: true } ? { readonly ifMatch: string } : unknown);

export type Client<C extends Contract> = {
  readonly [K in keyof C]: (call: CallOf<C[K]>, signal?: AbortSignal) => Promise<ReplyOf<C[K]>>;
};

interface LooseCall {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly ifMatch?: string;
}

export interface ClientOptions {
  /** Origin of the node, '' in the browser. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** Sent with every call, e.g. `accept-language`, `cookie`, `x-urtuu-purpose`. */
  readonly headers?: () => Readonly<Record<string, string>>;
}

/** A typed client of a contract. Replies are trusted: the server validated them by the same schemas. */
export function createClient<C extends Contract>(contract: C, options: ClientOptions): Client<C> {
  const entries = Object.entries(contract).map(([name, route]) => [
    name,
    (call: LooseCall, signal?: AbortSignal) => send(route, call, options, signal),
  ]);
  return Object.fromEntries(entries) as Client<C>;
}

/** The path of a route with its parameters and query filled in. */
export function pathOf(route: Route, call: LooseCall): string {
  const path = route.path
    .replaceAll(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(textOf(call.params?.[name])))
    .replace(/\*$/, () => textOf(call.params?.['*']).split('/').map(encodeURIComponent).join('/'));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(call.query ?? {})) {
    const text = textOf(value);
    if (text !== '') query.set(name, text);
  }
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

/** Path and query parts are plain values; a list travels as its items joined by commas. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(textOf).join(',');
  return typeof value === 'object' ? JSON.stringify(value) : `${value as string | number | boolean | bigint}`;
}

async function send(
  route: Route,
  call: LooseCall,
  options: ClientOptions,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const headers: Record<string, string> = {
    accept: route.media ?? 'application/json',
    ...options.headers?.(),
  };
  if (call.ifMatch !== undefined) headers['if-match'] = call.ifMatch;
  const init: RequestInit = { method: route.method, headers };
  if (signal !== undefined) init.signal = signal;
  if (call.body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(call.body);
  }
  const response = await options.fetch(options.baseUrl + pathOf(route, call), init);
  if (!response.ok) throw new ProblemError(await problemOf(response));
  if (response.status === 204) return undefined;
  return route.media === undefined ? response.json() : new Uint8Array(await response.arrayBuffer());
}

const PROBLEM_MEMBERS = new Set(
  'type title status instance retryable i18n code detail pointer errors extra'.split(' '),
);

/** On the wire extension members stand beside the others (RFC 9457 section 3.2); callers find them in `extra`. */
function withExtra(problem: Problem): Problem {
  const extra = Object.entries(problem).filter(([name]) => !PROBLEM_MEMBERS.has(name));
  return extra.length === 0 ? problem : { ...problem, extra: Object.fromEntries(extra) };
}

async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('json')) return withExtra((await response.json()) as Problem);
  const title = response.statusText || `HTTP ${response.status}`;
  return {
    type: 'about:blank',
    code: 'transport/unavailable',
    title,
    status: response.status,
    retryable: response.status >= 500,
    i18n: { en: title, mn: title, kk: title, ru: title, zh: title },
  };
}
