/** What of an HTTP message can be signed (RFC 9421 section 2): the parts, apart from any server or client library. */
export interface HttpRequestParts {
  readonly method: string;
  /** absolute, as the sender means it: a gateway's rewriting must not change it */
  readonly targetUri: string;
  readonly headers: HttpHeaders;
}

export interface HttpResponseParts {
  readonly status: number;
  readonly headers: HttpHeaders;
  /** the request that it answers, for components marked `req` */
  readonly request: HttpRequestParts;
}

export type HttpMessageParts = HttpRequestParts | HttpResponseParts;

/** Field values by lower-case name; several lines of one field are joined by comma and space (RFC 9110 section 5.2). */
export type HttpHeaders = Readonly<Record<string, string>>;

/** A component identifier: a field name or a derived name, optionally taken from the request. */
export interface Component {
  readonly name: string;
  readonly req: boolean;
}

/** Written as in a list of required components: `"@method"` or `"@method";req` without the quotes. */
export function component(text: string): Component {
  const [name = '', ...parameters] = text.split(';');
  return { name, req: parameters.includes('req') };
}

/** The value of a component by RFC 9421 sections 2.1 and 2.2; undefined where the message has none. */
export function componentValue(message: HttpMessageParts, wanted: Component): string | undefined {
  const source = wanted.req ? requestOf(message) : message;
  if (source === undefined) return undefined;
  if (!wanted.name.startsWith('@')) return source.headers[wanted.name]?.trim();
  if ('status' in source) return wanted.name === '@status' ? String(source.status) : undefined;
  return derivedFromRequest(source, wanted.name);
}

function requestOf(message: HttpMessageParts): HttpRequestParts | undefined {
  return 'status' in message ? message.request : undefined;
}

function derivedFromRequest(request: HttpRequestParts, name: string): string | undefined {
  if (name === '@method') return request.method;
  if (name === '@target-uri') return request.targetUri;
  const url = new URL(request.targetUri);
  switch (name) {
    case '@authority':
      return url.host.toLowerCase();
    case '@scheme':
      return url.protocol.slice(0, -1);
    case '@path':
      return url.pathname;
    case '@query':
      return url.search === '' ? '?' : url.search;
    case '@request-target':
      return url.pathname + url.search;
    default:
      return undefined;
  }
}
