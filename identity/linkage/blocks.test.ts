import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keysOfRule } from './block-keys.ts';
import { blocksOf } from './blocks.ts';
import { pairsOf, tableOf } from './linkage.fixture.ts';
import { CORRIDOR_SETTINGS } from './settings-corridor.ts';
import type { LinkSettings } from './settings.ts';

const HEADER = ['given', 'patronymic', 'family', 'full_name', 'birth_date', 'birth_place'];

const row = fc.tuple(
  fc.constantFrom('Нұрлан', 'Nurlan', 'Болат', 'Ахмет', ''),
  fc.constantFrom('Ахметұлы', 'Ахмет', 'Болат', ''),
  fc.constantFrom('Серіков', 'Ахметов', ''),
  fc.constantFrom('', '', '努尔兰·阿合买提', '努尔兰阿合买提'),
  fc.constantFrom('1961-04-12', '1961-12-04', '1961', '1975-04-12', ''),
  fc.constantFrom('Ховд', 'Толбо', ''),
);
const rows = fc.array(row, { maxLength: 14 });

/** Pairs that share a key of any rule, by comparing all with all. */
function meetingPairs(table: ReturnType<typeof tableOf>, settings: LinkSettings): Set<string> {
  const rules = settings.blocking.map((rule) => keysOfRule(table, settings, rule));
  const met = new Set<string>();
  for (let a = 0; a < table.count; a += 1) {
    for (let b = a + 1; b < table.count; b += 1) {
      if (table.sources === 2 && table.source[a] === table.source[b]) continue;
      const meets = rules.some((slots) =>
        slots.some((slot) => slot[a] !== 0 && slots.some((other) => other[b] === slot[a])),
      );
      if (meets) met.add(`${a}-${b}`);
    }
  }
  return met;
}

describe('candidate pairs', () => {
  test('come each once, whatever the parts of the work, and are those that share a key', () => {
    fc.assert(
      fc.property(
        rows,
        fc.option(rows, { nil: undefined }),
        fc.integer({ min: 1, max: 30 }),
        (one, two, most) => {
          const table = tableOf(CORRIDOR_SETTINGS, HEADER, one, two);
          const pairs = pairsOf(table, CORRIDOR_SETTINGS, most);
          assert.equal(new Set(pairs).size, pairs.length, 'a pair came twice');
          assert.deepEqual(new Set(pairs), meetingPairs(table, CORRIDOR_SETTINGS));
        },
      ),
    );
  });

  test('of a block too large are left to the other rules, and the cut is reported', () => {
    const settings: LinkSettings = {
      ...CORRIDOR_SETTINGS,
      blocking: [['birthDate:year'], ['given:fold']],
      largestBlock: 3,
    };
    const table = tableOf(settings, HEADER, [
      ['Нұрлан', '', '', '', '1961-04-12', ''],
      ['Nurlan', '', '', '', '1961-05-12', ''],
      ['Болат', '', '', '', '1961-06-12', ''],
      ['Ахмет', '', '', '', '1961-07-12', ''],
    ]);
    assert.deepEqual(pairsOf(table, settings, 100), ['0-1']);
    assert.deepEqual(blocksOf(table, settings).cut, [
      { rule: ['birthDate:year'], blocks: 1, records: 4, largest: 4 },
    ]);
  });

  test('of a loose rule are cut to what the whole may come to', () => {
    const settings: LinkSettings = {
      ...CORRIDOR_SETTINGS,
      blocking: [['birthDate:year']],
      pairsPerRecord: 1,
    };
    const many = Array.from({ length: 20 }, () => ['Нұрлан', '', '', '', '1961-04-12', '']);
    assert.equal(pairsOf(tableOf(settings, HEADER, many), settings, 1000).length, 190);
  });
});

describe('records of one person meet', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'across scripts with another birth date',
      ['Нұрлан', 'Ахметұлы', '', '', '1961-04-12', ''],
      ['', '', '', '努尔兰·阿合买提', '1975-09-25', ''],
    ],
    [
      'with exchanged roles and another birth date',
      ['Нұрлан', 'Ахметұлы', '', '', '1961-04-12', ''],
      ['Akhmet', '', 'Nurlan', '', '1975-09-25', ''],
    ],
    [
      'with an undivided Han name and a birth date whose day and month are exchanged',
      ['Нұрлан', 'Ахметұлы', '', '', '1961-04-12', ''],
      ['', '', '', '努尔兰阿合买提', '1961-12-04', ''],
    ],
    [
      'with a mistyped name by birth date',
      ['Нұрлан', '', '', '', '1961-04-12', ''],
      ['Мұрлан', '', '', '', '1961-04-12', ''],
    ],
  ];
  for (const [how, a, b] of cases) {
    test(how, () => {
      assert.deepEqual(pairsOf(tableOf(CORRIDOR_SETTINGS, HEADER, [a, b]), CORRIDOR_SETTINGS, 10), ['0-1']);
    });
  }
});
