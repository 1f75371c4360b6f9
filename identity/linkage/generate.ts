/**
 * Writes `generated/corridor-model.ts`: the model of the corridor as learnt and calibrated on made-up people.
 * Run: node identity/linkage/generate.ts
 */
import { writeFileSync } from 'node:fs';
import { corridorRegister } from '../constructed/corridor-register.ts';
import { CORRIDOR_HEADER } from '../constructed/corridor-records.ts';
import { calibrateLinks } from './calibrate.ts';
import { link } from './link.ts';
import { CORRIDOR_SETTINGS } from './settings-corridor.ts';
import { TableBuilder } from './table.ts';

const SEED = 101;
const PERSONS = 100_000;
const QUESTIONS = 40_000;

const { register, questions } = corridorRegister(SEED, PERSONS, QUESTIONS);
const builder = new TableBuilder(CORRIDOR_SETTINGS);
builder.begin(CORRIDOR_HEADER, 0);
for (const { row } of register) builder.add(row, 0);
builder.begin(CORRIDOR_HEADER, 1);
for (const { row } of questions) builder.add(row, 1);
const { model, links } = link(builder.freeze(), CORRIDOR_SETTINGS, { least: 1e-4 });
const calibration = calibrateLinks(
  links,
  (a, b) => register[a]?.person === questions[b - register.length]?.person,
);
const rounded = {
  ...model,
  comparisons: model.comparisons.map(({ name, levels }) => ({
    name,
    levels: levels.map(({ test, m, u }) => ({
      test,
      m: Number(m.toPrecision(4)),
      u: Number(u.toPrecision(4)),
    })),
  })),
  calibration,
};
writeFileSync(
  new URL('generated/corridor-model.ts', import.meta.url),
  `/** Made by ../generate.ts; learnt from ${PERSONS.toLocaleString('en-GB')} made-up persons and ${QUESTIONS.toLocaleString('en-GB')} questions (seed ${SEED}). */
import type { LinkModel } from '../model.ts';

export const CORRIDOR_MODEL: LinkModel = ${JSON.stringify(rounded, null, 2)};
`,
);
