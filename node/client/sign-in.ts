/**
 * Signs in at a node as a browser would: the same code flow, with the account chosen at the development provider.
 * The command line and the tests call the public API in this way alone.
 */
import { cookieJar, type CookieJar } from './cookie-jar.ts';

/** Somebody signed in at a node. */
export interface SignedIn {
  readonly baseUrl: string;
  readonly account: string;
  /** Headers of every call: the session, and the proof that no foreign page sends it. */
  headers(): Readonly<Record<string, string>>;
}

/** Thrown if the sign-in does not end with a session; says at which address and why. */
export class SignInFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SignInFailed';
  }
}

const MOST_STEPS = 12;

/** @param baseUrl address of the node @param account name at the development provider, as `clerk.kz` */
export async function signIn(
  baseUrl: string,
  account: string,
  send: typeof fetch = fetch,
): Promise<SignedIn> {
  const jar = cookieJar(send);
  await followToSession(jar, `${baseUrl}/auth/sign-in?returnTo=/`, baseUrl, account);
  return {
    baseUrl,
    account,
    headers: () => ({ cookie: jar.header(baseUrl), 'x-urtuu': '1' }),
  };
}

async function followToSession(
  jar: CookieJar,
  start: string,
  baseUrl: string,
  account: string,
): Promise<void> {
  let url = start;
  let init: RequestInit = {};
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const response = await jar.fetch(url, init);
    const isChooser = new URL(url).pathname.startsWith('/choose/') && response.status === 200;
    const next = response.headers.get('location');
    await response.body?.cancel();
    if (isChooser) {
      init = { method: 'POST', body: new URLSearchParams({ account }) };
      continue;
    }
    if (next === null)
      throw new SignInFailed(`${url.split('?')[0]} answered ${response.status}, not the next step`);
    const returned = new URL(url).pathname === '/auth/callback' && response.status < 400;
    if (returned) return;
    url = new URL(next, url).toString();
    init = {};
  }
  throw new SignInFailed(`The sign-in at ${baseUrl} goes in circles`);
}
