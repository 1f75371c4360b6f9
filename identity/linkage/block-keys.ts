import { decodeDate } from '../dates/stated-date.ts';
import { regionOf } from '../places/gazetteer.ts';
import { hashText, hashWith, sharedIntegers } from './columns.ts';
import { fieldOf, type BlockingRule, type LinkSettings } from './settings.ts';
import type { LinkTable } from './table.ts';

/** Keys of one rule: a few slots, each a column of 32-bit keys; 0 is none. Records that share a key meet. */
export type RuleKeys = readonly Int32Array[];

/**
 * The keys of every record by one rule. A part may offer several values (a father's name of two skeletons, either of
 * two fields); then a record has a key for each combination, at most `MOST_KEYS`. The same on every machine, so that
 * keys may be stored and looked up.
 */
export function keysOfRule(table: LinkTable, settings: LinkSettings, rule: BlockingRule): RuleKeys {
  const parts = rule.map((part) => offersOf(table, settings, part));
  const seed = hashText(rule.join('+'));
  const slots: Int32Array[] = [];
  const keys = new Int32Array(MOST_KEYS);
  const next = new Int32Array(MOST_KEYS);
  for (let record = 0; record < table.count; record += 1) {
    let count = 1;
    keys[0] = seed;
    for (const offers of parts) {
      let made = 0;
      for (const offer of offers) {
        const value = offer(record);
        if (value === 0) continue;
        for (let i = 0; i < count && made < MOST_KEYS; i += 1) {
          const key = hashWith(keys[i] ?? 0, value);
          if (isNew(next, made, key)) {
            next[made] = key;
            made += 1;
          }
        }
      }
      keys.set(next);
      count = made;
      if (count === 0) break;
    }
    for (let i = 0; i < count; i += 1) {
      const slot = (slots[i] ??= sharedIntegers(table.count));
      slot[record] = keys[i] ?? 0;
    }
  }
  return slots;
}

const MOST_KEYS = 6;

type Offer = (record: number) => number;

/**
 * What a part `field|field:part` offers. Of names and texts: `fold`, `skeleton`, `head` (first two consonant classes),
 * `initial`; of dates: `date`, `unordered` (day and month in either order), `year`, `yearMonth`, `monthDay`; of places
 * `region` and `unit`; of codes `value`. `given~parent|family:skeleton` offers two values in either order, for names
 * whose roles were exchanged.
 */
function offersOf(table: LinkTable, settings: LinkSettings, part: string): Offer[] {
  const [one, other, ...more] = part.split('~');
  if (one !== undefined && other !== undefined && more.length === 0) {
    const what = other.split(':')[1] ?? '';
    const second = offersOf(table, settings, other);
    return offersOf(table, settings, `${one}:${what}`).flatMap((left) =>
      second.map(
        (right): Offer =>
          (record) =>
            unordered(left(record), right(record)),
      ),
    );
  }
  const [fields = '', what = 'value'] = part.split(':');
  return fields.split('|').flatMap((name) => {
    const { kind } = fieldOf(settings, name);
    const values = table.values[name] ?? new Int32Array();
    switch (kind) {
      case 'given':
      case 'parent':
      case 'family':
      case 'text':
        return wordColumns(table, what).map(
          (column): Offer =>
            (record) =>
              column[values[record] ?? 0] ?? 0,
        );
      case 'date':
        return [dateOffer(values, what)];
      case 'place':
        return [(record) => (what === 'region' ? regionOf(values[record] ?? 0) : (values[record] ?? 0))];
      case 'code':
        return [(record) => table.codeHash[values[record] ?? 0] ?? 0];
      case 'sex':
        return [(record) => values[record] ?? 0];
      default:
        return [];
    }
  });
}

function wordColumns({ words }: LinkTable, what: string): readonly Int32Array[] {
  switch (what) {
    case 'fold':
      return [words.foldHash];
    case 'skeleton':
      return words.skeletons;
    case 'head':
      return [words.head];
    case 'initial':
      return [words.initial];
    default:
      throw new Error(`A name has no part ${what} to block by`);
  }
}

function dateOffer(values: Int32Array, what: string): Offer {
  const part = DATE_PARTS[what];
  if (part === undefined) throw new Error(`A date has no part ${what} to block by`);
  return (record) => {
    const code = values[record] ?? 0;
    return code === 0 ? 0 : part(decodeDate(code));
  };
}

type Parts = ReturnType<typeof decodeDate>;

const DATE_PARTS: Readonly<Record<string, (date: Parts) => number>> = {
  date: ({ year, month, day }) => (day === 0 ? 0 : year * 512 + month * 32 + day),
  unordered: ({ year, month, day }) =>
    day === 0 ? 0 : year * 512 + Math.min(month, day) * 32 + Math.max(month, day),
  year: ({ year }) => year,
  yearMonth: ({ year, month }) => (month === 0 ? 0 : year * 16 + month),
  monthDay: ({ month, day }) => (day === 0 ? 0 : month * 32 + day),
};

function unordered(x: number, y: number): number {
  return x === 0 || y === 0 ? 0 : x < y ? hashWith(x, y) : hashWith(y, x);
}

function isNew(keys: Int32Array, count: number, key: number): boolean {
  for (let i = 0; i < count; i += 1) if (keys[i] === key) return false;
  return true;
}
