import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { corridorRegister } from '../constructed/corridor-register.ts';
import { CORRIDOR_HEADER } from '../constructed/corridor-records.ts';
import { CORRIDOR_MODEL } from './generated/corridor-model.ts';
import { tableOf } from './linkage.fixture.ts';
import { versionOf } from './model.ts';
import { rankCandidates, searchKeys } from './search.ts';
import { CORRIDOR_SETTINGS } from './settings-corridor.ts';
import { termStatistics } from './term-frequency.ts';

const { register, questions } = corridorRegister(12, 3000, 200);
const TABLE = tableOf(
  CORRIDOR_SETTINGS,
  CORRIDOR_HEADER,
  register.map(({ row }) => row),
);
const TERMS = termStatistics(TABLE, CORRIDOR_SETTINGS);
const BY_KEY = Map.groupBy(
  searchKeys(TABLE, CORRIDOR_SETTINGS).flatMap((keys, id) => keys.map((key) => ({ key, id }))),
  ({ key }) => key,
);

function find(row: readonly string[]): ReturnType<typeof rankCandidates<number>> {
  const [keys = []] = searchKeys(tableOf(CORRIDOR_SETTINGS, CORRIDOR_HEADER, [row]), CORRIDOR_SETTINGS);
  const ids = new Set(keys.flatMap((key) => BY_KEY.get(key) ?? []).map(({ id }) => id));
  return rankCandidates(
    CORRIDOR_HEADER,
    row,
    [...ids].map((id) => ({ id, row: register[id]?.row ?? [] })),
    { settings: CORRIDOR_SETTINGS, model: CORRIDOR_MODEL, terms: TERMS, population: register.length },
  );
}

describe('one person among many', () => {
  test('is found by stored keys, mostly first, whatever the scripts', () => {
    const first = questions.filter(({ row, person }) => find(row)[0]?.id === person);
    assert.ok(first.length >= questions.length * 0.9, `${first.length} of ${questions.length}`);
  });

  test('is scored alone as in a table of all', () => {
    const [hit] = find(register[0]?.row ?? []);
    assert.equal(hit?.id, 0);
    assert.ok(hit.probability > 0.99);
    assert.ok(
      Math.abs(hit.evidence.bars.reduce((sum, { bits }) => sum + bits, 0) - hit.evidence.score) < 1e-9,
    );
    assert.equal(hit.evidence.settings, versionOf(CORRIDOR_SETTINGS));
  });

  test('who says nothing of himself is found by nothing', () => {
    assert.deepEqual(find(CORRIDOR_HEADER.map(() => '')), []);
  });

  test('has the same keys wherever they are computed', () => {
    const [keys] = searchKeys(
      tableOf(CORRIDOR_SETTINGS, CORRIDOR_HEADER, [
        ['Нұрлан', 'Ахметұлы', '', '', '', 'KZ', '1961-04-12', '', ''],
      ]),
      CORRIDOR_SETTINGS,
    );
    assert.deepEqual(keys, KEYS_OF_NURLAN);
  });
});

/** Stored keys must not change without a new version of the settings. */
const KEYS_OF_NURLAN = [-2115967904, -515552245, 584871925, 1304047303, 2123037946, -1806923545];
