/** Seconds to link plain Latin person data on two cores: rows to columns, blocks, training, scores. */
import { SeededRandom } from '@urtuu/kernel';
import { LATIN_SETTINGS, TableBuilder } from '@urtuu/identity';
import { latinPersons } from '@urtuu/identity/constructed';
import { linkInThreads } from '@urtuu/node';
import { availableParallelism } from 'node:os';
import { digits, type Bench, type Figure } from './figure.ts';

export const identityLinkBench: Bench = {
  names: ['identity.link.50k'],
  run: async () => [await linkFigure('identity.link.50k', 50_000)],
};

export const identityMillionBench: Bench = {
  names: ['identity.link.1m'],
  run: async ({ quick }) => [await linkFigure('identity.link.1m', quick ? 100_000 : 1_000_000)],
};

async function linkFigure(bench: string, records: number): Promise<Figure> {
  const cores = Math.min(2, availableParallelism());
  const { header, rows } = latinPersons(new SeededRandom(8), { persons: records / 2, copies: () => 1 });
  const began = performance.now();
  const builder = new TableBuilder(LATIN_SETTINGS);
  builder.begin(header, 0);
  for (const row of rows) builder.add(row, 0);
  const table = builder.freeze();
  const compiled = performance.now();
  const { compared, links } = await linkInThreads(table, LATIN_SETTINGS, { least: 0.5, threads: cores });
  const seconds = (performance.now() - began) / 1000;
  const rate = compared / ((performance.now() - compiled) / 1000) / cores;
  const gigabytes = process.memoryUsage().rss / 1e9;
  return {
    bench,
    value: digits(seconds),
    unit: 's',
    limit: null,
    ratio: null,
    cores,
    note: `${records.toLocaleString('en-GB')} records, ${links.a.length.toLocaleString('en-GB')} links; ${compared.toLocaleString('en-GB')} pairs, ${digits(rate).toLocaleString('en-GB')} a second and core with training; ${digits(gigabytes)} GB`,
  };
}
