import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { constructIin } from '@urtuu/identity';
import { day } from '@urtuu/kernel';
import { checkClaim } from './check-claim.ts';

const iin = constructIin({ birthDate: day('1960-05-01'), sex: 'female' }, 0);

function claim(
  change: (parts: { head: Record<string, unknown>; person: Record<string, unknown> }) => void = () => {},
) {
  const person: Record<string, unknown> = {
    identifiers: [{ scheme: 'kz.iin', value: iin, country: 'KZ' }],
    names: [{ script: 'Latn', family: 'Example', given: 'Person' }],
    sex: 'female',
    birthDate: '1960-05-01',
    citizenships: ['KZ'],
    residence: 'KZ',
  };
  const head: Record<string, unknown> = {
    kind: 'oldAge',
    filedOn: '2026-03-02',
    record: {
      version: 1,
      person,
      periods: [],
      earnings: [],
      accounts: [],
      benefits: [],
      counting: { bounds: 'inclusive', method: 'calendar' },
    },
  };
  change({ head, person });
  return head;
}

const today = day('2026-11-23');
const places = (body: unknown): string[] =>
  checkClaim(body, today).faults.map((fault) => `${fault.severity} ${fault.pointer} ${fault.code}`);

describe('checking a claim', () => {
  test('passes a whole claim and gives its record', () => {
    const check = checkClaim(claim(), today);
    assert.deepEqual(check.faults, []);
    assert.equal(check.claim?.record.person.residence, 'KZ');
  });

  test('names the place of every fault, in the head and in the record', () => {
    const broken = claim(({ head, person }) => {
      head['filedOn'] = '02.03.2026';
      person['birthDate'] = '1960-02-30';
    });
    assert.deepEqual(places(broken), [
      'error /filedOn format',
      'error /record/person/birthDate impossible-date',
    ]);
  });

  test('names what is missing altogether', () => {
    assert.ok(places({}).includes('error /filedOn type'));
    assert.ok(places(null).length > 0);
    assert.equal(checkClaim('a text', today).claim, undefined);
  });

  test('refuses a filing date in the future, before birth or after death', () => {
    assert.deepEqual(places(claim(({ head }) => (head['filedOn'] = '2026-11-24'))), [
      'error /filedOn filed-in-future',
    ]);
    assert.deepEqual(places(claim(({ head }) => (head['filedOn'] = '1959-01-01'))), [
      'error /filedOn filed-before-birth',
    ]);
    assert.deepEqual(places(claim(({ person }) => (person['deathDate'] = '2026-03-01'))), [
      'error /record/person/deathDate filed-after-death',
    ]);
  });

  test('wants an identifier and points at a malformed one', () => {
    assert.deepEqual(places(claim(({ person }) => (person['identifiers'] = []))), [
      'error /record/person/identifiers identifier-needed',
    ]);
    const malformed = [{ scheme: 'kz.iin', value: '12345', country: 'KZ' }];
    assert.deepEqual(places(claim(({ person }) => (person['identifiers'] = malformed))), [
      'error /record/person/identifiers/0/value identifier-format',
    ]);
  });

  test('warns where an open rule of a number disagrees and still gives the claim', () => {
    const body = claim(({ person }) => (person['sex'] = 'male'));
    const check = checkClaim(body, today);
    assert.ok(check.claim !== undefined);
    assert.deepEqual(places(body), ['warning /record/person/identifiers/0/value identifier-sex-differs']);
  });
});
