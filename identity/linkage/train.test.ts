import { SeededRandom } from '@urtuu/kernel';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { latinPersons } from '../constructed/latin-persons.ts';
import { calibrate } from './calibrate.ts';
import { link } from './link.ts';
import { tableOf } from './linkage.fixture.ts';
import { probabilityOf, scoreAt } from './model.ts';
import { LATIN_SETTINGS } from './settings-latin.ts';

const PEOPLE = latinPersons(new SeededRandom(11), { persons: 600, copies: () => 1 });
const SETTINGS = { ...LATIN_SETTINGS, training: { ...LATIN_SETTINGS.training, randomPairs: 50_000 } };
const RUN = link(tableOf(SETTINGS, PEOPLE.header, PEOPLE.rows), SETTINGS, { least: 0.01 });

describe('a model learnt without labels', () => {
  test('anchors the prior near the truth', () => {
    const pairs = (PEOPLE.rows.length * (PEOPLE.rows.length - 1)) / 2;
    const ratio = RUN.model.lambda / (600 / pairs);
    assert.ok(ratio > 0.5 && ratio < 1.5, String(ratio));
  });

  test('has chances that sum to one and favour agreement', () => {
    for (const { name, levels } of RUN.model.comparisons) {
      const first = levels[0];
      const last = levels.at(-1);
      assert.ok(first !== undefined && last !== undefined);
      assert.ok(first.m / first.u > last.m / last.u, name);
      const sum = levels.reduce((sum, { m }) => sum + m, 0);
      assert.ok(Math.abs(sum - 1) < 0.01, `${name}: ${sum}`);
    }
  });

  test('finds nearly all pairs and nearly no wrong ones at 0.99', () => {
    const { a, b, score } = RUN.links;
    let right = 0;
    let wrong = 0;
    for (const [i, bits] of score.entries()) {
      if (probabilityOf(bits) < 0.99) continue;
      if (PEOPLE.person[a[i] ?? 0] === PEOPLE.person[b[i] ?? 0]) right += 1;
      else wrong += 1;
    }
    assert.ok(right >= 570, String(right));
    assert.ok(wrong <= 1, String(wrong));
  });

  test('gives the same again', () => {
    const again = link(tableOf(SETTINGS, PEOPLE.header, PEOPLE.rows), SETTINGS, { least: 0.01 });
    assert.deepEqual(again.model, RUN.model);
    assert.deepEqual(again.links, RUN.links);
  });

  test('needs no data to be made: an empty table and one of one record', () => {
    for (const rows of [[], PEOPLE.rows.slice(0, 1)]) {
      const { links } = link(tableOf(SETTINGS, PEOPLE.header, rows), SETTINGS, { least: 0.5 });
      assert.equal(links.a.length, 0);
    }
  });
});

describe('calibration', () => {
  const labelled = fc.array(
    fc.record({ score: fc.double({ min: -20, max: 20, noNaN: true }), isMatch: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 300,
    },
  );

  test('rises with the score', () => {
    fc.assert(
      fc.property(labelled, (pairs) => {
        const calibration = calibrate(pairs);
        const probabilities = [-40, -10, -3, 0, 3, 10, 40].map((score) => probabilityOf(score, calibration));
        for (const [i, p] of probabilities.entries()) {
          assert.ok(p >= 0 && p <= 1);
          assert.ok(i === 0 || p >= (probabilities[i - 1] ?? 0));
        }
      }),
    );
  });

  test('says how often pairs of a score are true', () => {
    const random = new SeededRandom(3);
    const pairs = Array.from({ length: 20_000 }, () => {
      const score = random.next() * 20 - 10;
      // A model twice too sure of itself.
      return { score, isMatch: random.chance(1 / (1 + 2 ** (-score / 2))) };
    });
    const calibration = calibrate(pairs);
    for (const score of [-6, -2, 0, 2, 6]) {
      const wanted = 1 / (1 + 2 ** (-score / 2));
      assert.ok(Math.abs(probabilityOf(score, calibration) - wanted) < 0.04, String(score));
    }
    assert.ok(Math.abs(probabilityOf(scoreAt(0.9, calibration), calibration) - 0.9) < 1e-6);
  });
});
