/** All commands, in the order in which the help shows them. */
import { assessCommand } from './assess.ts';
import type { Command } from './command.ts';

export const commands: readonly Command[] = [assessCommand];
