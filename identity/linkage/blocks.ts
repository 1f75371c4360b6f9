import { keysOfRule, type RuleKeys } from './block-keys.ts';
import { sharedIntegers } from './columns.ts';
import type { BlockingRule, LinkSettings } from './settings.ts';
import type { LinkTable } from './table.ts';

/** All candidate pairs of a table, not written out: records in blocks, rule by rule. Threads share it. */
export interface Blocks {
  readonly rules: readonly RuleBlocks[];
  readonly cut: readonly CutBlocks[];
}

export interface RuleBlocks {
  readonly rule: BlockingRule;
  /** keys of each record, also those of later rules' pairs: a pair belongs to the first rule that finds it */
  readonly keys: RuleKeys;
  /** records in the order of their keys */
  readonly members: Int32Array;
  /** key of each member */
  readonly memberKeys: Int32Array;
  /** where each block begins and ends in `members`, by turns */
  readonly bounds: Int32Array;
  /** pairs within the blocks, before those of earlier rules are left out */
  readonly pairs: number;
}

/** Blocks larger than the settings allow, which were not compared within. */
export interface CutBlocks {
  readonly rule: BlockingRule;
  readonly blocks: number;
  readonly records: number;
  readonly largest: number;
}

/** A part of the work: some blocks of one rule. */
export interface Partition {
  readonly rule: number;
  /** positions in `bounds`, both even */
  readonly from: number;
  readonly to: number;
}

export function blocksOf(
  table: LinkTable,
  settings: LinkSettings,
  rules: readonly BlockingRule[] = settings.blocking,
): Blocks {
  const cut: CutBlocks[] = [];
  let left = Math.max(table.count * settings.pairsPerRecord, FEW_PAIRS);
  const blocked = rules.map((rule) => {
    const { blocks, cut: cutHere } = blocksOfRule(table, settings, rule, left);
    left -= blocks.pairs;
    if (cutHere !== undefined) cut.push(cutHere);
    return blocks;
  });
  return { rules: blocked, cut };
}

/** So few pairs are compared at once, however few records there are. */
const FEW_PAIRS = 1_000_000;

/** Cuts the work into parts of about as many pairs each, at most `most` pairs where blocks allow. */
export function partitionsOf({ rules }: Blocks, most: number): Partition[] {
  const partitions: Partition[] = [];
  for (const [rule, { bounds }] of rules.entries()) {
    let from = 0;
    let pairs = 0;
    for (let i = 0; i < bounds.length; i += 2) {
      const size = (bounds[i + 1] ?? 0) - (bounds[i] ?? 0);
      pairs += (size * (size - 1)) / 2;
      if (pairs < most && i + 2 < bounds.length) continue;
      partitions.push({ rule, from, to: i + 2 });
      from = i + 2;
      pairs = 0;
    }
  }
  return partitions;
}

/** Visits every candidate pair of a part once; over all parts each pair comes once. The first record is the lower. */
export function visitPairs(
  table: LinkTable,
  { rules }: Blocks,
  { rule, from, to }: Partition,
  visit: (a: number, b: number) => void,
): number {
  const own = rules[rule];
  if (own === undefined) return 0;
  const earlier = rules.slice(0, rule).map(({ keys }) => keys);
  const { members, memberKeys, bounds, keys } = own;
  const { source } = table;
  const across = table.sources === 2;
  const several = keys.length > 1;
  let visited = 0;
  for (let block = from; block < to; block += 2) {
    const end = bounds[block + 1] ?? 0;
    for (let i = bounds[block] ?? 0; i < end; i += 1) {
      const a = members[i] ?? 0;
      const key = memberKeys[i] ?? 0;
      for (let j = i + 1; j < end; j += 1) {
        const b = members[j] ?? 0;
        if (across && source[a] === source[b]) continue;
        if (several && meetsBefore(keys, a, b, key)) continue;
        if (meets(earlier, a, b)) continue;
        visited += 1;
        visit(a, b);
      }
    }
  }
  return visited;
}

function meets(rules: readonly RuleKeys[], a: number, b: number): boolean {
  for (let r = 0; r < rules.length; r += 1) {
    const slots = rules[r] ?? [];
    for (let i = 0; i < slots.length; i += 1) {
      const key = slots[i]?.[a] ?? 0;
      if (key === 0) continue;
      for (let j = 0; j < slots.length; j += 1) if (slots[j]?.[b] === key) return true;
    }
  }
  return false;
}

