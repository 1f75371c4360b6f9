/** What the provider remembers between two requests. Its end is the provider's end: everybody signs in anew. */
import type { Adapter, AdapterConstructor, AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

/** Entries beyond this number push out the oldest; a demonstration never comes near it. */
const MOST_ENTRIES = 20_000;

/** @param now milliseconds since the epoch */
export function memoryStore(now: () => number): AdapterConstructor {
  const entries = new Map<string, Entry>();

  const read = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key);
    if (entry !== undefined && entry.expiresAt <= now()) entries.delete(key);
    else return entry?.payload;
  };

  const search = (kind: string, member: 'uid' | 'userCode', value: string): AdapterPayload | undefined => {
    for (const [key, { payload, expiresAt }] of entries) {
      if (key.startsWith(`${kind}:`) && payload[member] === value && expiresAt > now()) return payload;
    }
    return undefined;
  };

  return class implements Adapter {
    readonly #kind: string;

    constructor(kind: string) {
      this.#kind = kind;
    }

    upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
      const [oldest] = entries.keys();
      if (entries.size >= MOST_ENTRIES && oldest !== undefined) entries.delete(oldest);
      const expiresAt = expiresIn > 0 ? now() + expiresIn * 1000 : Infinity;
      entries.set(`${this.#kind}:${id}`, { payload, expiresAt });
      return Promise.resolve();
    }

    find(id: string): Promise<AdapterPayload | undefined> {
      return Promise.resolve(read(`${this.#kind}:${id}`));
    }

    findByUid(uid: string): Promise<AdapterPayload | undefined> {
      return Promise.resolve(search(this.#kind, 'uid', uid));
    }

    findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
      return Promise.resolve(search(this.#kind, 'userCode', userCode));
    }

    consume(id: string): Promise<void> {
      const key = `${this.#kind}:${id}`;
      const entry = entries.get(key);
      if (entry !== undefined) {
        entries.set(key, { ...entry, payload: { ...entry.payload, consumed: Math.floor(now() / 1000) } });
      }
      return Promise.resolve();
    }

    destroy(id: string): Promise<void> {
      entries.delete(`${this.#kind}:${id}`);
      return Promise.resolve();
    }

    revokeByGrantId(grantId: string): Promise<void> {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
      return Promise.resolve();
    }
  };
}
