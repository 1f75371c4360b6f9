/**
 * Columns of numbers in memory that threads can share, where the platform has it. They grow while records are read and
 * are then frozen to their length.
 */
export class IntegerColumn {
  #values = new Int32Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Int32Array(this.#length * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  freeze(): Int32Array {
    const frozen = sharedIntegers(this.#length);
    frozen.set(this.#values.subarray(0, this.#length));
    return frozen;
  }
}

/** Bytes of many short texts one after another, with where each begins. */
export class ByteRuns {
  #bytes = new Uint8Array(512);
  #length = 0;
  readonly #starts = new IntegerColumn();

  push(bytes: Uint8Array): void {
    this.#starts.push(this.#length);
    while (this.#length + bytes.length > this.#bytes.length) {
      const wider = new Uint8Array(this.#bytes.length * 2);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  freeze(): { readonly bytes: Uint8Array; readonly starts: Int32Array } {
    this.#starts.push(this.#length);
    const bytes = sharedBytes(this.#length);
    bytes.set(this.#bytes.subarray(0, this.#length));
    return { bytes, starts: this.#starts.freeze() };
  }
}

export function sharedIntegers(length: number): Int32Array {
  return new Int32Array(memory(length * 4));
}

export function sharedBytes(length: number): Uint8Array {
  return new Uint8Array(memory(length));
}

/** A 32-bit hash of a text (FNV-1a); never 0, which stands for no key. The same on every machine. */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return finished(hash);
}

/** A hash with one more number in it; never 0. */
export function hashWith(hash: number, value: number): number {
  return finished(Math.imul(hash ^ Math.imul(value, 0x9e3779b1), 0x85ebca6b));
}

function finished(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  mixed ^= mixed >>> 16;
  return mixed === 0 ? 1 : mixed;
}

/** Threads share it where they can; a browser without isolation has ordinary memory. */
function memory(bytes: number): ArrayBufferLike {
  return typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
}
