import { LinkFileFault, rowsOf } from './link-files.ts';

/**
 * The person of each record by a file of labels, -1 where it is silent. Two kinds of file: `id,person` names the person
 * of a record; `a,b` (or `id_a,id_b`), with `match` if it also holds pairs that are not, names pairs of one person. Of
 * two sources the first column is of the first and the second of the second.
 */
export async function readLabels(
  file: string,
  ids: readonly (readonly string[])[],
): Promise<Int32Array<ArrayBuffer>> {
  const offsets = ids.map((_, i) => ids.slice(0, i).reduce((sum, each) => sum + each.length, 0));
  const records = ids.map((each, i) => new Map(each.map((id, k) => [id, k + (offsets[i] ?? 0)])));
  const count = ids.reduce((sum, each) => sum + each.length, 0);
  let header: readonly string[] | undefined;
  const persons = new Map<string, number>();
  const groups = new Groups(count);
  const truth = new Int32Array(count).fill(-1);
  let isPairs = false;
  let matchAt = -1;
  for await (const row of rowsOf(file)) {
    const [first = '', second = ''] = row;
    if (header === undefined) {
      header = row.map((name) => name.trim().toLowerCase());
      isPairs = PAIR_COLUMNS.some(([a, b]) => header?.[0] === a && header[1] === b);
      matchAt = header.indexOf('match');
      if (!isPairs && header[1] !== 'person') {
        throw new LinkFileFault(`${file}: wanted the columns id,person or a,b; found ${row.join(',')}`);
      }
      continue;
    }
    if (isPairs) {
      const a = records[0]?.get(first);
      const b = (records[1] ?? records[0])?.get(second);
      if (a === undefined || b === undefined) continue;
      const differ = matchAt >= 0 && /^(?:0|no|false)$/i.test(row[matchAt]?.trim() ?? '');
      groups.know(a);
      groups.know(b);
      if (!differ) groups.join(a, b);
      continue;
    }
    const person = persons.get(second) ?? persons.size;
    persons.set(second, person);
    for (const each of records) {
      const record = each.get(first);
      if (record !== undefined) truth[record] = person;
    }
  }
  return isPairs ? groups.truth() : truth;
}

/** The person of each record by a column of the data itself; an empty cell is silent. */
export function labelsOf(values: readonly string[]): Int32Array<ArrayBuffer> {
  const persons = new Map<string, number>();
  return Int32Array.from(values, (value) => {
    if (value === '') return -1;
    const person = persons.get(value) ?? persons.size;
    persons.set(value, person);
    return person;
  });
}

const PAIR_COLUMNS = [
  ['a', 'b'],
  ['id_a', 'id_b'],
  ['id_l', 'id_r'],
] as const;

/** Records joined by labelled pairs. */
class Groups {
  readonly #parent: Int32Array<ArrayBuffer>;
  readonly #known: Uint8Array;

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, i) => i);
    this.#known = new Uint8Array(count);
  }

  know(record: number): void {
    this.#known[record] = 1;
  }

  join(a: number, b: number): void {
    this.#parent[this.#root(a)] = this.#root(b);
  }

  truth(): Int32Array<ArrayBuffer> {
    return this.#parent.map((_, record) => (this.#known[record] === 1 ? this.#root(record) : -1));
  }

  #root(record: number): number {
    let at = record;
    while (this.#parent[at] !== at) at = this.#parent[at] ?? at;
    return at;
  }
}
