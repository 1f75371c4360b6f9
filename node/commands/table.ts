/** All commands, in the order in which the help shows them. */
import { assessCommand } from './assess.ts';
import { benchCommand } from './bench.ts';
import type { Command } from './command.ts';
import { coordinateCommand } from './coordinate.ts';
import { corridorRunCommand } from './corridor-run.ts';
import { idCheckCommand } from './id-check.ts';
import { lawDiffCommand } from './law-diff.ts';
import { lawFlagsCommand } from './law-flags.ts';
import { lawShowCommand } from './law-show.ts';
import { linkCommand } from './link.ts';
import { migrateCommand } from './migrate.ts';
import { nodeCommand } from './node.ts';
import { openApiCommand } from './openapi.ts';
import { periodsTotalCommand } from './periods-total.ts';
import { populationCommand } from './population.ts';
import { retireCommand } from './retire.ts';
import { sedExportCommand } from './sed-export.ts';
import { sedImportCommand } from './sed-import.ts';
import { simulatorCommand } from './simulator.ts';
import { startCommand } from './start.ts';
import { synthCommand } from './synth.ts';
import { tiersCommand } from './tiers.ts';
import { trustCommand } from './trust.ts';
import { verifyCommand } from './verify.ts';
import { witnessCommand } from './witness.ts';

export const commands: readonly Command[] = [
  startCommand,
  assessCommand,
  idCheckCommand,
  retireCommand,
  tiersCommand,
  periodsTotalCommand,
  coordinateCommand,
  lawShowCommand,
  lawDiffCommand,
  lawFlagsCommand,
  populationCommand,
  corridorRunCommand,
  nodeCommand,
  migrateCommand,
  trustCommand,
  verifyCommand,
  witnessCommand,
  simulatorCommand,
  linkCommand,
  sedImportCommand,
  sedExportCommand,
  synthCommand,
  openApiCommand,
  benchCommand,
];
