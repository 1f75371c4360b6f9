/** What a log sends to a witness (C2SP tlog-witness, `add-checkpoint`): the size it believes known, a proof, a note. */
import { fromBase64, parseCount, toBase64 } from '../bytes.ts';
import { HASH_LENGTH } from '../merkle/tree-hash.ts';

export interface AddCheckpoint {
  /** size of the last checkpoint that the witness cosigned; 0 if none */
  readonly old: number;
  /** consistency proof from there to the size of the checkpoint */
  readonly proof: readonly Uint8Array[];
  /** the checkpoint as a signed note */
  readonly note: string;
}

const MOST_HASHES = 63;

export function formatAddCheckpoint({ old, proof, note }: AddCheckpoint): string {
  return [`old ${old}`, ...proof.map(toBase64), '', note].join('\n');
}

/** Undefined for a body that is not of the form. */
export function parseAddCheckpoint(body: string): AddCheckpoint | undefined {
  const border = body.indexOf('\n\n');
  if (border < 0) return undefined;
  const [first = '', ...lines] = body.slice(0, border).split('\n');
  const old = first.startsWith('old ') ? parseCount(first.slice(4)) : undefined;
  const proof = lines.map(fromBase64).filter((hash) => hash?.length === HASH_LENGTH) as Uint8Array[];
  if (old === undefined || lines.length > MOST_HASHES || proof.length < lines.length) return undefined;
  return { old, proof, note: body.slice(border + 2) };
}
