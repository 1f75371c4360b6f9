/** Entry of the command line: finds the command, reads its arguments, ends with its code. */
import { readArguments, WrongUsage, type Terminal } from './command.ts';
import { commandHelp, overview } from './help.ts';
import { commands } from './table.ts';
import { processTerminal } from './terminal.ts';

export async function main(args: readonly string[]): Promise<void> {
  const terminal = processTerminal();
  process.exitCode = await runCommandLine(args, terminal);
  // What a library left open, such as a kept-alive connection, must not hold the process; the output must be out.
  await terminal.flushed();
  process.exit();
}

/** As `main`, without touching the process: the exit code. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first = 'help'] = args;
  if (first === 'help' || first === '--help' || first === '-h') {
    const about = commands.find(({ name }) => name === args.slice(1).join(' '));
    terminal.out(about === undefined ? overview(commands) : commandHelp(about));
    return 0;
  }
  // The longest name first, so that `corridor run` is found before a `corridor` could be.
  const command = commands
    .toSorted((a, b) => b.name.length - a.name.length)
    .find(({ name }) => name.split(' ').every((word, i) => args[i] === word));
  if (command === undefined) {
    terminal.err(`There is no command "${first}".\n\n${overview(commands)}`);
    return 2;
  }
  const rest = args.slice(command.name.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(commandHelp(command));
    return 0;
  }
  try {
    return await command.run({ ...readArguments(command, rest), terminal });
  } catch (error) {
    if (error instanceof WrongUsage) {
      terminal.err(`${error.message}\nurtuu ${command.name} --help shows the usage.`);
      return 2;
    }
    terminal.err(describeFailure(error, terminal.environment.URTUU_DEBUG !== undefined));
    return 1;
  }
}

/** What went wrong in words; with URTUU_DEBUG set, where. */
function describeFailure(error: unknown, whole: boolean): string {
  if (!(error instanceof Error)) return String(error);
  if (whole) return error.stack ?? error.message;
  const cause = error.cause instanceof Error ? `\n  because: ${error.cause.message}` : '';
  const message = error.message || error.name;
  const several =
    error instanceof AggregateError ? error.errors.map((each) => `\n  ${describeFailure(each, false)}`) : [];
  return `${message}${several.join('')}${cause}`;
}
