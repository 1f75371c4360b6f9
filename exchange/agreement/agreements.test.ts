import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { agreementsOf } from './agreements.ts';
import { maySend, type AgreementPack } from './agreement-pack.ts';
import { kzMn } from './kz-mn.ts';
import { threeLakes } from './three-states.fixture.ts';

const [first, second] = threeLakes;
const lakes = agreementsOf([...threeLakes, kzMn]);

describe('the version of an agreement for a day', () => {
  const days: readonly [string, string | undefined][] = [
    ['2000-12-31', undefined],
    ['2001-01-01', '1'],
    ['2019-12-31', '1'],
    ['2020-01-01', '2'],
    ['2026-11-25', '2'],
  ];
  for (const [day, version] of days)
    test(`on ${day} is ${version ?? 'none'}`, () =>
      assert.equal(lakes.on('three-lakes', day)?.version, version));

  test('of an agreement that is not in force yet is its newest text', () => {
    assert.equal(lakes.on('kz-mn', '2026-11-25')?.version, kzMn.version);
  });

  test('of an agreement that nobody knows is none', () => {
    assert.equal(lakes.on('four-lakes', '2026-11-25'), undefined);
    assert.equal(lakes.version('three-lakes', '3'), undefined);
  });

  test('is never more than one, whatever versions there are', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2050-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.uniqueArray(day, { minLength: 2, maxLength: 6, selector: iso }),
        day,
        (starts, asked) => {
          if (first === undefined) return;
          const from = starts.map(iso).toSorted();
          const packs: AgreementPack[] = from.map((start, index) => ({
            ...first,
            version: String(index),
            inForce: { from: start, to: before(from[index + 1]) },
          }));
          const found = agreementsOf(packs).on('three-lakes', iso(asked));
          const expected = from.findLastIndex((start) => start <= iso(asked));
          assert.equal(found?.version, expected === -1 ? undefined : String(expected));
        },
      ),
    );
  });
});

describe('packs that cannot stand together', () => {
  test('are two of one name', () => {
    assert.throws(() => agreementsOf([kzMn, { ...kzMn, articleSet: 'other' }]), /claim the same day or name/);
  });

  test('are two in force on one day', () => {
    assert.ok(first !== undefined && second !== undefined);
    const late = { ...first, inForce: { from: '2001-01-01', to: '2020-01-01' } };
    assert.throws(() => agreementsOf([late, second]), /versions 1 and 2/);
  });
});

test('who may send what is the pack’s to say, by kind of case and role', () => {
  assert.ok(second !== undefined);
  const table: readonly [string, string, 'InfoReply' | 'AdditionalInfo' | 'VitalEvent', boolean][] = [
    ['question', 'counterparty', 'InfoReply', true],
    ['question', 'owner', 'InfoReply', false],
    ['notification', 'counterparty', 'AdditionalInfo', true],
    ['notification', 'counterparty', 'VitalEvent', false],
    ['notification', 'observer', 'VitalEvent', false],
    ['claim.oldAge', 'owner', 'VitalEvent', false],
  ];
  for (const [caseType, role, type, may] of table) assert.equal(maySend(second, caseType, role, type), may);
});

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function before(day: string | undefined): string | null {
  return day === undefined ? null : new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
