/** Keeps account of every value of an input: carried over, carried in part, or lost and why. */
import type { Json } from '@urtuu/kernel';
import type { LossReason } from './rule.ts';
import { leaves } from './tree.ts';

/** A value of the input, or a part of what it says, that the output does not have. */
export interface Loss {
  /** RFC 6901 pointer in the input */
  readonly pointer: string;
  readonly value: Json;
  readonly reason: LossReason;
}

export class Ledger {
  readonly #carried = new Set<string>();
  readonly #reasons = new Map<string, LossReason>();
  readonly #supplied = new Set<string>();

  carry(pointer: string): void {
    this.#carried.add(pointer);
    this.#reasons.delete(pointer);
  }

  carryAll(value: Json | undefined, pointer: string): void {
    for (const [each] of leaves(value, pointer)) this.carry(each);
  }

  isCarried(pointer: string): boolean {
    return this.#carried.has(pointer);
  }

  /** The value arrives, but not as it was written. */
  alter(value: Json, pointer: string): void {
    for (const [each] of leaves(value, pointer)) this.#reasons.set(each, 'spelling');
  }

  lose(value: Json, pointer: string, reason: LossReason): void {
    for (const [each] of leaves(value, pointer))
      if (!this.#carried.has(each)) this.#reasons.set(each, reason);
  }

  /** A member of the output that no value of the input says. */
  supply(pointer: string): void {
    this.#supplied.add(pointer);
  }

  /** The items of a list of the output stand in another order: `order` gives the old place of each. */
  reorder(list: string, order: readonly number[]): void {
    const moved = [...this.#supplied].map((pointer) => {
      if (!pointer.startsWith(`${list}/`)) return pointer;
      const [item, ...rest] = pointer.slice(list.length + 1).split('/');
      return [list, order.indexOf(Number(item)), ...rest].join('/');
    });
    this.#supplied.clear();
    for (const pointer of moved) this.#supplied.add(pointer);
  }

  get supplied(): readonly string[] {
    return [...this.#supplied];
  }

  /** Takes over the account of a block that entered the output. */
  accept(block: Ledger): void {
    for (const pointer of block.#carried) this.carry(pointer);
    for (const [pointer, reason] of block.#reasons) this.#reasons.set(pointer, reason);
    for (const pointer of block.#supplied) this.#supplied.add(pointer);
  }

  /** Takes over the account of a block that did not: what it had carried is lost after all. */
  abandon(block: Ledger): void {
    for (const pointer of block.#carried)
      if (!this.#carried.has(pointer)) this.#reasons.set(pointer, 'incomplete');
    for (const [pointer, reason] of block.#reasons)
      if (!this.#carried.has(pointer) && !this.#reasons.has(pointer)) this.#reasons.set(pointer, reason);
  }

  /** Every value of the input that is not carried, and those carried otherwise written. */
  losses(input: Json, pointer: string): Loss[] {
    const found: Loss[] = [];
    for (const [each, value] of leaves(input, pointer)) {
      const reason = this.#reasons.get(each) ?? (this.#carried.has(each) ? undefined : 'no-place');
      if (reason !== undefined) found.push({ pointer: each, value, reason });
    }
    return found;
  }
}
