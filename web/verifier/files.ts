/** Files that somebody chose or dropped, each put where it belongs by what it holds. */
import {
  readKeys,
  verifyEvidence,
  type Evidence,
  type EvidenceRefusal,
  type TrustedKeys,
} from '@urtuu/evidence';
import type { Result } from '@urtuu/kernel';

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Place = 'proof' | 'document' | 'keys';

export interface Given {
  readonly proof?: GivenFile;
  readonly document?: GivenFile;
  readonly keys: readonly GivenFile[];
}

export const NOTHING: Given = { keys: [] };

/** Where a file belongs: a proof says so in its first line, a signed document has payload and signatures. */
export function placeOf(file: GivenFile): Place {
  const text = textOf(file);
  if (text.startsWith('c2sp.org/tlog-proof')) return 'proof';
  return /^\s*\{/.test(text) && text.includes('"signatures"') ? 'document' : 'keys';
}

/** A second proof or document takes the place of the first; key files add up, one of the same name replaces. */
export function withFile(given: Given, place: Place, file: GivenFile): Given {
  if (place !== 'keys') return { ...given, [place]: file };
  return { ...given, keys: [...given.keys.filter(({ name }) => name !== file.name), file] };
}

export type Outcome =
  | { readonly kind: 'missing'; readonly places: readonly Place[] }
  | { readonly kind: 'keys-malformed'; readonly file: string }
  | {
      readonly kind: 'checked';
      readonly verdict: Result<Evidence, EvidenceRefusal>;
      readonly keys: TrustedKeys;
    };

export function check({ proof, document, keys }: Given): Outcome {
  if (proof === undefined || document === undefined || keys.length === 0) {
    const places: (Place | false)[] = [
      proof === undefined && 'proof',
      document === undefined && 'document',
      keys.length === 0 && 'keys',
    ];
    return { kind: 'missing', places: places.filter((place) => place !== false) };
  }
  const read = readKeys(keys.map(textOf));
  if (!read.ok) return { kind: 'keys-malformed', file: keys[read.error.at]?.name ?? '' };
  const verdict = verifyEvidence({ proof: textOf(proof), document: document.bytes }, read.value);
  return { kind: 'checked', verdict, keys: read.value };
}

/** The content of a signed document, for reading; empty where it has none. */
export function contentOf({ document }: Given): string {
  if (document === undefined) return '';
  try {
    const { payload } = JSON.parse(textOf(document)) as { payload: string };
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    return JSON.stringify(JSON.parse(new TextDecoder().decode(bytes)), null, 2);
  } catch {
    return '';
  }
}

function textOf({ bytes }: GivenFile): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
