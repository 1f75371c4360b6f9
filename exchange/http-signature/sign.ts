import { serializeDictionary, type BareItem } from 'structured-headers';
import type { PrivateKey } from '../crypto/jwk.ts';
import { signatureAlg, signBytes } from '../crypto/signature.ts';
import { innerList, signatureBase } from './base.ts';
import type {
  Component,
  HttpHeaders,
  HttpMessageParts,
  HttpRequestParts,
  HttpResponseParts,
} from './message.ts';
import {
  HTTP_ALGS,
  MAX_LIFE_SECONDS,
  requestComponents,
  RESPONSE_COMPONENTS,
  SIGNATURE_LABEL,
  SIGNATURE_TAG,
} from './profile.ts';

/** The two fields that make a message a signed one. */
export interface SignatureFields extends HttpHeaders {
  readonly 'signature-input': string;
  readonly signature: string;
}

/**
 * Signs a request for one attempt. Every attempt is signed afresh with a new nonce; the body never changes.
 * Throws where a required field is missing: the caller built the request.
 */
export function signRequest(
  request: HttpRequestParts,
  signer: { key: PrivateKey; at: Date; nonce: string },
): SignatureFields {
  const created = Math.floor(signer.at.getTime() / 1000);
  return signMessage(request, requestComponents(request.method), signer.key, [
    ['created', created],
    ['expires', created + MAX_LIFE_SECONDS],
    ['nonce', signer.nonce],
    ...keyParameters(signer.key),
  ]);
}

/** Signs a response over its status, its body and the request that it answers. */
export function signResponse(
  response: HttpResponseParts,
  signer: { key: PrivateKey; at: Date },
): SignatureFields {
  const created = Math.floor(signer.at.getTime() / 1000);
  return signMessage(response, RESPONSE_COMPONENTS, signer.key, [
    ['created', created],
    ...keyParameters(signer.key),
  ]);
}

function keyParameters(key: PrivateKey): [string, BareItem][] {
  return [
    ['keyid', key.kid],
    ['alg', HTTP_ALGS[signatureAlg(key)]],
    ['tag', SIGNATURE_TAG],
  ];
}

function signMessage(
  message: HttpMessageParts,
  components: readonly Component[],
  key: PrivateKey,
  parameters: [string, BareItem][],
): SignatureFields {
  const values = new Map(parameters);
  const base = signatureBase(message, components, values);
  if (base === undefined) throw new Error('A message to sign has every required component');
  const signature = signBytes(key, Buffer.from(base));
  return {
    'signature-input': serializeDictionary(new Map([[SIGNATURE_LABEL, innerList(components, values)]])),
    signature: serializeDictionary({ [SIGNATURE_LABEL]: new Uint8Array(signature) }),
  };
}
