/** `urtuu migrate`: brings a node's database to the state of this program, without starting the node. */
import type { Command, CommandInput } from './command.ts';
import { configurationOf, configurationOptions } from './configured.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  operands: [],
  summary: 'Apply the database migrations of a node; starting it does so too',
  options: {
    ...configurationOptions,
    pending: { type: 'boolean', meaning: 'Only list what would be applied' },
  },
  async run(input: CommandInput): Promise<number> {
    const { out } = input.terminal;
    const config = await configurationOf(input);
    const { migrate, openDatabase, pendingMigrations } = await import('@urtuu/platform');
    const { nodeMigrations } = await import('../composition/start-node.ts');
    const database = openDatabase(config['database.url'], { applicationName: 'urtuu migrate' });
    try {
      const pending = await pendingMigrations(database, nodeMigrations);
      if (input.values.has('pending')) for (const name of pending) out(name);
      else await migrate(database, nodeMigrations, out);
      if (pending.length === 0) out('nothing to apply');
    } finally {
      await database.close();
    }
    return 0;
  },
};
