/** Places in JSON: what stands at a path, how a path is filled, which leaves a value has. */
import { canonicalJson, isJsonList, isJsonObject, type Json, pointerTo } from '@urtuu/kernel';
import type { Path } from './rule.ts';

export interface Node {
  readonly value: Json | undefined;
  /** RFC 6901 pointer in the whole input */
  readonly pointer: string;
}

/** A member with another type than its place has. */
export class WrongType extends Error {
  readonly pointer: string;
  readonly wanted: string;
  constructor(pointer: string, wanted: string) {
    super(`${pointer}: wanted ${wanted}`);
    this.name = 'WrongType';
    this.pointer = pointer;
    this.wanted = wanted;
  }
}

/** Whether two values say the same; the order of members means nothing. */
export function same(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}

/** The place at a path. Throws WrongType where the path goes through something that has no members. */
export function at(node: Node, path: Path): Node {
  let { value, pointer } = node;
  for (const step of path) {
    if (value === undefined || value === null) return { value: undefined, pointer: pointerTo(pointer, step) };
    if (!isJsonObject(value)) throw new WrongType(pointer, 'an object');
    value = Object.hasOwn(value, step) ? value[step] : undefined;
    pointer = pointerTo(pointer, step);
  }
  return { value, pointer };
}

export function member(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (found, step) => (isJsonObject(found) && Object.hasOwn(found, step) ? found[step] : undefined),
    value,
  );
}

/** Every value of an input that says something: no null, no empty list, no empty object. */
export function* leaves(value: Json | undefined, pointer: string): Generator<readonly [string, Json]> {
  if (value === undefined || value === null) return;
  if (isJsonList(value)) for (const [i, item] of value.entries()) yield* leaves(item, pointerTo(pointer, i));
  else if (isJsonObject(value))
    for (const [name, item] of Object.entries(value)) yield* leaves(item, pointerTo(pointer, name));
  else yield [pointer, value];
}

/** A place that is being filled. */
export class Slot {
  value: Json | undefined;
  readonly pointer: string;

  constructor(pointer: string, value?: Json) {
    this.pointer = pointer;
    this.value = value;
  }

  pointerOf(path: Path): string {
    return path.reduce<string>(pointerTo, this.pointer);
  }

  get(path: Path): Json | undefined {
    return member(this.value, ...path);
  }

  set(path: Path, value: Json): void {
    this.value = filled(this.value, path, value);
  }

  list(path: Path): readonly Json[] {
    const found = this.get(path);
    return isJsonList(found) ? found : [];
  }
}

function filled(into: Json | undefined, [step, ...rest]: Path, value: Json): Json {
  if (step === undefined) return value;
  const members = isJsonObject(into) ? into : {};
  const inner = Object.hasOwn(members, step) ? members[step] : undefined;
  return { ...members, [step]: filled(inner, rest, value) };
}
