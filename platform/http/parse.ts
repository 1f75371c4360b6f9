/** The edge: bytes and texts of a request become values of the contract's schemas, or a refusal. */
import { EXCHANGE_JSON_LIMITS, ok, parseStrictJson, refuse, type Result } from '@urtuu/kernel';
import type { z } from 'zod';
import type { ProblemItem, Refusal, Route } from '../contract.ts';

export interface RequestParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly contentType: string | undefined;
  readonly bytes: Uint8Array;
}

export interface ParsedParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** All faults of path, query and body at once, each with its place. */
export function parseParts(route: Route, parts: RequestParts): Result<ParsedParts, Refusal> {
  const body = route.body === undefined ? ok(undefined) : parseJsonBody(parts);
  if (!body.ok) return body;
  const errors: ProblemItem[] = [];
  const params = check(route.params, parts.params, (issue) => place(issue, 'path', errors));
  const query = check(route.query, parts.query, (issue) => place(issue, 'query', errors));
  const parsed = check(route.body, body.value, (issue) => place(issue, 'body', errors));
  if (errors.length === 0) return ok({ params, query, body: parsed });
  const first = errors[0];
  const detail = `${errors.length} fault${errors.length === 1 ? '' : 's'}; the first: ${first?.detail ?? ''}`;
  return refuse({ code: 'profile/schema-invalid', detail, errors });
}

/** Numbers with fractions may come in imported files; duplicate members, U+0000, `__proto__` and depth are refused. */
const LIMITS = { ...EXCHANGE_JSON_LIMITS, integersOnly: false };
const JSON_MEDIA = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

function parseJsonBody(parts: RequestParts): Result<unknown, Refusal> {
  if (parts.bytes.length === 0 && parts.contentType === undefined) return ok(undefined);
  if (!JSON_MEDIA.test(parts.contentType ?? '')) {
    const detail = `found ${parts.contentType ?? 'no content type'}, wanted application/json`;
    return refuse({ code: 'profile/media-type', detail });
  }
  const text = utf8(parts.bytes);
  if (text === undefined) return refuse({ code: 'profile/malformed-json', detail: 'the text is not UTF-8' });
  const json = parseStrictJson(text, LIMITS);
  if (json.ok) return json;
  const { code, pointer, offset } = json.error;
  if (code === 'json-too-large') return refuse({ code: 'profile/too-large' });
  return refuse({ code: 'profile/malformed-json', detail: `${code} at character ${offset}`, pointer });
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function check(
  schema: z.ZodType | undefined,
  value: unknown,
  report: (issue: z.core.$ZodIssue) => void,
): unknown {
  if (schema === undefined) return undefined;
  const nul = placeOfNul(value);
  if (nul !== undefined) {
    report({ code: 'custom', path: nul, message: 'the character U+0000 is not allowed', input: undefined });
    return undefined;
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) report(issue);
  return undefined;
}

/** No column of PostgreSQL holds U+0000. Bodies have been searched by the parser; path and query are flat. */
function placeOfNul(value: unknown): string[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = Object.entries(value).find(([, text]) => typeof text === 'string' && text.includes('\0'));
  return found && [found[0]];
}

/** Pointers lead into the body; a fault of path or query names its parameter instead. */
function place(issue: z.core.$ZodIssue, part: 'path' | 'query' | 'body', errors: ProblemItem[]): void {
  const steps = issue.path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'));
  if (part === 'body') {
    const pointer = steps.map((step) => `/${step}`).join('');
    errors.push({ pointer, code: issue.code, detail: issue.message });
  } else {
    errors.push({
      pointer: '',
      code: issue.code,
      detail: `${part} parameter ${steps.join('.')}: ${issue.message}`,
    });
  }
}
