/**
 * Plain Latin person data made here: with the kinds and numbers of errors of the FEBRL generator, without a
 * social-security number, and sparse ones. They are not the published FEBRL files.
 */
import { SeededRandom } from '@urtuu/kernel';
import { evaluate, LATIN_SETTINGS, link, TableBuilder } from '@urtuu/identity';
import { latinPersons, sparsePersons, type LabelledRows } from '@urtuu/identity/constructed';
import type { Bench, Figure } from './figure.ts';

export const identityLatinBench: Bench = {
  names: ['identity.febrl3', 'identity.febrl4', 'identity.sparse'],
  run() {
    return Promise.resolve([
      figure(
        'identity.febrl3',
        latinPersons(new SeededRandom(31), { persons: 3000, copies: copiesOfFebrl3 }),
        'as FEBRL 3: up to five copies of a person',
      ),
      figure(
        'identity.febrl4',
        latinPersons(new SeededRandom(41), { persons: 5000, copies: () => 1 }),
        'as FEBRL 4: 5,000 persons, one copy each',
      ),
      figure(
        'identity.sparse',
        sparsePersons(new SeededRandom(51), 5000),
        'few fields, many gaps, nicknames',
      ),
    ]);
  },
};

/** Copies of a person in the proportions of FEBRL’s third data set: 168 of 3,000 have five, 1,835 none. */
function copiesOfFebrl3(random: SeededRandom): number {
  return random.weighted([
    [0, 1835],
    [1, 368],
    [2, 256],
    [3, 212],
    [4, 161],
    [5, 168],
  ]);
}

function figure(bench: string, { header, rows, person }: LabelledRows, note: string): Figure {
  const builder = new TableBuilder(LATIN_SETTINGS);
  builder.begin(header, 0);
  for (const row of rows) builder.add(row, 0);
  const table = builder.freeze();
  const { links, model } = link(table, LATIN_SETTINGS, { least: 0.001 });
  const { best, byThreshold, truePairs } = evaluate(table, links, person, model);
  const sure = byThreshold.find(({ threshold }) => threshold === 0.99);
  const pairs = truePairs.toLocaleString('en-GB');
  return {
    bench,
    value: Number(best.f1.toFixed(4)),
    unit: 'F1',
    limit: null,
    ratio: null,
    cores: 1,
    note: `${note}; best F1 ${best.f1.toFixed(4)} over ${pairs} true pairs; at p ≥ 0.99 precision ${(sure?.precision ?? 0).toFixed(5)}, recall ${(sure?.recall ?? 0).toFixed(4)}`,
  };
}
