/** `urtuu synth`: whole registers of made-up people, the same for the same seed. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { registerPeopleOf, synthesise, type SyntheticPerson } from '../synth/index.ts';
import { WrongUsage, type Command, type CommandInput } from './command.ts';

const MOST = 300_000;

export const synthCommand: Command = {
  name: 'synth',
  operands: [],
  summary: 'Write synthetic persons: insurance records, and the registers that hold them',
  options: {
    persons: { type: 'string', value: 'n', meaning: 'How many residents of each state; 100 unless given' },
    seed: { type: 'string', value: 'n', meaning: 'The same seed makes the same people; 1 unless given' },
    out: { type: 'string', value: 'folder', meaning: 'Folder to write to, made if absent (needed)' },
  },
  examples: ['urtuu synth --persons 1000 --seed 7 --out people'],
  run,
};

async function run({ values, terminal }: CommandInput): Promise<number> {
  const number = (name: string, otherwise: number, most: number): number => {
    const text = values.text(name) ?? String(otherwise);
    if (!/^\d+$/.test(text) || Number(text) > most) {
      throw new WrongUsage(`--${name}: found ${text}, wanted a whole number up to ${most}`);
    }
    return Number(text);
  };
  const persons = number('persons', 100, MOST);
  const seed = number('seed', 1, Number.MAX_SAFE_INTEGER);
  const out = values.text('out');
  if (out === undefined) throw new WrongUsage('--out: wanted a folder to write to');
  await mkdir(out, { recursive: true });

  const rows = {
    MN: new Array<SyntheticPerson['registerPerson']>(),
    KZ: new Array<SyntheticPerson['registerPerson']>(),
  };
  for (const country of ['MN', 'KZ'] as const) {
    const other = country === 'MN' ? 'KZ' : 'MN';
    const file = join(out, `records.${country.toLowerCase()}.jsonl`);
    const stream = createWriteStream(file);
    for (const person of synthesise({ persons, seed, country })) {
      if (!stream.write(`${JSON.stringify(person.record)}\n`)) await once(stream, 'drain');
      rows[country].push(person.registerPerson);
      if (person.abroad !== undefined) rows[other].push(person.abroad);
    }
    stream.end();
    await finished(stream);
    terminal.out(`${file}: ${persons} insurance records, one a line`);
  }
  for (const country of ['MN', 'KZ'] as const) {
    const file = join(out, `register.${country.toLowerCase()}.json`);
    await writeFile(file, `${JSON.stringify(registerPeopleOf(country, rows[country]))}\n`);
    terminal.out(`${file}: ${rows[country].length} persons of the register`);
  }
  return 0;
}
