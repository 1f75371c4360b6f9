/** One thing wrong in an insurance record, at one place. */
export interface Fault {
  /** RFC 6901 pointer to the member, '' for the whole record */
  readonly pointer: string;
  readonly code: FaultCode | (string & {});
  /** what was found and what was wanted, in English; `code` is the stable part */
  readonly detail: string;
}

/** The faults this room finds itself; an identifier check passed in brings its own codes. */
export type FaultCode =
  | 'missing'
  | 'type'
  | 'format'
  | 'value'
  | 'unknown-member'
  | 'too-many'
  | 'impossible-date'
  | 'from-after-to'
  | 'before-birth'
  | 'death-before-birth'
  | 'duplicate-id'
  | 'income-implausible'
  | 'unknown-country'
  | 'unknown-currency'
  | 'currency-not-yet'
  | 'contradicting-identifier'
  | 'unknown-flag'
  // warnings
  | 'unknown-code'
  | 'imprecise-dates'
  | 'after-death'
  | 'duplicate-earning'
  | 'currency-mismatch'
  | 'currency-withdrawn';

export function fault(pointer: string, code: FaultCode, detail: string): Fault {
  return { pointer, code, detail };
}

/** A JSON pointer from path segments, escaped by RFC 6901. */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
