/** Walks the rules of a mapping in either direction. Every value of the input is accounted for. */
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
  ok,
  pointerTo,
  refuse,
  type Result,
  unreachable,
} from '@urtuu/kernel';
import { follow, sort, supply } from './derived.ts';
import { join, split } from './joined.ts';
import { Ledger, type Loss } from './ledger.ts';
import type { Block, Each, First, Leaf, Path, Picked, Rule } from './rule.ts';
import { at, leaves, member, same, Slot, WrongType, type Node } from './tree.ts';

/** `import` goes from a SED to a document. */
export type Direction = 'import' | 'export';

export interface Translation {
  readonly value: JsonObject;
  readonly losses: readonly Loss[];
  /** pointers in the output of members that follow from others or from the kind of SED */
  readonly supplied: readonly string[];
}

export interface Mistyped {
  readonly pointer: string;
  readonly wanted: string;
}

/** Refused where a member has another type than its place, such as a text where a list belongs. */
export function translate(
  rules: readonly Rule[],
  source: Node,
  direction: Direction,
): Result<Translation, Mistyped> {
  const ledger = new Ledger();
  const slot = new Slot('', {});
  try {
    new Walk(direction).all(rules, source, slot, 0, ledger);
  } catch (error) {
    if (error instanceof WrongType) return refuse({ pointer: error.pointer, wanted: error.wanted });
    throw error;
  }
  return ok({
    value: isJsonObject(slot.value) ? slot.value : {},
    losses: ledger.losses(source.value ?? {}, source.pointer),
    supplied: ledger.supplied,
  });
}

class Walk {
  readonly #importing: boolean;

  constructor(direction: Direction) {
    this.#importing = direction === 'import';
  }

  all(rules: readonly Rule[], source: Node, slot: Slot, index: number, ledger: Ledger): void {
    for (const rule of rules) this.#one(rule, source, slot, index, ledger);
  }

