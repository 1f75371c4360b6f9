/** Closed code lists of the documents, each with version and texts in five languages. One place: the files beside. */
import { LOCALES, type Localized } from '@urtuu/kernel';
import basis from './code-lists/basis.json' with { type: 'json' };
import benefitStatus from './code-lists/benefit-status.json' with { type: 'json' };
import decisionResult from './code-lists/decision-result.json' with { type: 'json' };
import frequency from './code-lists/frequency.json' with { type: 'json' };
import pensionKind from './code-lists/pension-kind.json' with { type: 'json' };
import periodType from './code-lists/period-type.json' with { type: 'json' };
import personRole from './code-lists/person-role.json' with { type: 'json' };
import relation from './code-lists/relation.json' with { type: 'json' };
import schemeNational from './code-lists/scheme-national.json' with { type: 'json' };
import scheme from './code-lists/scheme.json' with { type: 'json' };
import type { Code } from './types.ts';

export interface CodeList {
  /** the `system` of its codes */
  readonly id: string;
  readonly version: string;
  /** days between which the list holds; null: no bound is known */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly source: string;
  /** code → its text; null where no source tells what the code means */
  readonly codes: Readonly<Record<string, Localized | null>>;
}

const LISTS: readonly CodeList[] = [
  pensionKind,
  periodType,
  scheme,
  schemeNational,
  frequency,
  basis,
  benefitStatus,
  decisionResult,
  personRole,
  relation,
];

export const CODE_LISTS: ReadonlyMap<string, CodeList> = new Map(LISTS.map((list) => [list.id, list]));

/** Whether we can act on a code by itself; an unknown one is carried and shown, and a clerk decides. */
export function isKnownCode(code: Code): boolean {
  const list = CODE_LISTS.get(code.system);
  return list !== undefined && Object.hasOwn(list.codes, code.code);
}

/** What a code means, in every language; a code without a known text is its own text. */
export function codeText(code: Code): Localized {
  const known = isKnownCode(code) ? CODE_LISTS.get(code.system)?.codes[code.code] : undefined;
  if (known !== undefined && known !== null) return known;
  const own = code.label ?? code.code;
  return Object.fromEntries(LOCALES.map((locale) => [locale, own])) as unknown as Localized;
}
