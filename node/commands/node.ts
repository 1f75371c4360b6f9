/** `urtuu node`: one node, in this process, until it is told to stop. */
import type { Command, CommandInput } from './command.ts';
import { configurationOf, configurationOptions } from './configured.ts';

export const nodeCommand: Command = {
  name: 'node',
  operands: [],
  summary: 'Run one national node with a configuration',
  options: configurationOptions,
  examples: [
    'urtuu node --config kz.json',
    'URTUU_DATABASE_URL=postgres://… urtuu node --config kz.json --port 8080',
  ],
  async run(input: CommandInput): Promise<number> {
    const config = await configurationOf(input);
    const { startNode } = await import('../composition/start-node.ts');
    const node = await startNode(config);
    await aborted(input.terminal.stop);
    await node.stop();
    return 0;
  },
};

export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
