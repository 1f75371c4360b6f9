import { test } from 'node:test';
import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineContract, healthContract, sessionContract } from '../contract.ts';
import { openApiDocument } from './openapi.ts';
import { problemCatalogue } from './problem-catalogue.ts';

const tree = z.object({
  name: z.string(),
  get children() {
    return z.array(tree);
  },
});

const treeContract = defineContract({
  readTree: {
    method: 'GET',
    path: '/api/trees/:treeId',
    summary: 'A tree',
    roles: ['clerk'],
    params: z.object({ treeId: z.string() }),
    query: z.object({ depth: z.coerce.number().int().default(3), only: z.enum(['a', 'b']).optional() }),
    reply: z.object({ root: tree, also: tree }),
    refusals: ['business/not-found'],
  },
  plantTree: {
    method: 'POST',
    path: '/api/trees',
    summary: 'Plant',
    roles: ['clerk'],
    body: tree,
    status: 201,
    reply: tree,
    refusals: [],
  },
});

test('every reference of the OpenAPI document leads somewhere, also in recursive shapes', () => {
  const document = openApiDocument([treeContract, sessionContract, healthContract], {
    title: 'Trees',
    version: '1',
    catalogue: problemCatalogue,
  });
  const references = JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g);
  const targets = new Set(Array.from(references, ([, target = '']) => target));
  assert.ok(targets.size > 2, [...targets].join(' '));
  for (const target of targets) {
    const found = target
      .slice(2)
      .split('/')
      .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document);
    assert.equal(typeof found, 'object', target);
  }
});

test('a parameter with a default may be left out', () => {
  const document = openApiDocument([treeContract], {
    title: 'Trees',
    version: '1',
    catalogue: problemCatalogue,
  });
  const paths = document.paths as Record<
    string,
    { get: { parameters: { name: string; required: boolean }[] } }
  >;
  const required = paths['/api/trees/{treeId}']?.get.parameters.map(({ name, required }) => [name, required]);
  assert.deepEqual(required, [
    ['treeId', true],
    ['depth', false],
    ['only', false],
  ]);
});
