import { blocksOf, partitionsOf, visitPairs } from './blocks.ts';
import type { LinkSettings } from './settings.ts';
import { TableBuilder, type LinkTable } from './table.ts';

/** A table of rows under a header, as one source, or as two with the rows of the second. */
export function tableOf(
  settings: LinkSettings,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  second?: readonly (readonly string[])[],
): LinkTable {
  const builder = new TableBuilder(settings);
  builder.begin(header, 0);
  for (const row of rows) builder.add(row, 0);
  if (second !== undefined) {
    builder.begin(header, 1);
    for (const row of second) builder.add(row, 1);
  }
  return builder.freeze();
}

/** All candidate pairs of a table, each as `a-b`, in the order in which they are visited. */
export function pairsOf(table: LinkTable, settings: LinkSettings, most: number): string[] {
  const blocks = blocksOf(table, settings);
  const pairs: string[] = [];
  for (const partition of partitionsOf(blocks, most)) {
    visitPairs(table, blocks, partition, (a, b) => void pairs.push(`${a}-${b}`));
  }
  return pairs;
}
