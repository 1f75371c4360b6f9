/** Countries whose tables this room carries, with their UN M49 codes. */
export const COUNTRIES = { mn: 496, kz: 398, cn: 156, kg: 417 } as const;
export type Country = keyof typeof COUNTRIES;

export function isCountry(text: string): text is Country {
  return Object.hasOwn(COUNTRIES, text);
}
