/** What a command of the command line is. The table of all of them is in `table.ts`. */
import { parseArgs } from 'node:util';

export interface CommandOption {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: true;
  /** Placeholder of the value in the help, as `YYYY-MM-DD`. */
  readonly value?: string;
  readonly meaning: string;
}

export interface Command {
  /** Words after `urtuu`, as `corridor run`. */
  readonly name: string;
  /** Placeholders of the arguments, as `<file.json|->`. */
  readonly operands: readonly string[];
  readonly summary: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** Exit codes beyond 0 for success, 1 for a failure and 2 for wrong usage or input. */
  readonly exitCodes?: Readonly<Record<number, string>>;
  /** Shown at the end of the help. */
  readonly examples?: readonly string[];
  run(input: CommandInput): Promise<number>;
}

export interface CommandInput {
  readonly operands: readonly string[];
  readonly values: OptionValues;
  readonly terminal: Terminal;
}

export interface OptionValues {
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  has(name: string): boolean;
}

/** The surroundings of a command: where it writes, what it reads, what tells it to stop. */
export interface Terminal {
  /** One line on standard output. */
  readonly out: (line: string) => void;
  /** One line on standard error. */
  readonly err: (line: string) => void;
  /** A status that the next one replaces, '' to clear it; undefined where standard error is not a terminal. */
  readonly status?: ((text: string) => void) | undefined;
  readonly stdin: () => Promise<string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isInteractive: boolean;
  /** Aborts at Ctrl-C, at SIGTERM, and when the process that started this one is gone. */
  readonly stop: AbortSignal;
}

/** What somebody typed wrongly; `main` prints it with the usage and ends with code 2. */
export class WrongUsage extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WrongUsage';
  }
}

/** Reads the arguments of one command. Throws WrongUsage, naming the option. */
export function readArguments(
  command: Command,
  args: readonly string[],
): { readonly operands: string[]; readonly values: OptionValues } {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short === undefined ? {} : { short }), ...(multiple === undefined ? {} : { multiple }) },
    ]),
  );
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    return { operands: positionals, values: optionValues(values) };
  } catch (error) {
    if (error instanceof TypeError) throw new WrongUsage(error.message.split('\n')[0] ?? '');
    throw error;
  }
}

type Given = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

function optionValues(given: Given): OptionValues {
  const texts = (name: string): string[] => {
    const value = given[name];
    return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
  };
  return { texts, text: (name) => texts(name).at(-1), has: (name) => given[name] === true };
}
