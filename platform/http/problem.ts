/** Problem documents by RFC 9457, made from a refusal and the catalogue. */
import type { Locale } from '@urtuu/kernel';
import type { Problem, ProblemCatalogue, Refusal } from '../contract.ts';

export const PROBLEM_MEDIA = 'application/problem+json';

/**
 * The document for a refusal. Extension members stand at its top level. Throws if the catalogue has no such code:
 * a code that nobody has described is a broken invariant.
 */
export function problemDocument(
  refusal: Refusal,
  catalogue: ProblemCatalogue,
  locale: Locale,
  requestId: string,
): Problem {
  const kind = catalogue[refusal.code];
  if (kind === undefined) throw new Error(`No catalogue describes the problem ${refusal.code}`);
  const { extra, ...members } = refusal;
  return {
    ...extra,
    type: `urn:urtuu:problem:${refusal.code}`,
    title: kind.title[locale],
    status: kind.status,
    instance: `urn:uuid:${requestId}`,
    retryable: kind.retryable,
    i18n: kind.title,
    ...members,
  };
}

/** A refusal on its way out of the request's machinery, below the handlers. */
export class RefusedRequest extends Error {
  readonly refusal: Refusal;
  readonly headers: Readonly<Record<string, string>>;

  constructor(refusal: Refusal, headers: Readonly<Record<string, string>> = {}) {
    super(refusal.code);
    this.name = 'RefusedRequest';
    this.refusal = refusal;
    this.headers = headers;
  }
}
