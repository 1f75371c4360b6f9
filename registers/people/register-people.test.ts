import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { KHUR } from '../khur/khur-services.ts';
import { parseRegisterPeople } from './register-people.ts';

const people = (parts: object = {}): unknown => ({
  format: 'urtuu-register-people',
  version: 1,
  register: 'khur',
  people: [{ key: 'ТТ61041211', services: { [KHUR.idCard.operation]: [{ regnum: 'ТТ61041211' }] } }],
  ...parts,
});

const pointers = (json: unknown): string[] => {
  const parsed = parseRegisterPeople(json);
  return parsed.ok ? [] : parsed.error.map((found) => `${found.pointer} ${found.code}`);
};

describe('a file of register people', () => {
  test('is read when it is whole', () => assert.deepEqual(pointers(people()), []));

  test('names each wrong place', () => {
    const entry = { key: 'ТТ61041211', services: {} };
    assert.deepEqual(pointers(people({ people: [entry, entry] })), ['/people/1/key duplicate-key']);
    assert.deepEqual(pointers(people({ people: [{ key: 'x', services: { 'a/b': [] } }] })), [
      '/people/0/services/a~1b unknown-service',
    ]);
    assert.deepEqual(pointers(people({ people: [{ key: 'x', services: { s: [{ year: 1999 }] } }] })), [
      '/people/0/services/s/0/year invalid_type',
    ]);
    assert.deepEqual(pointers(null), [' invalid_type']);
  });
});
