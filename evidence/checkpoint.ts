/** A log's statement of its size and root: the text of a signed note (C2SP tlog-checkpoint), without extension lines. */
import { fromBase64, parseCount, toBase64 } from './bytes.ts';
import { HASH_LENGTH } from './merkle/tree-hash.ts';

export interface Checkpoint {
  /** name of the log, such as `urtuu.mn/mn`, in at most 255 bytes */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Undefined for any text that `checkpointText` would not write. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin, sizeText, rootText, end, ...more] = text.split('\n');
  const size = sizeText === undefined ? undefined : parseCount(sizeText);
  const root = rootText === undefined ? undefined : fromBase64(rootText);
  if (!origin || new TextEncoder().encode(origin).length > 255 || end !== '' || more.length > 0)
    return undefined;
  if (size === undefined || root?.length !== HASH_LENGTH) return undefined;
  return { origin, size, root };
}
