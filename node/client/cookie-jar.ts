/** The cookies of one caller, by host and port: unlike a browser's, so that two nodes on one machine stay apart. */
export interface CookieJar {
  /** As `fetch` without following redirects; sends and keeps cookies. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** The `cookie` header for an address, '' if there is none. */
  header(url: string): string;
}

export function cookieJar(send: typeof fetch): CookieJar {
  const byOrigin = new Map<string, Map<string, string>>();

  const keep = (origin: string, response: Response): void => {
    const cookies = byOrigin.get(origin) ?? new Map<string, string>();
    byOrigin.set(origin, cookies);
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const name = pair.slice(0, pair.indexOf('=')).trim();
      const gone = attributes.some((attribute) =>
        /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(attribute),
      );
      if (gone) cookies.delete(name);
      else cookies.set(name, pair.slice(pair.indexOf('=') + 1).trim());
    }
  };

  const header = (url: string): string =>
    [...(byOrigin.get(new URL(url).origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');

  return {
    header,
    async fetch(url, init = {}) {
      const headers = new Headers(init.headers);
      const cookies = header(url);
      if (cookies !== '') headers.set('cookie', cookies);
      const response = await send(url, { ...init, headers, redirect: 'manual' });
      keep(new URL(url).origin, response);
      return response;
    },
  };
}
