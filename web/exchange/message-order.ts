import type { ReceiptView, TransmissionView } from '@urtuu/exchange/contract';

/** The levels of evidence in the order in which they come: taken in, checked, used. */
export const LEVELS = ['L1', 'L2', 'L3'] as const satisfies readonly ReceiptView['level'][];

export interface Step {
  readonly level: ReceiptView['level'];
  /** the receipt that stands for the level: a rejection if there is one, else the first */
  readonly receipt: ReceiptView | undefined;
}

/** One step for each level, reached or not. */
export function stepsOf(receipts: readonly ReceiptView[]): Step[] {
  return LEVELS.map((level) => {
    const own = receipts.filter((receipt) => receipt.level === level);
    return { level, receipt: own.find(({ outcome }) => outcome === 'rejected') ?? own[0] };
  });
}

/** Messages in the order in which they came about; those of one instant by identifier, so that nothing jumps. */
export function inOrder(transmissions: readonly TransmissionView[]): TransmissionView[] {
  return transmissions.toSorted(
    (a, b) => compare(a.createdAt, b.createdAt) || compare(a.transmissionId, b.transmissionId),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
