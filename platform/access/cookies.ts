/** Cookies as we need them: HttpOnly, sent on navigation from elsewhere but not with foreign requests. */

export interface CookieScope {
  /** Sent over https alone. */
  readonly secure: boolean;
  /** Seconds to keep it; until the browser closes if not given. 0 removes it. */
  readonly maxAge?: number;
}

/** A `set-cookie` value (RFC 6265 section 4.1). The value is base64url, which needs no quoting. */
export function setCookie(name: string, value: string, scope: CookieScope): string {
  const age = scope.maxAge === undefined ? '' : `; Max-Age=${scope.maxAge}`;
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${scope.secure ? '; Secure' : ''}${age}`;
}

/** One cookie of a request's headers. */
export function cookieOf(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  name: string,
): string | undefined {
  const { cookie } = headers;
  if (typeof cookie !== 'string') return undefined;
  const pairs = cookie.split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
