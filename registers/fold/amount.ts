/**
 * A sum as a register delivers it, as plain decimal text. Registers print doubles, so a large sum arrives as
 * `1.25E7`; it is moved by text, never through a binary number. At most two decimals remain, which is what the currency
 * has; more are only accepted where they are zeros. Undefined where the text is no such sum.
 */
export function readAmount(text: string): string | undefined {
  const plain = WHOLE.exec(text);
  if (plain !== null) return plain[1];
  const match = AMOUNT.exec(text.trim().replaceAll(/[\s\u00a0](?=\d{3}\b)/g, ''));
  if (match === null) return undefined;
  const [, whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent);
  if (Math.abs(shift) > 15) return undefined;
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const integer = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const decimals = padded.slice(at).replace(/0+$/, '');
  if (decimals.length > 2 || integer.length > 15) return undefined;
  return decimals === '' ? integer : `${integer}.${decimals.padEnd(2, '0')}`;
}

/** What nearly every row holds, read without more ado. */
const WHOLE = /^([1-9]\d{0,14})(?:\.0)?$/;
const AMOUNT = /^(\d{1,18})(?:[.,](\d{1,18}))?(?:[eE]([+-]?\d{1,2}))?$/;
