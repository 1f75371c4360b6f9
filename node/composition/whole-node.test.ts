import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ROLES, type Role } from '@urtuu/platform/contract';
import { permissionFaults } from '@urtuu/platform/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { signIn } from '../client/sign-in.ts';
import type { Corridor } from '../corridor/start-corridor.ts';
import { testCorridor } from '../corridor/test-corridor.ts';
import { contracts, nodeOpenApi } from './catalogue.ts';
import { rolesHere } from './own-staff.ts';
import type { RunningNode } from './start-node.ts';

let corridor: Corridor;
let node: RunningNode;
before(async () => {
  corridor = await testCorridor({ nodes: ['kz'] });
  const running = corridor.kz.inside();
  assert.ok(running);
  node = running;
});
after(() => corridor.stop());

describe('a whole node', () => {
  test('opens each route of each contract to the roles of its table and to nobody else', async () => {
    const signedIn = new Map<Role, Readonly<Record<string, string>>>();
    for (const role of ROLES) {
      const account = corridor.accounts.find(
        ({ roles, clients }) => roles.includes(role) && clients.includes('urtuu-kz'),
      );
      assert.ok(account, role);
      const { cookie = '' } = (await signIn(node.url, account.account)).headers();
      signedIn.set(role, { cookie });
    }
    const headersOf = (role: Role | undefined) => (role === undefined ? {} : (signedIn.get(role) ?? {}));
    assert.deepEqual(await permissionFaults(node.server, headersOf), []);
  });

  test('registers every route of every contract', () => {
    const declared = Object.values(contracts).flatMap((contract) => Object.keys(contract));
    const registered = new Set(node.server.routes.map(({ name }) => name));
    assert.deepEqual(
      declared.filter((name) => !registered.has(name)),
      [],
    );
  });

  test('says that it is alive and ready, check by check', async () => {
    const ready = await fetch(`${node.url}/readyz`);
    const { checks } = (await ready.json()) as { checks: { name: string; ok: boolean }[] };
    assert.equal(ready.status, 200);
    assert.deepEqual(
      checks.map(({ name, ok }) => [name, ok]),
      [
        ['database', true],
        ['migrations', true],
        ['worker', true],
      ],
    );
  });

  test('gives a clerk of another institution no role here', () => {
    const clerk = {
      subject: 'x',
      name: 'x',
      roles: ['clerk', 'citizen'] as const,
      institutionId: 'urn:other',
    };
    assert.deepEqual(rolesHere(clerk, 'urn:own').roles, ['citizen']);
    assert.deepEqual(rolesHere({ ...clerk, institutionId: 'urn:own' }, 'urn:own').roles, clerk.roles);
  });
});

describe('the OpenAPI document of a node', () => {
  type Operation = {
    operationId: string;
    parameters: { name: string; in: string; schema: object }[];
    requestBody?: { content: Record<string, { schema: object }> };
    responses: Record<string, { content?: Record<string, { schema: object }> }>;
  };
  const document = nodeOpenApi() as {
    openapi: string;
    info: { title: string; version: string };
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, object> };
  };
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.values(item).map((operation) => ({ path, operation })),
  );

  test('is the one that is served', async () => {
    const served = (await (await fetch(`${node.url}/api/openapi.json`)).json()) as typeof document;
    assert.deepEqual(Object.keys(served.paths).toSorted(), Object.keys(document.paths).toSorted());
    assert.equal(served.openapi, '3.1.0');
  });

  test('names every operation once and declares every parameter of its path', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    assert.equal(new Set(ids).size, ids.length);
    for (const { path, operation } of operations) {
      const inPath = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name);
      const declared = operation.parameters
        .filter((parameter) => parameter.in === 'path')
        .map(({ name }) => name);
      assert.deepEqual(declared, inPath, path);
    }
  });

  test('holds only schemas that JSON Schema 2020-12 accepts', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const all = operations.flatMap(({ operation }) => [
      ...operation.parameters.map(({ schema }) => schema),
      ...Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => schema),
      ...Object.values(operation.responses).flatMap(({ content = {} }) =>
        Object.values(content).map(({ schema }) => schema),
      ),
    ]);
    assert.ok(all.length > 50);
    for (const schema of [...all, ...Object.values(document.components.schemas)]) {
      ajv.compile({ ...schema, components: document.components });
    }
  });

  test('says of every operation what it answers, problems included', () => {
    for (const { path, operation } of operations) {
      const statuses = Object.keys(operation.responses);
      assert.ok(
        statuses.some((status) => status.startsWith('2')),
        path,
      );
      assert.ok(
        statuses.some((status) => status.startsWith('5')),
        path,
      );
    }
  });
});