  #one(rule: Rule, source: Node, slot: Slot, index: number, ledger: Ledger): void {
    switch (rule.kind) {
      case 'leaf':
        return this.#leaf(rule, source, slot, ledger);
      case 'joined':
        return this.#importing ? join(rule, source, slot, ledger) : split(rule, source, slot, ledger);
      case 'block':
        return this.#block(rule, at(source, this.#from(rule)), slot, index, ledger);
      case 'each':
        return this.#each(rule, source, slot, ledger);
      case 'first':
        return this.#importing
          ? this.#block(rule, firstOf(at(source, rule.sed)), slot, index, ledger)
          : this.#intoFirst(rule, source, slot, ledger);
      case 'pick':
        return this.#importing
          ? this.#append(rule, at(source, rule.sed), slot, ledger)
          : this.#block(rule, picked(rule, at(source, rule.document)), slot, index, ledger);
      case 'derived':
        return this.#importing ? supply(rule, slot, index, ledger) : follow(rule, source, index, ledger);
      case 'sorted':
        return this.#importing ? sort(rule, slot, ledger) : undefined;
      default:
        return unreachable(rule);
    }
  }

  #from(rule: Leaf | Block): Path {
    return this.#importing ? rule.sed : rule.document;
  }

  #to(rule: Leaf | Block | Each | First | Picked): Path {
    return this.#importing ? rule.document : rule.sed;
  }

  #leaf(rule: Leaf, source: Node, slot: Slot, ledger: Ledger): void {
    if (!this.#importing && (rule.alias || rule.writtenIf?.(source.value ?? null) === false)) return;
    const { value, pointer } = at(source, this.#from(rule));
    if (value === undefined || (value === null && rule.as.keepsNull !== true)) return;
    const converted = this.#convert(rule, value, pointer);
    if (!converted.ok) return ledger.lose(value, pointer, converted.error);
    const there = slot.get(this.#to(rule));
    if (there !== undefined)
      return ledger.lose(value, pointer, same(there, converted.value) ? 'repeated' : 'second-value');
    slot.set(this.#to(rule), converted.value);
    const { members } = rule.as;
    if (this.#importing || members === undefined) ledger.carryAll(value, pointer);
    else for (const name of members) ledger.carry(pointerTo(pointer, name));
    if (rule.alias || !this.#returns(rule, value, converted.value)) ledger.alter(value, pointer);
  }

  #convert(rule: Leaf, value: Json, pointer: string): Result<Json, Loss['reason']> {
    if (!this.#importing) return rule.as.write(value);
    if (rule.as.anyJson !== true && (isJsonList(value) || isJsonObject(value)))
      throw new WrongType(pointer, rule.as.wanted);
    const read = rule.as.read(value);
    if (read.ok) return read;
    if (read.error === 'wrong-type') throw new WrongType(pointer, rule.as.wanted);
    return refuse(read.error);
  }

  /** Whether the way back leads to the value that came. */
  #returns({ as }: Leaf, value: Json, converted: Json): boolean {
    const back = this.#importing ? as.write(converted) : as.read(converted);
    if (!back.ok) return false;
    return same(back.value, this.#importing ? value : carriedPart(value, as.members));
  }

  #block(rule: Block | First | Picked, source: Node, slot: Slot, index: number, ledger: Ledger): void {
    if (source.value === undefined || source.value === null) return;
    const path = this.#to(rule);
    const inner = new Slot(slot.pointerOf(path), slot.get(path));
    const own = new Ledger();
    this.all(rule.rules, source, inner, index, own);
    if (inner.value === undefined) return ledger.accept(own);
    if (this.#lacks(rule.needs, source, inner, own)) return ledger.abandon(own);
    slot.set(path, inner.value);
    ledger.accept(own);
    if (rule.kind === 'pick' && !this.#importing) carryWhere(rule.where, source, ledger);
  }

  /** The block becomes an item of the document's list. */
  #append(rule: Picked, source: Node, slot: Slot, ledger: Ledger): void {
    if (source.value === undefined || source.value === null) return;
    this.#items(rule, [source], slot, ledger);
  }

  #each(rule: Each, source: Node, slot: Slot, ledger: Ledger): void {
    if (!this.#importing && rule.alias) return;
    const path = this.#importing ? rule.document : rule.sed;
    const list = at(source, this.#importing ? rule.sed : rule.document);
    const isAbsent = list.value === undefined || list.value === null;
    if (this.#importing && rule.always && slot.get(path) === undefined) {
      slot.set(path, []);
      if (isAbsent) ledger.supply(slot.pointerOf(path));
    }
    if (isAbsent || (rule.alias && slot.list(path).length > 0)) return;
    const items = itemsOf(list, rule.single && this.#importing);
    const chosen = this.#importing ? items : items.filter(({ value }) => agrees(value, rule.where));
    this.#items(rule, chosen, slot, ledger);
  }

  /** Adds what arrives of each item to the list on the other side; the list is set once, however long it is. */
  #items(rule: Each | Picked, sources: readonly Node[], slot: Slot, ledger: Ledger): void {
    const path = this.#to(rule);
    const made = [...slot.list(path)];
    const before = made.length;
    for (const source of sources) {
      const item = this.#item(
        rule,
        source,
        new Slot(pointerTo(slot.pointerOf(path), made.length)),
        made.length,
        ledger,
      );
      if (item !== undefined) made.push(item);
    }
    if (made.length > before) slot.set(path, made);
  }

  #item(rule: Each | Picked, source: Node, inner: Slot, index: number, ledger: Ledger): Json | undefined {
    const own = new Ledger();
    this.all(rule.rules, source, inner, index, own);
    if (inner.value === undefined) {
      ledger.accept(own);
      return undefined;
    }
    if (this.#lacks(rule.needs, source, inner, own)) {
      ledger.abandon(own);
      return undefined;
    }
    if (this.#importing) {
      for (const [name, value] of Object.entries(rule.where)) inner.set([name], value);
    } else carryWhere(rule.where, source, own);
    ledger.accept(own);
    if (rule.kind === 'each' && rule.alias)
      for (const [pointer, value] of leaves(source.value, source.pointer))
        if (ledger.isCarried(pointer)) ledger.alter(value, pointer);
    return inner.value;
  }

  #intoFirst(rule: First, source: Node, slot: Slot, ledger: Ledger): void {
    const from = at(source, rule.document);
    if (from.value === undefined || from.value === null) return;
    const [begun, ...rest] = slot.list(rule.sed);
    const inner = new Slot(pointerTo(slot.pointerOf(rule.sed), 0), begun);
    const own = new Ledger();
    this.all(rule.rules, from, inner, 0, own);
    if (inner.value === undefined) return ledger.accept(own);
    if (this.#lacks(rule.needs, from, inner, own)) return ledger.abandon(own);
    slot.set(rule.sed, [inner.value, ...rest]);
    ledger.accept(own);
  }

  /** Whether a block arrives without a member that it must have; we write none that we would not read. */
  #lacks(needs: readonly Path[], source: Node, made: Slot, ledger: Ledger): boolean {
    if (this.#importing) return needs.some((path) => made.get(path) === undefined);
    return needs.some((path) => {
      const { value, pointer } = at(source, path);
      return ![...leaves(value, pointer)].some(([each]) => ledger.isCarried(each));
    });
  }
}

function itemsOf(list: Node, single: boolean): Node[] {
  if (isJsonList(list.value))
    return list.value.map((value, i) => ({ value, pointer: pointerTo(list.pointer, i) }));
  if (single && isJsonObject(list.value)) return [list];
  throw new WrongType(list.pointer, 'a list');
}

function firstOf(list: Node): Node {
  if (list.value === undefined || list.value === null) return list;
  return itemsOf(list, true)[0] ?? { value: undefined, pointer: pointerTo(list.pointer, 0) };
}

function picked(rule: Picked, list: Node): Node {
  const items = list.value === undefined || list.value === null ? [] : itemsOf(list, false);
  return (
    items
      .filter(({ value }) => agrees(value, rule.where) && rule.matches(value ?? null))
      .toSorted((a, b) => rule.rank(a.value ?? null) - rule.rank(b.value ?? null))[0] ?? {
      value: undefined,
      pointer: list.pointer,
    }
  );
}

function agrees(item: Json | undefined, where: JsonObject): boolean {
  return Object.entries(where).every(([name, value]) => same(member(item, name), value));
}

function carryWhere(where: JsonObject, { value, pointer }: Node, ledger: Ledger): void {
  for (const name of Object.keys(where)) ledger.carryAll(member(value, name), pointerTo(pointer, name));
}

function carriedPart(value: Json, members: readonly string[] | undefined): Json {
  if (members === undefined || !isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => members.includes(name)));
}
