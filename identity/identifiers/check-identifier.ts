import { checkResidentId } from './chinese-number.ts';
import type {
  IdentifierCheck,
  IdentifierHolder,
  IdentifierNote,
  IdentifierWarningCode,
  Sex,
} from './identifier-check.ts';
import { checkBin, checkIin } from './kazakh-number.ts';
import { checkCivil, checkRegister } from './mongolian-number.ts';
import { normaliseIdentifier } from './normalise-identifier.ts';

/** The national schemes whose rules are known here. */
export const KNOWN_SCHEMES = ['kz.iin', 'kz.bin', 'mn.register', 'mn.civil', 'cn.rid'] as const;
export type KnownScheme = (typeof KNOWN_SCHEMES)[number];

type Check = (normal: string, holder: IdentifierHolder) => IdentifierCheck;

const CHECKS = {
  'kz.iin': checkIin,
  'kz.bin': checkBin,
  'mn.register': checkRegister,
  'mn.civil': checkCivil,
  'cn.rid': checkResidentId,
} as const satisfies Record<KnownScheme, Check>;

/**
 * Checks a number of a national scheme by its own form and against its holder. A number typed with spaces, in lower
 * case or with look-alike letters is read as its issuer writes it, with a warning. A scheme nobody knows is carried
 * with a warning.
 */
export function checkIdentifier(
  scheme: string,
  value: string,
  holder: IdentifierHolder = {},
): IdentifierCheck {
  const known = KNOWN_SCHEMES.find((name) => name === scheme);
  if (known === undefined) {
    return {
      faults: [],
      warnings: [
        { code: 'identifier-scheme-unknown', detail: `no rules are known for the scheme ${scheme}` },
      ],
      carries: {},
    };
  }
  const normal = normaliseIdentifier(known, value);
  const check = CHECKS[known](normal, holder);
  if (normal === value || check.faults.length > 0) return check;
  const detail = 'spaces, lower case, hyphens or look-alike letters were read as the issuer writes them';
  return { ...check, warnings: [{ code: 'identifier-normalised', detail }, ...check.warnings] };
}

/**
 * What nobody can check in any number of a scheme, because the rule is not published: said once to whoever asks about
 * a single number, not repeated at every number of a record.
 */
export function unpublishedRules(scheme: KnownScheme): readonly IdentifierNote<IdentifierWarningCode>[] {
  return UNPUBLISHED[scheme];
}

const UNPUBLISHED: Readonly<Record<KnownScheme, readonly IdentifierNote<IdentifierWarningCode>[]>> = {
  'kz.iin': [],
  'kz.bin': [],
  'mn.register': [
    {
      code: 'identifier-check-unpublished',
      detail: 'how the last character follows from the others is not published, so it was not checked',
      flag: 'id.mn.register',
    },
  ],
  'mn.civil': [
    {
      code: 'identifier-structure-unknown',
      detail:
        'only the form is known; what the digits say and whether one of them is a check digit is not published',
      flag: 'id.mn.civil',
    },
  ],
  'cn.rid': [],
};

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
