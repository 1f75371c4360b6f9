/**
 * The person asked for as the review saw him or her. What a register says of somebody found is kept with the person of
 * the case, so that a number which came later would tell how the review ended.
 */
import { normaliseIdentifier, type FieldComparison } from '@urtuu/identity';
import type { RecordRow } from '../tables.ts';

export function asFirstSeen(
  asked: RecordRow,
  candidates: readonly { readonly fields: readonly FieldComparison[] }[],
): RecordRow {
  const stated = new Set(
    candidates.flatMap(({ fields }) =>
      fields.flatMap(({ field, asked: values }) =>
        field.startsWith(NUMBER)
          ? values.split(', ').map((value) => `${field.slice(NUMBER.length)} ${value}`)
          : [],
      ),
    ),
  );
  return {
    ...asked,
    identifiers: asked.identifiers.filter(({ scheme, value }) =>
      stated.has(`${scheme} ${normaliseIdentifier(scheme, value)}`),
    ),
  };
}

/** Fields of numbers are named `identifier.<scheme>`. */
const NUMBER = 'identifier.';
