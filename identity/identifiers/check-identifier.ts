import type { IdentifierCheck, IdentifierHolder, Sex } from './identifier-check.ts';
import { checkBin, checkIin } from './kazakh-number.ts';
import { checkCivil, checkRegister, normaliseRegister } from './mongolian-number.ts';

/**
 * Checks a number of a national scheme (`kz.iin`, `kz.bin`, `mn.register`, `mn.civil`) by its own form and against
 * its holder. A scheme nobody knows is carried with a warning.
 */
export function checkIdentifier(
  scheme: string,
  value: string,
  holder: IdentifierHolder = {},
): IdentifierCheck {
  switch (scheme) {
    case 'kz.iin':
      return checkIin(normaliseIdentifier(scheme, value), holder);
    case 'kz.bin':
      return checkBin(normaliseIdentifier(scheme, value));
    case 'mn.register':
      return checkRegister(value, holder);
    case 'mn.civil':
      return checkCivil(normaliseIdentifier(scheme, value));
    default:
      return {
        faults: [],
        warnings: [
          { code: 'identifier-scheme-unknown', detail: `no rules are known for the scheme ${scheme}` },
        ],
        carries: {},
      };
  }
}

/** The number as its issuer writes it, by which two spellings of one number are equal. */
export function normaliseIdentifier(scheme: string, value: string): string {
  if (scheme === 'mn.register') return normaliseRegister(value);
  return value.normalize('NFC').replaceAll(/\s/g, '');
}

export interface IdentifierFinding {
  /** RFC 6901 pointer relative to the identifier */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

interface StatedIdentifier {
  readonly scheme: string;
  readonly value: string;
}
interface StatedHolder {
  readonly birthDate: string;
  readonly birthDatePrecision?: string | undefined;
  readonly sex: Sex;
}

/** Faults of an identifier of an insurance record, in the form the record's parser takes as its identifier check. */
export function identifierFaults(identifier: StatedIdentifier, person: StatedHolder): IdentifierFinding[] {
  return found(checkIdentifier(identifier.scheme, identifier.value, holderOf(person)).faults);
}

/** Warnings of an identifier of an insurance record: shown to the clerk, no reason to refuse. */
export function identifierWarnings(identifier: StatedIdentifier, person: StatedHolder): IdentifierFinding[] {
  return found(checkIdentifier(identifier.scheme, identifier.value, holderOf(person)).warnings);
}

/** A birth date known only to the month or year is no date to compare a number with. */
function holderOf(person: StatedHolder): IdentifierHolder {
  const exact = person.birthDatePrecision === undefined || person.birthDatePrecision === 'day';
  return exact ? { birthDate: person.birthDate, sex: person.sex } : { sex: person.sex };
}

function found(notes: readonly { readonly code: string; readonly detail: string }[]): IdentifierFinding[] {
  return notes.map((note) => ({ pointer: '/value', code: note.code, detail: note.detail }));
}