/** Two records that share several keys of one rule meet by the lowest of them. */
function meetsBefore(slots: RuleKeys, a: number, b: number, own: number): boolean {
  for (let i = 0; i < slots.length; i += 1) {
    const key = slots[i]?.[a] ?? 0;
    if (key === 0 || key >= own) continue;
    for (let j = 0; j < slots.length; j += 1) if (slots[j]?.[b] === key) return true;
  }
  return false;
}

function blocksOfRule(
  table: LinkTable,
  settings: LinkSettings,
  rule: BlockingRule,
  mostPairs: number,
): { blocks: RuleBlocks; cut: CutBlocks | undefined } {
  const keys = keysOfRule(table, settings, rule);
  const { members, memberKeys } = sortedByKey(table.count, keys);
  const largest = largestBlock(memberKeys, settings.largestBlock, mostPairs);
  const bounds: number[] = [];
  let pairs = 0;
  const cut = { blocks: 0, records: 0, largest: 0 };
  for (let start = 0; start < members.length;) {
    const key = memberKeys[start] ?? 0;
    let end = start + 1;
    while (end < members.length && memberKeys[end] === key) end += 1;
    const size = end - start;
    if (size > largest) {
      cut.blocks += 1;
      cut.records += size;
      cut.largest = Math.max(cut.largest, size);
      // Without its key a cut block hides no pair from the rules behind.
      for (let i = start; i < end; i += 1) forget(keys, members[i] ?? 0, key);
    } else if (size > 1) {
      bounds.push(start, end);
      pairs += (size * (size - 1)) / 2;
    }
    start = end;
  }
  const frozen = sharedIntegers(bounds.length);
  frozen.set(bounds);
  return {
    blocks: { rule, keys, members, memberKeys, bounds: frozen, pairs },
    cut: cut.blocks === 0 ? undefined : { rule, ...cut },
  };
}

/** The size of block up to which all blocks of a rule come to no more than `mostPairs`. */
function largestBlock(memberKeys: Int32Array, most: number, mostPairs: number): number {
  const blocksOfSize = new Int32Array(most + 1);
  for (let start = 0; start < memberKeys.length;) {
    const key = memberKeys[start];
    let end = start + 1;
    while (end < memberKeys.length && memberKeys[end] === key) end += 1;
    const size = end - start;
    if (size <= most) blocksOfSize[size] = (blocksOfSize[size] ?? 0) + 1;
    start = end;
  }
  let pairs = 0;
  for (let size = 2; size <= most; size += 1) {
    pairs += ((blocksOfSize[size] ?? 0) * size * (size - 1)) / 2;
    if (pairs > mostPairs) return size - 1;
  }
  return most;
}

function forget(keys: RuleKeys, record: number, key: number): void {
  for (const slot of keys) if (slot[record] === key) slot[record] = 0;
}

/** Records in the order of their keys, each as often as it has keys; radix sort, three passes of eleven bits. */
function sortedByKey(count: number, keys: RuleKeys): { members: Int32Array; memberKeys: Int32Array } {
  let length = 0;
  for (const slot of keys) for (let i = 0; i < count; i += 1) if (slot[i] !== 0) length += 1;
  let members = sharedIntegers(length);
  let memberKeys = sharedIntegers(length);
  let at = 0;
  for (let record = 0; record < count; record += 1) {
    for (const slot of keys) {
      const key = slot[record] ?? 0;
      if (key === 0) continue;
      members[at] = record;
      memberKeys[at] = key;
      at += 1;
    }
  }
  let spare = sharedIntegers(length);
  let spareKeys = sharedIntegers(length);
  const starts = new Int32Array(2048);
  for (const shift of [0, 11, 22]) {
    starts.fill(0);
    for (let i = 0; i < length; i += 1) {
      const digit = ((memberKeys[i] ?? 0) >>> shift) & 2047;
      starts[digit] = (starts[digit] ?? 0) + 1;
    }
    let sum = 0;
    for (let digit = 0; digit < 2048; digit += 1) {
      const size = starts[digit] ?? 0;
      starts[digit] = sum;
      sum += size;
    }
    for (let i = 0; i < length; i += 1) {
      const key = memberKeys[i] ?? 0;
      const digit = (key >>> shift) & 2047;
      const to = starts[digit] ?? 0;
      starts[digit] = to + 1;
      spare[to] = members[i] ?? 0;
      spareKeys[to] = key;
    }
    [members, spare] = [spare, members];
    [memberKeys, spareKeys] = [spareKeys, memberKeys];
  }
  return { members, memberKeys };
}
