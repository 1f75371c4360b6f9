#!/usr/bin/env node
/** The command `urtuu`: under a Node that fits, straight on; under an older one, once more with the right one. */
import { fileURLToPath } from 'node:url';
import { fits, runUnderFittingNode } from './fitting-node.mjs';

if (fits(process.versions.node)) {
  const { main } = await import('../commands/main.ts');
  await main(process.argv.slice(2));
} else {
  runUnderFittingNode(fileURLToPath(import.meta.url), process.argv.slice(2));
}
