import { parseDay, parseDecimal } from '@urtuu/kernel';
import type { UsedFlag } from '../finding/finding.ts';
import { fault, pointer, type Fault } from '../record/fault.ts';
import coordination from './coordination/flags.json' with { type: 'json' };
import cn from './cn/flags.json' with { type: 'json' };
import general from './general/flags.json' with { type: 'json' };
import kz from './kz/flags.json' with { type: 'json' };
import kzMn from './kz-mn/flags.json' with { type: 'json' };
import mn from './mn/flags.json' with { type: 'json' };

/** An open question of law: what may be answered, and what is taken while nobody has answered it. */
export interface Flag {
  readonly flag: string;
  /** the permitted answers, or the form of a free one */
  readonly options: readonly string[] | 'day' | 'decimal';
  /** null: no default exists; where the answer matters the result is undetermined */
  readonly default: string | null;
  /** the text that would settle it, the message `settles.<code>` */
  readonly settledBy: string;
}

/** Open questions stand in the pack of the law that raises them. */
const PACKS: readonly { readonly flags: readonly WrittenFlag[] }[] = [
  cn,
  kzMn,
  mn,
  kz,
  coordination,
  general,
];

interface WrittenFlag {
  readonly flag: string;
  readonly options: string | readonly string[];
  readonly default: string | null;
  readonly settledBy: string;
}

const FLAGS: ReadonlyMap<string, Flag> = new Map(
  PACKS.flatMap(({ flags }) => flags).map((entry) => [
    entry.flag,
    {
      flag: entry.flag,
      options: optionsOf(entry.options),
      default: entry.default,
      settledBy: entry.settledBy,
    },
  ]),
);

/** The flag of a name; statutes ask once, when they load. Throws on an unknown name. */
export function flag(name: string): Flag {
  const found = FLAGS.get(name);
  if (found === undefined) throw new Error(`No flag is named ${name}`);
  return found;
}

/** Every open question with its options and default. The question in words is the message `flag.<name>`. */
export function openFlags(): Flag[] {
  return [...FLAGS.values()];
}

/** What is wrong with a set of assumptions: unknown flags, answers that are not among the options. */
export function faultsOfAssumptions(assume: Readonly<Record<string, string>>): Fault[] {
  return Object.entries(assume).flatMap(([name, answer]) => {
    const at = pointer([name]);
    const known = FLAGS.get(name);
    if (known === undefined) return [fault(at, 'unknown-flag', `no open question is named "${name}"`)];
    return permits(known, answer) ? [] : [fault(at, 'value', `found "${answer}", wanted ${wanted(known)}`)];
  });
}

export function permits(asked: Flag, answer: string): boolean {
  if (asked.options === 'day') return parseDay(answer).ok;
  if (asked.options === 'decimal') return parseDecimal(answer) !== undefined;
  return asked.options.includes(answer);
}

const DEFAULTS: ReadonlyMap<Flag, UsedFlag> = new Map(
  openFlags().map((entry) => [entry, { flag: entry.flag, option: entry.default, needsCitation: true }]),
);

/** The record of having used a flag. Defaults share one object, because every assessment uses several. */
export function usedFlag(asked: Flag, option: string | null): UsedFlag {
  const unchanged = option === asked.default ? DEFAULTS.get(asked) : undefined;
  return unchanged ?? { flag: asked.flag, option, needsCitation: true };
}

function wanted(asked: Flag): string {
  if (asked.options === 'day') return 'a day, YYYY-MM-DD';
  if (asked.options === 'decimal') return 'a decimal number';
  return `one of ${asked.options.join(', ')}`;
}

function optionsOf(options: string | readonly string[]): Flag['options'] {
  if (options === 'day' || options === 'decimal') return options;
  if (typeof options === 'string') throw new Error(`Unknown form of options: ${options}`);
  return options;
}
