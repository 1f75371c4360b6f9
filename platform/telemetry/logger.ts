/** Structured logs: one JSON line per event, with fields and ids, never personal data. */
import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;
export type LogLevel = 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

export interface LoggerOptions {
  /** The service, as `urtuu-mn`. */
  readonly name: string;
  readonly level: LogLevel;
  /** Where the lines go; standard output unless stated. */
  readonly destination?: DestinationStream;
}

export function createLogger(options: LoggerOptions): Logger {
  const settings = {
    name: options.name,
    level: options.level,
    base: { service: options.name },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: REDACTED, censor: '[removed]' },
    serializers: { err: describeError },
  };
  return options.destination === undefined ? pino(settings) : pino(settings, options.destination);
}

/** A safety net, not a licence: events carry ids. Fields that hold secrets or persons' data by their very name. */
const SECRET_FIELDS = [
  'password',
  'authorization',
  'cookie',
  'token',
  'iin',
  'regnum',
  'identifier',
  'birthDate',
  'names',
  'person',
  'payload',
  'body',
];
const REDACTED = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

/**
 * An error as it may stand in a log: name, code, message and stack. Not its other members: the driver's errors carry
 * `detail` and `where` with the values of the row. Nor what a message quotes of its input.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  const message = quotesInput(error, code.code)
    ? error.message.replace(/["'][^]*["']/, '[input]')
    : error.message;
  return { type: error.name, message, ...code, stack: framesOf(error), ...cause };
}

/** SQLSTATE class 22, data exception, names the value that does not fit; JSON.parse shows the text around a fault. */
function quotesInput(error: Error, code: string | undefined): boolean {
  return error instanceof SyntaxError || (code !== undefined && /^22[0-9A-Z]{3}$/.test(code));
}

/** The stack begins with the message, which stands beside it. */
function framesOf({ stack }: Error): string | undefined {
  return stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
