/**
 * Remembers what was made for a key, for at most `most` keys; then it begins anew. For results that depend on the key
 * alone and recur.
 */
export function remembered<Value>(most: number): (key: string, make: () => Value) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) return found.value;
    if (known.size >= most) known.clear();
    const value = make();
    known.set(key, { value });
    return value;
  };
}
