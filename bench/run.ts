/**
 * Measures and prints: `npm run bench [-- name…] [--json] [--quick]`. Without a name, everything. A table for readers,
 * with --json one line per figure.
 */
import { parseArgs } from 'node:util';
import { exchangeBench } from './exchange.ts';
import type { Figure } from './figure.ts';
import { identityBenches } from './identity.ts';
import { lawBatchBench } from './law-batch.ts';
import { lawBench } from './law.ts';
import { policyBench } from './policy.ts';
import { startBench } from './start.ts';

const benches = [lawBench, lawBatchBench, ...identityBenches, policyBench, exchangeBench, startBench];

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' } },
  allowPositionals: true,
});
const known = benches.flatMap(({ names }) => names);
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. Known: ${known.join(', ')}`);
  process.exit(2);
}
const asked = (name: string): boolean => positionals.length === 0 || positionals.includes(name);
for (const bench of benches.filter(({ names }) => names.some(asked))) {
  const figures = await bench.run({ quick: values.quick === true });
  for (const figure of figures.filter(({ bench }) => asked(bench))) {
    console.log(values.json === true ? JSON.stringify(figure) : row(figure));
  }
}
process.exit(0);

function row({ bench, value, unit, limit, ratio, cores, note }: Figure): string {
  const machine = limit === null ? '' : `limit ${grouped(limit)}, ratio ${String(ratio)}`;
  const shown = `${grouped(value)} ${unit}`.padStart(22);
  return `${bench.padEnd(26)}${shown}  ${`${cores} core${cores === 1 ? ' ' : 's'}`.padEnd(8)} ${machine.padEnd(28)} ${note}`;
}

function grouped(value: number): string {
  return value.toLocaleString('en-GB');
}
