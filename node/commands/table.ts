/** All commands, in the order in which the help shows them. */
import { assessCommand } from './assess.ts';
import type { Command } from './command.ts';
import { corridorRunCommand } from './corridor-run.ts';
import { migrateCommand } from './migrate.ts';
import { nodeCommand } from './node.ts';
import { openApiCommand } from './openapi.ts';
import { startCommand } from './start.ts';

export const commands: readonly Command[] = [
  startCommand,
  assessCommand,
  corridorRunCommand,
  nodeCommand,
  migrateCommand,
  openApiCommand,
];
