/** Two texts of a SED that are one in a document, such as the names of a person who only has to be found. */
import type { Ledger } from './ledger.ts';
import type { Joined, Path } from './rule.ts';
import { at, WrongType, type Node, type Slot } from './tree.ts';

const JOINT = ', ';

export function join({ sed, document }: Joined, source: Node, slot: Slot, ledger: Ledger): void {
  const parts = sed.map((path) => textAt(source, path)).filter((part) => part !== undefined);
  if (parts.length === 0 || slot.get(document) !== undefined) return;
  const whole = parts.map(({ text }) => text).join(JOINT);
  slot.set(document, whole);
  const [first] = halves(whole);
  for (const [i, { text, pointer }] of parts.entries()) {
    ledger.carry(pointer);
    const comesBack =
      i === 0 ? text === first && pointer === at(source, sed[0]).pointer : text === halves(whole)[1];
    if (!comesBack) ledger.alter(text, pointer);
  }
}

export function split({ sed, document }: Joined, source: Node, slot: Slot, ledger: Ledger): void {
  const whole = textAt(source, document);
  if (whole === undefined) return;
  const parts = halves(whole.text);
  for (const [i, part] of parts.entries()) {
    const path = sed[i];
    if (path !== undefined && part !== undefined) slot.set(path, part);
  }
  ledger.carry(whole.pointer);
}

/** What stands before the first joint, and after it. */
function halves(whole: string): [string, string | undefined] {
  const cut = whole.indexOf(JOINT);
  return cut < 0 ? [whole, undefined] : [whole.slice(0, cut), whole.slice(cut + JOINT.length)];
}

function textAt(source: Node, path: Path): { text: string; pointer: string } | undefined {
  const { value, pointer } = at(source, path);
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw new WrongType(pointer, 'a text');
  return { text: value, pointer };
}
