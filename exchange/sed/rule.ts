/** The rules of a mapping: which place of a SED is which place of a document. One table serves both directions. */
import type { Json, JsonObject, Result } from '@urtuu/kernel';

/** Why a value, or a part of what it says, does not arrive on the other side. */
export type LossReason =
  /** the other side has no member for it, or none whose name is public */
  | 'no-place'
  /** the member holds something else than its kind of value, such as text where a date is wanted */
  | 'unreadable'
  /** the meaning arrives, the way of writing does not */
  | 'spelling'
  /** the place is taken by another value of the same meaning */
  | 'second-value'
  /** the SED says it twice; the document has it once */
  | 'repeated'
  /** its block lacks a member without which our document has no such block */
  | 'incomplete'
  /** a code of a list that the SED cannot name */
  | 'other-code-list';

/** Converts one value. `read` goes from the SED to the document, `write` back. */
export interface Converter {
  /** what a SED holds here, for the refusal of another type */
  readonly wanted: string;
  readonly read: (value: Json) => Result<Json, LossReason | 'wrong-type'>;
  readonly write: (value: Json) => Result<Json, LossReason>;
  /** members of the document's value that are carried; absent: the value is carried whole */
  readonly members?: readonly string[];
  /** null says something here */
  readonly keepsNull?: true;
  /** any JSON is a value here, lists and objects too */
  readonly anyJson?: true;
}

export type Path = readonly string[];

export interface Leaf {
  readonly kind: 'leaf';
  readonly sed: Path;
  readonly document: Path;
  readonly as: Converter;
  /** another public spelling of a place: read, never written */
  readonly alias: boolean;
  /** written only where this holds for the document's block */
  readonly writtenIf?: (block: Json) => boolean;
}

/** Two texts of the SED that are one in the document: `first, second`. */
export interface Joined {
  readonly kind: 'joined';
  readonly sed: readonly [Path, Path];
  readonly document: Path;
}

export interface Block {
  readonly kind: 'block';
  readonly sed: Path;
  readonly document: Path;
  readonly rules: readonly Rule[];
  /** members without which the document has no such block */
  readonly needs: readonly Path[];
}

/** A list on both sides, item by item. */
export interface Each extends Omit<Block, 'kind'> {
  readonly kind: 'each';
  readonly alias: boolean;
  /** members that tell the items of this list among the document's */
  readonly where: JsonObject;
  /** the document has the list even if it is empty */
  readonly always: boolean;
  /** one item may stand in the SED without the list around it */
  readonly single: boolean;
}

/** A list of the SED of which the document has the first item. */
export interface First extends Omit<Block, 'kind'> {
  readonly kind: 'first';
}

/** A block of the SED that is one item of a list of the document. */
export interface Picked extends Omit<Block, 'kind'> {
  readonly kind: 'pick';
  readonly where: JsonObject;
  readonly matches: (item: Json) => boolean;
  /** among several matches the one with the lowest rank */
  readonly rank: (item: Json) => number;
}

/** A member of the document that follows from its other members, or from the kind of SED. */
export interface Derived {
  readonly kind: 'derived';
  readonly document: Path;
  readonly from: (block: Json, index: number) => Json | undefined;
}

/** Brings a list of the document, filled from several lists of the SED, into one order. */
export interface Sorted {
  readonly kind: 'sorted';
  readonly document: Path;
  readonly by: string;
}

export type Rule = Leaf | Joined | Block | Each | First | Picked | Derived | Sorted;

/** A path of member names with dots; '' is the block itself. */
function path(text: string): Path {
  return text === '' ? [] : text.split('.');
}

interface LeafOptions {
  readonly alias?: true;
  readonly writtenIf?: (block: Json) => boolean;
}

export function leaf(sed: string, document: string, as: Converter, options: LeafOptions = {}): Leaf {
  return { kind: 'leaf', sed: path(sed), document: path(document), as, alias: false, ...options };
}

export function joined(sed: readonly [string, string], document: string): Joined {
  return { kind: 'joined', sed: [path(sed[0]), path(sed[1])], document: path(document) };
}

interface BlockOptions {
  readonly needs?: readonly string[];
}

const needed = ({ needs = [] }: BlockOptions): readonly Path[] => needs.map(path);

export function block(
  sed: string,
  document: string,
  rules: readonly Rule[],
  options: BlockOptions = {},
): Block {
  return { kind: 'block', sed: path(sed), document: path(document), rules, needs: needed(options) };
}

interface EachOptions extends BlockOptions {
  readonly where?: JsonObject;
  readonly always?: true;
  readonly single?: true;
  readonly alias?: true;
}

export function each(sed: string, document: string, rules: readonly Rule[], options: EachOptions = {}): Each {
  const { where = {}, always = false, single = false, alias = false } = options;
  return {
    ...block(sed, document, rules, options),
    kind: 'each',
    where,
    always,
    single,
    alias,
  };
}

export function first(
  sed: string,
  document: string,
  rules: readonly Rule[],
  options: BlockOptions = {},
): First {
  return { ...block(sed, document, rules, options), kind: 'first' };
}

interface PickOptions extends BlockOptions {
  readonly where?: JsonObject;
  readonly matches?: (item: Json) => boolean;
  readonly rank?: (item: Json) => number;
}

export function pick(
  sed: string,
  document: string,
  rules: readonly Rule[],
  options: PickOptions = {},
): Picked {
  const { where = {}, matches = () => true, rank = () => 0 } = options;
  return { ...block(sed, document, rules, options), kind: 'pick', where, matches, rank };
}

export function derived(document: string, from: (block: Json, index: number) => Json | undefined): Derived {
  return { kind: 'derived', document: path(document), from };
}

/** A member that the kind of SED itself says. */
export function implied(document: string, value: Json): Derived {
  return derived(document, () => value);
}

export function sorted(document: string, by: string): Sorted {
  return { kind: 'sorted', document: path(document), by };
}
