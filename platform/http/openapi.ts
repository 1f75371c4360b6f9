/** The OpenAPI 3.1 document of contracts, from the same schemas that validate. */
import { z } from 'zod';
import type { Contract, ProblemCatalogue, Route } from '../contract.ts';
import { PROBLEM_MEDIA } from './problem.ts';
import { problemCatalogue } from './problem-catalogue.ts';
import type { HttpServer, RegisteredRoute } from './server.ts';

export interface OpenApiInfo {
  readonly title: string;
  readonly version: string;
  readonly catalogue: ProblemCatalogue;
}

type Schema = Record<string, unknown>;

/** The document as a plain JSON value; `servers` is left out, so addresses are relative to where it is served. */
export function openApiDocument(contracts: readonly Contract[], info: OpenApiInfo): Schema {
  const routes = contracts.flatMap((contract) =>
    Object.entries(contract).map(([name, route]) => ({ name, route })),
  );
  return documentOf(routes, info);
}

/** Serves the document of everything registered on the server, at `/api/openapi.json`. */
export function serveOpenApi(server: HttpServer, info: Omit<OpenApiInfo, 'catalogue'>): void {
  let text: string | undefined;
  server.app.get('/api/openapi.json', (_request, reply) => {
    text ??= JSON.stringify(documentOf(server.routes, { ...info, catalogue: server.options.catalogue }));
    return reply.type('application/json').send(text);
  });
}

function documentOf(routes: readonly RegisteredRoute[], info: OpenApiInfo): Schema {
  const paths: Record<string, Schema> = {};
  const schemas: Record<string, Schema> = { Problem: PROBLEM };
  for (const { name, route } of routes) {
    const path = route.path.replaceAll(/:([A-Za-z]+)/g, '{$1}').replace(/\*$/, '{rest}');
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: operation(name, route, info.catalogue, schemas),
    };
  }
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: info.title, version: info.version },
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'urtuu',
          description: 'Session after sign-in by OpenID Connect',
        },
        partner: {
          type: 'apiKey',
          in: 'header',
          name: 'signature',
          description: 'HTTP message signature (RFC 9421)',
        },
      },
    },
  };
}

function operation(
  name: string,
  route: Route,
  catalogue: ProblemCatalogue,
  schemas: Record<string, Schema>,
): Schema {
  const shape = (schema: z.ZodType, part: string, io: 'input' | 'output'): Schema =>
    schemaOf(schema, io, `${name}.${part}`, schemas);
  return {
    operationId: name,
    summary: route.summary,
    ...(route.roles === 'public' ? { security: [] } : { security: [{ [scheme(route)]: [] }] }),
    'x-roles': route.roles,
    ...(route.reads === undefined ? {} : { 'x-reads': route.reads }),
    parameters: [
      ...parameters(route.params, 'path', shape),
      ...parameters(route.query, 'query', shape),
      ...(route.ifMatch ? [IF_MATCH] : []),
    ],
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: shape(route.body, 'body', 'input') } },
          },
        }),
    responses: {
      [route.status ?? (isEmpty(route) ? 204 : 200)]: success(route, shape),
      ...problems(route, catalogue),
      ...Object.fromEntries(
        (route.otherAnswers ?? []).map(({ status, media, meaning }) => [
          status,
          { description: meaning, content: { [media]: { schema: { type: 'string' } } } },
        ]),
      ),
    },
  };
}

function isEmpty(route: Route): boolean {
  return route.reply === undefined && route.media === undefined;
}

function scheme(route: Route): 'partner' | 'session' {
  return route.roles === 'partner' ? 'partner' : 'session';
}

const IF_MATCH = {
  name: 'if-match',
  in: 'header',
  required: true,
  description: 'Version the caller saw, from the reply’s etag',
  schema: { type: 'string' },
};

type Shape = (schema: z.ZodType, part: string, io: 'input' | 'output') => Schema;

function parameters(schema: z.ZodObject | undefined, place: 'path' | 'query', shape: Shape): Schema[] {
  if (schema === undefined) return [];
  return Object.entries(schema.shape).map(([name, part]) => {
    const optional = part instanceof z.ZodType && part.safeParse(undefined).success;
    const required = place === 'path' || !optional;
    return {
      name: name === '*' ? 'rest' : name,
      in: place,
      required,
      schema: part instanceof z.ZodType ? shape(part, name, 'input') : {},
    };
  });
}

