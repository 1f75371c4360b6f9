/** What a thrown error means to the caller. Nothing of its text leaves the house. */
import type { Refusal } from '../contract.ts';

/** The refusal for an error that fastify, a plugin, the database or our own code threw. */
export function refusalOf(error: unknown): Refusal {
  const code = codeOf(error);
  const known = FASTIFY[code];
  if (known !== undefined) return { code: known };
  if (statusOf(error) === 429) return { code: 'transport/overloaded' };
  if (isDatabaseAway(error, code)) return { code: 'transport/unavailable' };
  // An AbortError means that the caller went away: nobody reads the answer.
  if (error instanceof Error && ['TimeoutError', 'AbortError'].includes(error.name)) {
    return { code: 'transport/timeout' };
  }
  return { code: 'internal/unexpected' };
}

const FASTIFY: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'profile/too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'profile/media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'profile/malformed-json',
  FST_ERR_BAD_URL: 'business/not-found',
  FST_ERR_REOPENED_CLOSE_SERVER: 'transport/unavailable',
};

/** Connection refused, reset, or the server is starting or stopping (SQLSTATE classes 08 and 57P). */
function isDatabaseAway(error: unknown, code: string): boolean {
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code)) return true;
  if (/^(08...|57P0[1-4]|53300)$/.test(code)) return true;
  return (
    error instanceof Error &&
    /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}
