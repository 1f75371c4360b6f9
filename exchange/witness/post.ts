/** One `add-checkpoint` to a witness, and what came of it. Redirects are not followed. */
import { parseCount } from '@urtuu/evidence';
import type { Context } from '../context.ts';
import { readBounded } from '../partner-client.ts';
import { SIZE_MEDIA } from './contract.ts';

export type WitnessAnswer =
  | { readonly kind: 'cosigned'; readonly lines: string }
  /** the witness has cosigned up to another size */
  | { readonly kind: 'conflict'; readonly size: number }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'silent' };

/** Sixteen cosignatures of ML-DSA-44 fit. */
const MOST_BYTES = 64 * 1024;

export async function postToWitness(context: Context, url: string, body: string): Promise<WitnessAnswer> {
  try {
    const response = await context.fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(context.schedule.timeout),
    });
    const text = (await readBounded(response, MOST_BYTES)).toString();
    const size = parseCount(text.trimEnd());
    if (response.status === 200) return { kind: 'cosigned', lines: text };
    const tells = response.status === 409 && response.headers.get('content-type')?.startsWith(SIZE_MEDIA);
    return tells === true && size !== undefined
      ? { kind: 'conflict', size }
      : { kind: 'refused', status: response.status };
  } catch {
    return { kind: 'silent' };
  }
}
