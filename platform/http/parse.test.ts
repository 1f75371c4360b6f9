import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { z } from 'zod';
import type { Route } from '../contract.ts';
import { parseParts, type RequestParts } from './parse.ts';

const route = {
  method: 'PUT',
  path: '/api/members/:memberId',
  summary: 'Change a member',
  roles: 'public',
  params: z.object({ memberId: z.string().regex(/^m\d+$/) }),
  query: z.object({ year: z.coerce.number().int().optional() }),
  body: z.object({ name: z.string().min(1), 'a/b': z.object({ n: z.number() }).optional() }),
  refusals: [],
} as const satisfies Route;

function partsOf(body: string | Uint8Array, more: Partial<RequestParts> = {}): RequestParts {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return { params: { memberId: 'm1' }, query: {}, contentType: 'application/json', bytes, ...more };
}

describe('the parts of a request', () => {
  test('become values of the contract', () => {
    const parsed = parseParts(route, partsOf('{"name":"а"}', { query: { year: '2026' } }));
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.value, {
      params: { memberId: 'm1' },
      query: { year: 2026 },
      body: { name: 'а' },
    });
  });

  test('are all checked at once, each fault with its place', () => {
    const parsed = parseParts(
      route,
      partsOf('{"a/b":{"n":"x"}}', { params: { memberId: '?' }, query: { year: 'y' } }),
    );
    assert.ok(!parsed.ok);
    assert.equal(parsed.error.code, 'profile/schema-invalid');
    assert.deepEqual(
      parsed.error.errors?.map((error) => error.pointer || error.detail.split(':')[0]),
      ['path parameter memberId', 'query parameter year', '/name', '/a~1b/n'],
    );
  });

  const bodies: readonly [string, RequestParts, string][] = [
    ['broken JSON', partsOf('{"name":'), 'profile/malformed-json'],
    ['a member named twice', partsOf('{"name":"a","name":"b"}'), 'profile/malformed-json'],
    ['a prototype', partsOf('{"__proto__":{},"name":"a"}'), 'profile/malformed-json'],
    ['nesting without end', partsOf('['.repeat(5000)), 'profile/malformed-json'],
    ['half a character', partsOf('{"name":"\\ud800"}'), 'profile/malformed-json'],
    ['text that is not UTF-8', partsOf(Uint8Array.from([0x22, 0xff, 0x22])), 'profile/malformed-json'],
    ['the character U+0000 in a text', partsOf('{"name":"a\\u0000"}'), 'profile/malformed-json'],
    [
      'the character U+0000 in the path',
      partsOf('{"name":"a"}', { params: { memberId: 'm1\0' } }),
      'profile/schema-invalid',
    ],
    [
      'the character U+0000 in the query',
      partsOf('{"name":"a"}', { query: { year: '1\0' } }),
      'profile/schema-invalid',
    ],
    ['another media type', partsOf('<a/>', { contentType: 'text/xml' }), 'profile/media-type'],
    ['a form', partsOf('name=a', { contentType: 'application/x-www-form-urlencoded' }), 'profile/media-type'],
    ['a body whose type is not stated', partsOf('{}', { contentType: undefined }), 'profile/media-type'],
    ['no body', partsOf('', { contentType: undefined }), 'profile/schema-invalid'],
  ];
  for (const [what, parts, code] of bodies) {
    test(`are refused for ${what}`, () => {
      const parsed = parseParts(route, parts);
      assert.equal(parsed.ok ? 'accepted' : parsed.error.code, code);
    });
  }

  test('take JSON of any profile', () => {
    const contentType = 'application/problem+json; charset=utf-8';
    assert.ok(parseParts(route, partsOf('{"name":"a"}', { contentType })).ok);
  });
});
