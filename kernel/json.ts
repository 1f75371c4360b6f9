import { ok, refuse, type Result } from './result.ts';

/** A value of I-JSON (RFC 7493) as Urtuu signs it: integers only, amounts travel as decimal strings. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [member: string]: Json;
}

/** Whether a value is an object with members: no list, not null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list; unlike `Array.isArray` it keeps the list read-only. */
export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export type JsonRefusalCode =
  | 'json-syntax'
  | 'json-duplicate-member'
  | 'json-lone-surrogate'
  | 'json-nul'
  | 'json-forbidden-member'
  | 'json-number'
  | 'json-too-deep'
  | 'json-too-large';

export interface JsonRefusal {
  readonly code: JsonRefusalCode;
  /** RFC 6901 pointer to the place, '' for the whole text */
  readonly pointer: string;
  /** offset in the text, in UTF-16 code units */
  readonly offset: number;
}

export interface JsonLimits {
  readonly maxDepth: number;
  /** UTF-16 code units */
  readonly maxLength: number;
  /** Refuse numbers that are not safe integers. Signed documents set it; plain import files need not. */
  readonly integersOnly: boolean;
}

/** Limits of the exchange profile: depth 64, 10 MiB, safe integers only. */
export const EXCHANGE_JSON_LIMITS: JsonLimits = {
  maxDepth: 64,
  maxLength: 10 * 1024 * 1024,
  integersOnly: true,
};

/**
 * The canonical text of a value by RFC 8785 (JCS). Members are emitted in UTF-16 order, recursively: sorting keys
 * into an object and calling JSON.stringify is wrong for integer-like keys. No Unicode normalisation.
 * Throws on a lone surrogate or a non-finite number, which no parsed value contains.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('A canonical number is finite');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new Error('A canonical string has no lone surrogate');
    return JSON.stringify(value);
  }
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members: string[] = [];
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member !== undefined) members.push(`${canonicalJson(name)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}

/** Parses JSON and refuses what `JSON.parse` lets through: duplicate members, lone surrogates, U+0000, `__proto__`, depth. */
export function parseStrictJson(text: string, limits: JsonLimits): Result<Json, JsonRefusal> {
  if (text.length > limits.maxLength)
    return refuse({ code: 'json-too-large', pointer: '', offset: limits.maxLength });
  try {
    return ok(new StrictParser(text, limits).document());
  } catch (error) {
    if (error instanceof StrictJsonError) return refuse(error.refusal);
    throw error;
  }
}

/** Appends a member or index to an RFC 6901 pointer. */
export function pointerTo(parent: string, step: string | number): string {
  return `${parent}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

class StrictJsonError extends Error {
  readonly refusal: JsonRefusal;
  constructor(refusal: JsonRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WHITESPACE = /[ \t\n\r]*/y;
/** A run of a string: every code unit from the space on but `"` and `\\`. */
const PLAIN_RUN = /[ !#-[\]-\uffff]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

class StrictParser {
  #at = 0;
  #depth = 0;
  readonly #text: string;
  readonly #limits: JsonLimits;

  constructor(text: string, limits: JsonLimits) {
    this.#text = text;
    this.#limits = limits;
  }

  document(): Json {
    const value = this.#value('');
    this.#space();
    if (this.#at !== this.#text.length) this.#fail('json-syntax', '');
    return value;
  }

  #value(pointer: string): Json {
    this.#space();
    const next = this.#text[this.#at];
    if (next === '{') return this.#nested(pointer, () => this.#object(pointer));
    if (next === '[') return this.#nested(pointer, () => this.#array(pointer));
    if (next === '"') return this.#string(pointer);
    for (const [word, value] of WORDS) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    return this.#number(pointer);
  }

  #nested<T>(pointer: string, parse: () => T): T {
    this.#depth += 1;
    if (this.#depth > this.#limits.maxDepth) this.#fail('json-too-deep', pointer);
    this.#at += 1;
    const value = parse();
    this.#depth -= 1;
    return value;
  }

  #object(pointer: string): JsonObject {
    const members: Record<string, Json> = {};
    if (this.#take('}')) return members;
    do {
      this.#space();
      const name = this.#string(pointer);
      const here = pointerTo(pointer, name);
      if (name === '__proto__') this.#fail('json-forbidden-member', here);
      if (Object.hasOwn(members, name)) this.#fail('json-duplicate-member', here);
      if (!this.#take(':')) this.#fail('json-syntax', here);
      members[name] = this.#value(here);
    } while (this.#take(','));
    if (!this.#take('}')) this.#fail('json-syntax', pointer);
    return members;
  }

  #array(pointer: string): Json[] {
    const items: Json[] = [];
    if (this.#take(']')) return items;
    do {
      items.push(this.#value(pointerTo(pointer, items.length)));
    } while (this.#take(','));
    if (!this.#take(']')) this.#fail('json-syntax', pointer);
    return items;
  }

  #string(pointer: string): string {
    const start = this.#at;
    if (this.#text[start] !== '"') return this.#fail('json-syntax', pointer);
    this.#at += 1;
    // Runs, not one pattern for the whole string: a repeated group keeps a place to return to per character, and a
    // sealed document of megabytes overflows the stack of the regular expression.
    do this.#match(PLAIN_RUN);
    while (this.#match(ESCAPE) !== undefined);
    if (this.#text[this.#at] !== '"') return this.#fail('json-syntax', pointer);
    this.#at += 1;
    const value: unknown = JSON.parse(this.#text.slice(start, this.#at));
    if (typeof value !== 'string') return this.#fail('json-syntax', pointer);
    if (!value.isWellFormed()) this.#fail('json-lone-surrogate', pointer);
    // No column of PostgreSQL holds U+0000: what passed here would fail later, half on its way.
    if (value.includes('\0')) this.#fail('json-nul', pointer);
    return value;
  }

  #number(pointer: string): number {
    const raw = this.#match(NUMBER);
    if (raw === undefined) return this.#fail('json-syntax', pointer);
    const value = Number(raw);
    const allowed = this.#limits.integersOnly ? Number.isSafeInteger(value) : Number.isFinite(value);
    if (!allowed || Object.is(value, -0)) this.#fail('json-number', pointer);
    return value;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return undefined;
    this.#at = pattern.lastIndex;
    return match[0];
  }

  #take(mark: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #space(): void {
    this.#match(WHITESPACE);
  }

  #fail(code: JsonRefusalCode, pointer: string): never {
    throw new StrictJsonError({ code, pointer, offset: this.#at });
  }
}

const WORDS: readonly (readonly [string, Json])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
