import type { Terminal } from './command.ts';

export interface RecordingTerminal extends Terminal {
  readonly output: string[];
  readonly errors: string[];
}

/** A terminal for tests: keeps what a command writes, gives what it is told to read. */
export function recordingTerminal(given: { stdin?: string; stop?: AbortSignal } = {}): RecordingTerminal {
  const output: string[] = [];
  const errors: string[] = [];
  return {
    output,
    errors,
    out: (line) => void output.push(line),
    err: (line) => void errors.push(line),
    stdin: () => Promise.resolve(given.stdin ?? ''),
    environment: {},
    isInteractive: false,
    stop: given.stop ?? new AbortController().signal,
  };
}
