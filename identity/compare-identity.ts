import { normaliseIdentifier } from './identifiers/normalise-identifier.ts';
import { compareNames, type Agreement, type NameForm } from './names/compare-names.ts';

export interface IdentifierForm {
  readonly scheme: string;
  readonly value: string;
}

/** A person as one side knows it; what it does not know is absent. Dates are ISO days. */
export interface IdentityForm {
  readonly identifiers: readonly IdentifierForm[];
  readonly names: readonly NameForm[];
  readonly birthDate?: string | undefined;
  readonly sex?: 'male' | 'female' | 'unknown' | undefined;
}

export interface FieldComparison {
  /** `name`, `birthDate`, `sex` or `identifier.<scheme>` */
  readonly field: string;
  readonly asked: string;
  readonly found: string;
  readonly agreement: Agreement;
}

export interface IdentityComparison {
  /** `same` may be acted on without a human; `doubtful` needs a clerk; `different` is someone else */
  readonly verdict: 'same' | 'doubtful' | 'different';
  readonly fields: readonly FieldComparison[];
}

/**
 * Decides by fixed rules whether the person asked for and the person found are one, and shows every field.
 * 1. An identifier of one scheme agrees, birth date and sex agree, and the names agree word for word after scripts
 *    are folded: same.
 * 2. No identifier agrees, and the name or the birth date contradicts: different.
 * 3. Everything else: doubtful. The rules never weigh one field against another; that is a human's decision.
 */
export function compareIdentity(asked: IdentityForm, found: IdentityForm): IdentityComparison {
  const identifiers = compareIdentifiers(asked.identifiers, found.identifiers);
  const name = compareNames(asked.names, found.names);
  const birthDate = compareText('birthDate', asked.birthDate, found.birthDate);
  const sex = compareText('sex', known(asked.sex), known(found.sex));
  const fields = [...identifiers, { field: 'name', ...name }, birthDate, sex];

  const identified = identifiers.some((field) => field.agreement === 'same');
  const contradicted = identifiers.some((field) => field.agreement === 'different');
  const sameName = name.agreement === 'same' || name.agreement === 'sameAfterTransliteration';
  if (identified && !contradicted && sameName && birthDate.agreement === 'same' && sex.agreement === 'same') {
    return { verdict: 'same', fields };
  }
  const otherPerson = name.agreement === 'different' || birthDate.agreement === 'different';
  return { verdict: !identified && otherPerson ? 'different' : 'doubtful', fields };
}

/** One row for each scheme that either side states; a person may hold several numbers of one scheme. */
function compareIdentifiers(
  asked: readonly IdentifierForm[],
  found: readonly IdentifierForm[],
): FieldComparison[] {
  const schemes = [...new Set([...asked, ...found].map((identifier) => identifier.scheme))];
  return schemes.map((scheme) => {
    const a = valuesOf(asked, scheme);
    const b = valuesOf(found, scheme);
    return {
      field: `identifier.${scheme}`,
      asked: a.join(', '),
      found: b.join(', '),
      agreement:
        a.length === 0 || b.length === 0
          ? 'missing'
          : a.some((value) => b.includes(value))
            ? 'same'
            : 'different',
    };
  });
}

function valuesOf(identifiers: readonly IdentifierForm[], scheme: string): string[] {
  return identifiers
    .filter((identifier) => identifier.scheme === scheme)
    .map((identifier) => normaliseIdentifier(scheme, identifier.value));
}

function compareText(field: string, asked: string | undefined, found: string | undefined): FieldComparison {
  return {
    field,
    asked: asked ?? '',
    found: found ?? '',
    agreement:
      asked === undefined || found === undefined ? 'missing' : asked === found ? 'same' : 'different',
  };
}

function known(sex: IdentityForm['sex']): string | undefined {
  return sex === 'unknown' ? undefined : sex;
}
