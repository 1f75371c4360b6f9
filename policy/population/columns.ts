/** Figures by single year of age, 0 to 99 and the open group 100+, as columns of numbers. */

/** The open group: everybody aged 100 or more. */
export const OPEN_AGE = 100;
export const AGES = OPEN_AGE + 1;

export const SEXES = ['M', 'F'] as const;
export type Sex = (typeof SEXES)[number];
export type BySex<T> = Readonly<Record<Sex, T>>;

/** A value for each age 0 … 100. */
export type AgeColumn = Float64Array<ArrayBuffer>;

export function bySex<T>(make: (sex: Sex) => T): BySex<T> {
  return { M: make('M'), F: make('F') };
}

export function ageColumn(valueAt: (age: number) => number = () => 0): AgeColumn {
  return Float64Array.from({ length: AGES }, (_, age) => valueAt(age));
}

/** The value at an index. An index outside the column is a broken invariant and throws. */
export function at(column: ArrayLike<number>, index: number): number {
  const value = column[index];
  if (value === undefined) throw new RangeError(`no value at ${index} of ${column.length}`);
  return value;
}

export function sum(column: ArrayLike<number>): number {
  let total = 0;
  // An index and no iterator: five times as fast, and a simulation does little else.
  for (let i = 0; i < column.length; i += 1) total += at(column, i);
  return total;
}