function success(route: Route, shape: Shape): Schema {
  if (route.media !== undefined) {
    return {
      description: 'Success',
      content: { [route.media]: { schema: { type: 'string', format: 'binary' } } },
    };
  }
  if (route.reply === undefined) return { description: 'Success, without a body' };
  return {
    description: 'Success',
    content: { 'application/json': { schema: shape(route.reply, 'reply', 'output') } },
  };
}

/** Codes of one status stand together; those that any route may answer come from the platform. */
function problems(route: Route, catalogue: ProblemCatalogue): Record<string, Schema> {
  const codes = new Set<string>([...route.refusals, ...implied(route)]);
  const byStatus: Record<string, string[]> = {};
  for (const code of [...codes].sort()) {
    const status = String((catalogue[code] ?? problemCatalogue['internal/unexpected']).status);
    (byStatus[status] ??= []).push(code);
  }
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, list]) => [
      status,
      {
        description: list.map((code) => `\`${code}\`: ${catalogue[code]?.title.en ?? ''}`).join('; '),
        content: {
          [PROBLEM_MEDIA]: {
            schema: {
              allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: list } } }],
            },
          },
        },
      },
    ]),
  );
}

function implied(route: Route): string[] {
  const parsed = route.params ?? route.query ?? route.body;
  return [
    'internal/unexpected',
    'transport/unavailable',
    ...(parsed === undefined ? [] : ['profile/schema-invalid']),
    ...(route.body === undefined
      ? []
      : ['profile/malformed-json', 'profile/media-type', 'profile/too-large']),
    ...(typeof route.roles === 'string' ? [] : ['security/unauthenticated', 'security/forbidden']),
    ...(typeof route.roles === 'string' || route.method === 'GET' ? [] : ['security/csrf']),
    ...(route.ifMatch ? ['business/version-required'] : []),
  ];
}

/**
 * The JSON Schema of a part. What it refers to inside itself (recursive shapes) moves to the document's components,
 * since a reference is read from the root of the document.
 */
function schemaOf(
  schema: z.ZodType,
  io: 'input' | 'output',
  name: string,
  schemas: Record<string, Schema>,
): Schema {
  const { $schema: _, $defs, ...root }: Schema = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  let refersToRoot = false;
  const move = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(move);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, moveMember(key, member)]));
  };
  const moveMember = (key: string, member: unknown): unknown => {
    if (key !== '$ref' || typeof member !== 'string') return move(member);
    if (member === '#') refersToRoot = true;
    return member === '#' ? component(name) : component(`${name}.${member.replace('#/$defs/', '')}`);
  };
  const moved = move(root) as Schema;
  for (const [part, definition] of Object.entries($defs ?? {}))
    schemas[`${name}.${part}`] = move(definition) as Schema;
  if (!refersToRoot) return moved;
  schemas[name] = moved;
  return { $ref: component(name) };
}

function component(name: string): string {
  return `#/components/schemas/${name}`;
}

const text = { type: 'string' };
const PROBLEM: Schema = {
  type: 'object',
  description: 'RFC 9457 problem document',
  required: ['type', 'title', 'status', 'code', 'retryable', 'i18n'],
  properties: {
    type: { type: 'string', format: 'uri', examples: ['urn:urtuu:problem:business/not-found'] },
    title: { type: 'string', description: 'In the language of Accept-Language' },
    status: { type: 'integer' },
    detail: text,
    instance: { type: 'string', format: 'uri', description: 'The request, as it stands in the logs' },
    code: text,
    pointer: { type: 'string', description: 'RFC 6901 pointer into the body' },
    retryable: { type: 'boolean' },
    i18n: {
      type: 'object',
      properties: { en: text, mn: text, kk: text, ru: text, zh: text },
      required: ['en', 'mn', 'kk', 'ru', 'zh'],
    },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { pointer: text, code: text, detail: text },
        required: ['pointer', 'code', 'detail'],
      },
    },
  },
};
