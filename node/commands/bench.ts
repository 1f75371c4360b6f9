/** `urtuu bench`: the bench is a room of its own above this one, so it runs as a process of its own. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Command } from './command.ts';

const RUN = fileURLToPath(new URL('../../bench/run.ts', import.meta.url));

export const benchCommand: Command = {
  name: 'bench',
  operands: ['[name…]'],
  summary: 'Measure this machine: law, identity, exchange, start; all of it or what is named',
  options: {
    json: { type: 'boolean', meaning: 'One JSON line per figure' },
    quick: { type: 'boolean', meaning: 'Shorter runs, whose figures scatter more' },
  },
  run({ operands, values }): Promise<number> {
    const flags = ['json', 'quick'].filter((name) => values.has(name)).map((name) => `--${name}`);
    const child = spawn(process.execPath, [RUN, ...operands, ...flags], { stdio: 'inherit' });
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 1));
    });
  },
};
