/** Verification of RFC 9421 signatures: the verifier lists what must be covered, and refuses whatever covers less. */
import { ok, refuse, type Result } from '@urtuu/kernel';
import {
  isInnerList,
  ParseError,
  parseDictionary,
  type Dictionary,
  type InnerList,
  type Parameters,
} from 'structured-headers';
import { isValidAt, type PublicKey } from '../crypto/jwk.ts';
import { signatureAlg, verifyBytes } from '../crypto/signature.ts';
import { readComponents, signatureBase } from './base.ts';
import { digestMatches } from './content-digest.ts';
import type { Component, HttpMessageParts, HttpRequestParts, HttpResponseParts } from './message.ts';
import {
  CLOCK_SKEW_SECONDS,
  HTTP_ALGS,
  MAX_LIFE_SECONDS,
  requestComponents,
  RESPONSE_COMPONENTS,
  SIGNATURE_TAG,
} from './profile.ts';

export type HttpSignatureRefusalCode =
  | 'http-signature-missing'
  | 'http-signature-malformed'
  | 'http-signature-covers-too-little'
  | 'http-signature-parameters'
  | 'http-signature-stale'
  | 'http-digest-wrong'
  | 'http-key-unknown'
  | 'http-alg-forbidden'
  | 'http-signature-invalid';

export interface HttpSignatureRefusal {
  readonly code: HttpSignatureRefusalCode;
  readonly found: string;
}

export interface VerifiedRequest {
  readonly kid: string;
  readonly nonce: string;
  /** until when the nonce must be remembered */
  readonly expires: Date;
}

export interface HttpVerifier {
  readonly keyOf: (kid: string) => PublicKey | undefined;
  readonly at: Date;
}

/** Checks digest, coverage, freshness and signature of a request. The nonce is the caller's to remember. */
export function verifyRequest(
  request: HttpRequestParts,
  body: Uint8Array,
  verifier: HttpVerifier,
): Result<VerifiedRequest, HttpSignatureRefusal> {
  const found = findSignature(request);
  if (!found.ok) return found;
  const { parameters } = found.value;
  const created = parameters.get('created');
  const expires = parameters.get('expires');
  const nonce = parameters.get('nonce');
  if (
    typeof created !== 'number' ||
    typeof expires !== 'number' ||
    typeof nonce !== 'string' ||
    nonce.length < 16
  ) {
    return refused(
      'http-signature-parameters',
      'created, expires and a nonce of at least 16 characters are required',
    );
  }
  if (expires - created > MAX_LIFE_SECONDS || expires < created) {
    return refused('http-signature-parameters', `life of ${expires - created} s`);
  }
  const now = verifier.at.getTime() / 1000;
  if (created > now + CLOCK_SKEW_SECONDS || expires < now) {
    return refused('http-signature-stale', `created ${created}, expires ${expires}, here ${Math.floor(now)}`);
  }
  if (!digestMatches(request.headers['content-digest'], body))
    return refused('http-digest-wrong', 'content-digest');
  const kid = checkSignature(request, found.value, requestComponents(request.method), verifier);
  return kid.ok ? ok({ kid: kid.value, nonce, expires: new Date(expires * 1000) }) : kid;
}

/** Checks that a response is the signed answer to this very request. Answers the key that signed. */
export function verifyResponse(
  response: HttpResponseParts,
  body: Uint8Array,
  verifier: HttpVerifier,
): Result<string, HttpSignatureRefusal> {
  const found = findSignature(response);
  if (!found.ok) return found;
  if (!digestMatches(response.headers['content-digest'], body))
    return refused('http-digest-wrong', 'content-digest');
  return checkSignature(response, found.value, RESPONSE_COMPONENTS, verifier);
}

interface FoundSignature {
  readonly components: readonly Component[];
  readonly parameters: Parameters;
  readonly signature: Uint8Array;
}

/** The one signature with our tag; others may stand beside it and are not ours to judge. */
function findSignature(message: HttpMessageParts): Result<FoundSignature, HttpSignatureRefusal> {
  const inputs = parseField(message.headers['signature-input']);
  const signatures = parseField(message.headers['signature']);
  if (inputs === 'missing' || signatures === 'missing')
    return refused('http-signature-missing', 'no signature fields');
  if (inputs === 'malformed' || signatures === 'malformed')
    return refused('http-signature-malformed', 'signature fields');
  const ours = [...inputs].filter((entry): entry is [string, InnerList] => {
    const [, value] = entry;
    return isInnerList(value) && value[1].get('tag') === SIGNATURE_TAG;
  });
  const [only] = ours;
  if (only === undefined || ours.length > 1)
    return refused('http-signature-missing', `${ours.length} signatures tagged ${SIGNATURE_TAG}`);
  const [label, list] = only;
  const components = readComponents(list);
  const value = signatures.get(label)?.[0];
  if (components === undefined || !(value instanceof ArrayBuffer))
    return refused('http-signature-malformed', label);
  return ok({ components, parameters: list[1], signature: new Uint8Array(value) });
}

function checkSignature(
  message: HttpMessageParts,
  found: FoundSignature,
  required: readonly Component[],
  verifier: HttpVerifier,
): Result<string, HttpSignatureRefusal> {
  const { components, parameters, signature } = found;
  const missing = required.find(
    (wanted) => !components.some((has) => has.name === wanted.name && has.req === wanted.req),
  );
  if (missing !== undefined) return refused('http-signature-covers-too-little', missing.name);
  const kid = parameters.get('keyid');
  if (typeof kid !== 'string') return refused('http-signature-parameters', 'keyid');
  const key = verifier.keyOf(kid);
  if (key === undefined || key.use !== 'http' || !isValidAt(key, verifier.at))
    return refused('http-key-unknown', kid);
  if (parameters.get('alg') !== HTTP_ALGS[signatureAlg(key)])
    return refused('http-alg-forbidden', `for ${kid}`);
  const base = signatureBase(message, components, parameters);
  if (base === undefined)
    return refused('http-signature-malformed', 'a covered component is not in the message');
  return verifyBytes(key, Buffer.from(base), signature) ? ok(kid) : refused('http-signature-invalid', kid);
}

function parseField(text: string | undefined): Dictionary | 'missing' | 'malformed' {
  if (text === undefined || text === '') return 'missing';
  try {
    return parseDictionary(text);
  } catch (error) {
    if (error instanceof ParseError) return 'malformed';
    throw error;
  }
}

function refused(code: HttpSignatureRefusalCode, found: string): Result<never, HttpSignatureRefusal> {
  return refuse({ code, found });
}
