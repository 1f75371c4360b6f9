/** The answer of an operation that may be refused for a reason the caller is expected to handle. */
export type Result<T, E> = Ok<T> | Refused<E>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<E> {
  readonly ok: false;
  readonly error: E;
}

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function refuse<E>(error: E): Refused<E> {
  return { ok: false, error };
}

/** Closes a `switch` over a union: reaching it means a member was added and not handled. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}

/** The value of a result that cannot be refused here; a refusal is a broken invariant and throws. */
export function expectOk<T, E>(result: Result<T, E>, what: string): T {
  if (result.ok) return result.value;
  throw new Error(`${what}: ${JSON.stringify(result.error)}`);
}
