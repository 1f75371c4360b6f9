/** What the exchange profile asks of an HTTP signature (RFC 9421): which components, how fresh. The verifier decides. */
import type { SignatureAlg } from '../crypto/jwk.ts';
import { component, type Component } from './message.ts';

export const SIGNATURE_TAG = 'urtuu-x1';
export const SIGNATURE_LABEL = 'urtuu';
/** Longest life of a signed request, in seconds. */
export const MAX_LIFE_SECONDS = 300;
/** How far the clocks of two nodes may stand apart, in seconds. */
export const CLOCK_SKEW_SECONDS = 60;

export const BODY_COMPONENTS: readonly Component[] = [
  '@method',
  '@target-uri',
  'content-digest',
  'content-type',
  'idempotency-key',
].map(component);

/** Of a request without a body; its digest is that of no bytes. */
export const BODILESS_COMPONENTS: readonly Component[] = ['@method', '@target-uri', 'content-digest'].map(
  component,
);

/** The answer is bound to the question. */
export const RESPONSE_COMPONENTS: readonly Component[] = [
  '@status',
  'content-digest',
  '@method;req',
  '@target-uri;req',
  'content-digest;req',
].map(component);

/** Names of RFC 9421 section 3.3 for our suites. */
export const HTTP_ALGS = { EdDSA: 'ed25519', ES256: 'ecdsa-p256-sha256' } as const satisfies Record<
  SignatureAlg,
  string
>;

export function requestComponents(method: string): readonly Component[] {
  return method === 'GET' || method === 'HEAD' ? BODILESS_COMPONENTS : BODY_COMPONENTS;
}
