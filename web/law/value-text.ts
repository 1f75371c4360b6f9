import type { ParameterVersion } from '@urtuu/law';

export interface ValueWords {
  readonly date: (iso: string) => string;
  readonly number: (value: string) => string;
}

/** A value of a law in words; undefined where it is not known. */
export function valueText(
  version: Pick<ParameterVersion, 'value' | 'unit'>,
  { date, number }: ValueWords,
): string | undefined {
  const { value, unit } = version;
  if (value === null) return undefined;
  return unit === 'day' ? date(value) : number(value);
}
