/** Proof files (C2SP tlog-proof, `.tlog-proof`): where an entry stands in a log whose checkpoint others have seen. */
import { ok, refuse, type Result } from '@urtuu/kernel';
import { fromBase64, parseCount, toBase64 } from '../bytes.ts';
import { HASH_LENGTH } from '../merkle/tree-hash.ts';

export interface ProofFile {
  /** whatever the application needs to make the entry again; proves nothing by itself */
  readonly extra?: Uint8Array;
  readonly index: number;
  /** from the leaf's sibling up to the child of the root */
  readonly hashes: readonly Uint8Array[];
  /** a signed note */
  readonly checkpoint: string;
}

const HEAD = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^53 leaves is no higher. */
const MOST_HASHES = 63;

export function formatProofFile({ extra, index, hashes, checkpoint }: ProofFile): string {
  const extraLine = extra === undefined ? [] : [`extra ${toBase64(extra)}`];
  return [HEAD, ...extraLine, `index ${index}`, ...hashes.map(toBase64), '', checkpoint].join('\n');
}

export function parseProofFile(text: string): Result<ProofFile, { readonly code: 'proof-malformed' }> {
  const malformed = refuse({ code: 'proof-malformed' } as const);
  const border = text.indexOf('\n\n');
  const [head, ...lines] = text.slice(0, Math.max(border, 0)).split('\n');
  if (border < 0 || head !== HEAD) return malformed;
  const extraText = lines[0]?.startsWith('extra ') === true ? lines.shift()?.slice(6) : undefined;
  const extra = extraText === undefined ? undefined : fromBase64(extraText);
  const indexLine = lines.shift() ?? '';
  const index = indexLine.startsWith('index ') ? parseCount(indexLine.slice(6)) : undefined;
  const hashes: Uint8Array[] = [];
  for (const line of lines) {
    const hash = fromBase64(line);
    if (hash?.length !== HASH_LENGTH || hashes.length >= MOST_HASHES) return malformed;
    hashes.push(hash);
  }
  if (index === undefined || (extraText !== undefined && extra === undefined)) return malformed;
  return ok({ ...(extra === undefined ? {} : { extra }), index, hashes, checkpoint: text.slice(border + 2) });
}
