/** Members that follow from others: supplied on the way in, not lost on the way out. */
import { isJsonList, isJsonObject, type Json, pointerTo } from '@urtuu/kernel';
import type { Ledger } from './ledger.ts';
import type { Derived, Sorted } from './rule.ts';
import { at, member, same, type Node, type Slot } from './tree.ts';

export function supply({ document, from }: Derived, slot: Slot, index: number, ledger: Ledger): void {
  if (slot.value === undefined || slot.get(document) !== undefined) return;
  const value = from(slot.value, index);
  if (value === undefined) return;
  slot.set(document, value);
  ledger.supply(slot.pointerOf(document));
}

/** A member is not lost if it follows, on the other side, from what arrives there. */
export function follow({ document, from }: Derived, source: Node, index: number, ledger: Ledger): void {
  const found = at(source, document);
  if (found.value === undefined) return;
  const arriving = carried(source.value ?? null, source.pointer, ledger) ?? {};
  if (same(found.value, from(arriving, index))) ledger.carryAll(found.value, found.pointer);
}

function carried(value: Json, pointer: string, ledger: Ledger): Json | undefined {
  if (isJsonList(value)) {
    const items = value.flatMap((item, i) => carried(item, pointerTo(pointer, i), ledger) ?? []);
    return items.length === 0 ? undefined : items;
  }
  if (!isJsonObject(value)) return ledger.isCarried(pointer) ? value : undefined;
  const members = Object.entries(value).flatMap(([name, item]) => {
    const kept = carried(item, pointerTo(pointer, name), ledger);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

export function sort({ document, by }: Sorted, slot: Slot, ledger: Ledger): void {
  const key = (item: Json): string => {
    const found = member(item, by);
    return typeof found === 'string' ? found : '';
  };
  const items = slot.list(document);
  const order = items
    .map((item, from) => ({ item, from, key: key(item) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  if (order.length === 0) return;
  slot.set(
    document,
    order.map(({ item }) => item),
  );
  ledger.reorder(
    slot.pointerOf(document),
    order.map(({ from }) => from),
  );
}
