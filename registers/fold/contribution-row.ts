/** What the contribution rows of both registers have in common: a month and an income, each readable or doubted. */
import type { Evidence } from '@urtuu/law';
import type { Doubt } from '../register-port.ts';
import { readAmount } from './amount.ts';
import { readMonth } from './dates.ts';

/** Month and income of a row; undefined, with a doubt, where either cannot be read. */
export function readMonthlyIncome(
  service: string,
  row: { readonly year: string | undefined; readonly month: string | undefined; readonly income: string },
  doubts: Doubt[],
):
  | { at: NonNullable<ReturnType<typeof readMonth>>; amount: NonNullable<ReturnType<typeof readAmount>> }
  | undefined {
  const at = readMonth(row.year, row.month);
  if (at === undefined) {
    doubts.push(unreadable(service, 'month'));
    return undefined;
  }
  const amount = readAmount(row.income);
  if (amount === undefined) {
    const month = `${at.year}-${String(at.month).padStart(2, '0')}`;
    doubts.push({ code: 'amountUnreadable', values: { service, month } });
    return undefined;
  }
  return { at, amount };
}

export function unreadable(service: string, field: string): Doubt {
  return { code: 'dateUnreadable', values: { service, field, employer: '' } };
}

export function evidence(kind: Evidence['kind'], ref: string, hash: string | undefined): Evidence {
  return hash === undefined || hash === '' ? { kind, ref } : { kind, ref, hash };
}
