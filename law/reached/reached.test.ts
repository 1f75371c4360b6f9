import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { RULE_IDS } from '../finding/rules.ts';
import { parameterKeys } from '../parameters/register.ts';
import reached from './reached.json' with { type: 'json' };

/** Rules that nothing can reach yet, and why. */
const NOT_YET: Readonly<Record<string, string>> = {
  'treaty.inForce': 'the entry into force is not known',
};

/** Values that no statute reads yet: norms kept with their source for the comparison of laws. */
const UNREAD: readonly string[] = [
  'mn.ei.discount',
  'mn.haz.jobList',
  'mn.military.age',
  'mn.minWage.hour',
  'mn.osh.inspection',
  'mn.osh.investigation',
  'mn.osh.law',
  'mn.osh.officers',
  'mn.osh.statUnit',
  'mn.osh.trainings',
];

const rules: Readonly<Record<string, readonly string[]>> = reached.rules;
const parameters: Readonly<Record<string, readonly string[]>> = reached.parameters;

describe('The tests of the law (made by node law/reached/generate.ts)', () => {
  test('reach every rule', () => {
    assert.deepEqual(Object.keys(rules).toSorted(), RULE_IDS.toSorted());
    const missed = RULE_IDS.filter((rule) => (rules[rule] ?? []).length === 0);
    assert.deepEqual(missed.toSorted(), Object.keys(NOT_YET).toSorted());
  });

  test('read every parameter', () => {
    assert.deepEqual(Object.keys(parameters).toSorted(), parameterKeys().toSorted());
    const missed = parameterKeys().filter((key) => (parameters[key] ?? []).length === 0);
    assert.deepEqual(missed.toSorted(), UNREAD.toSorted());
  });

  test('are files that exist', async () => {
    const files = new Set([...Object.values(rules), ...Object.values(parameters)].flat());
    for (const file of files) await access(new URL(`../${file}`, import.meta.url));
  });
});
