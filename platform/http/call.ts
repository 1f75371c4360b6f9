/** What a handler gets and what it answers. */
import type { Locale, Result } from '@urtuu/kernel';
import type { BodyOf, Contract, ParamsOf, QueryOf, Refusal, ReplyOf, Role, Route } from '../contract.ts';
import type { PersonRead } from '../access/access-log.ts';
import type { Principal } from '../access/principal.ts';

/** A partner node that has proved itself by the signature of its request. */
export interface Partner {
  readonly nodeId: string;
  readonly institutionId: string;
  /** Key that signed the request. */
  readonly keyId: string;
}

/** The request as it came. */
export interface RawRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body as sent, empty if there is none. */
  readonly bytes: Uint8Array;
  readonly ip: string;
}

/** Declares whose data the reply shows. Every route that `reads: 'person'` calls one of these before it succeeds. */
export interface PersonAccess {
  read(...reads: readonly PersonRead[]): void;
  /** States that the reply shows nobody's data, such as an empty list. */
  readNobody(): void;
}

export interface Call<R extends Route> {
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  /** Who calls; absent on a public route without sign-in and on partners' routes. */
  readonly principal: R['roles'] extends readonly Role[] ? Principal : Principal | undefined;
  readonly partner: R['roles'] extends 'partner' ? Partner : undefined;
  /** Version the caller saw, without quotes. */
  readonly ifMatch: R extends { ifMatch: true } ? string : string | undefined;
  /** Header `x-urtuu-purpose`. */
  readonly purpose: string | undefined;
  readonly locale: Locale;
  readonly access: PersonAccess;
  readonly requestId: string;
  /** Aborts when the caller goes away or the time is over. */
  readonly signal: AbortSignal;
  readonly raw: RawRequest;
}

export type Handler<R extends Route> = (
  call: Call<R>,
) => Promise<Result<ReplyOf<R> | WithHeaders<ReplyOf<R>>, Refusal>>;

export type Handlers<C extends Contract> = { readonly [K in keyof C]: Handler<C[K]> };

/** A reply with headers of its own, or with another status than the route’s; made by `withHeaders` or `otherAnswer`. */
export class WithHeaders<T> {
  readonly value: T;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number | undefined;

  constructor(value: T, headers: Readonly<Record<string, string>>, status?: number) {
    this.value = value;
    this.headers = headers;
    this.status = status;
  }
}

/** Adds headers to a reply: `ok(withHeaders(view, { etag: String(version) }))`. The etag is quoted here. */
export function withHeaders<T>(value: T, headers: Readonly<Record<string, string>>): WithHeaders<T> {
  const { etag } = headers;
  if (etag === undefined || etag.startsWith('"')) return new WithHeaders(value, headers);
  return new WithHeaders(value, { ...headers, etag: `"${etag}"` });
}

/** One of the `otherAnswers` of a route that answers bytes: what a protocol of others wants beside success and problems. */
export function otherAnswer(status: number, media: string, value: Uint8Array): WithHeaders<Uint8Array> {
  return new WithHeaders(value, { 'content-type': media }, status);
}
