import { parseDay } from '@urtuu/kernel';

export type Sex = 'male' | 'female';

/** What a check may compare an identifier with. Dates are ISO days. */
export interface IdentifierHolder {
  readonly birthDate?: string;
  readonly sex?: Sex;
}

export type IdentifierFaultCode =
  | 'identifier-format'
  | 'identifier-date'
  | 'identifier-bin'
  | 'identifier-check-digit';

export type IdentifierWarningCode =
  | 'identifier-check-digit'
  | 'identifier-century-unknown'
  | 'identifier-area-unknown'
  | 'identifier-normalised'
  | 'identifier-check-unpublished'
  | 'identifier-structure-unknown'
  | 'identifier-birth-date-differs'
  | 'identifier-sex-differs'
  | 'identifier-scheme-unknown';

export interface IdentifierNote<Code extends string> {
  readonly code: Code;
  /** what was found and what was wanted; never the identifier itself */
  readonly detail: string;
  /** the open rule behind a warning, as the law's register of flags names it */
  readonly flag?: string;
}

/**
 * What an identifier tells about itself. Faults are certain: the text cannot be such a number. Warnings rest on rules
 * whose official text is still open (check digits, century and sex digits): they are shown, never refused.
 */
export interface IdentifierCheck {
  readonly faults: readonly IdentifierNote<IdentifierFaultCode>[];
  readonly warnings: readonly IdentifierNote<IdentifierWarningCode>[];
  /** Birth date (ISO) and sex written in the number; absent where it does not say. Never a ground for entitlement. */
  readonly carries: { readonly birthDate?: string; readonly sex?: Sex };
}

export function faulty(code: IdentifierFaultCode, detail: string): IdentifierCheck {
  return { faults: [{ code, detail }], warnings: [], carries: {} };
}

/** ISO day of calendar parts, or undefined where the calendar has no such day. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return parseDay(iso).ok ? iso : undefined;
}

/** Warnings where the number says another birth date or sex than its holder; `flag` where the rule of it is open. */
export function holderWarnings(
  carries: IdentifierCheck['carries'],
  holder: IdentifierHolder,
  flag?: string,
): IdentifierNote<IdentifierWarningCode>[] {
  const warnings: IdentifierNote<IdentifierWarningCode>[] = [];
  const rule = flag === undefined ? {} : { flag };
  if (
    carries.birthDate !== undefined &&
    holder.birthDate !== undefined &&
    carries.birthDate !== holder.birthDate
  ) {
    warnings.push({
      code: 'identifier-birth-date-differs',
      detail: 'the number carries another birth date than the person',
      ...rule,
    });
  }
  if (carries.sex !== undefined && holder.sex !== undefined && carries.sex !== holder.sex) {
    warnings.push({
      code: 'identifier-sex-differs',
      detail: `the number says ${carries.sex}, the person is ${holder.sex}`,
      ...rule,
    });
  }
  return warnings;
}
