import type { Command, CommandOption } from './command.ts';

/** Help of one command, for the terminal. */
export function commandHelp(command: Command): string {
  const usage = ['urtuu', command.name, ...command.operands, '[options]'].join(' ');
  const options = Object.entries({ ...command.options, help: HELP_OPTION }).map(([name, option]) => {
    const short = option.short === undefined ? '' : `-${option.short}, `;
    const value = option.type === 'string' ? ` <${option.value ?? 'text'}>` : '';
    return [`${short}--${name}${value}`, option.meaning] as const;
  });
  const codes = Object.entries({ ...STANDARD_CODES, ...command.exitCodes });
  return [
    command.summary,
    '',
    `Usage: ${usage}`,
    '',
    'Options:',
    ...columns(options),
    '',
    'Exit codes:',
    ...columns(codes.map(([code, meaning]) => [code, meaning] as const)),
    ...(command.examples === undefined
      ? []
      : ['', 'Examples:', ...command.examples.map((line) => `  ${line}`)]),
  ].join('\n');
}

/** The list of commands. */
export function overview(commands: readonly Command[]): string {
  return [
    'Urtuu: social protection that follows people across borders, jobs and life events.',
    '',
    'Usage: urtuu <command> [options]',
    '',
    'Commands:',
    ...columns(commands.map(({ name, summary }) => [name, summary] as const)),
    '',
    'urtuu <command> --help tells more about one of them.',
  ].join('\n');
}

const HELP_OPTION: CommandOption = { type: 'boolean', short: 'h', meaning: 'Show this help' };

const STANDARD_CODES = { 0: 'success', 1: 'failed', 2: 'wrong usage or wrong input' } as const;

const WIDEST = 34;

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.min(WIDEST, Math.max(...rows.map(([left]) => left.length)));
  return rows.map(([left, right]) =>
    left.length > width ? `  ${left}\n  ${' '.repeat(width)}  ${right}` : `  ${left.padEnd(width)}  ${right}`,
  );
}
