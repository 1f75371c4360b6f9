/** One signed request to a partner node, and what came of it. Redirects are not followed: the address is in the profile. */
import { randomUUID } from 'node:crypto';
import type { Context } from './context.ts';
import type { Institution } from './directory/directory.ts';
import { contentDigest } from './http-signature/content-digest.ts';
import type { HttpRequestParts } from './http-signature/message.ts';
import { signRequest } from './http-signature/sign.ts';
import { verifyResponse } from './http-signature/verify.ts';

export interface PartnerRequest {
  readonly method: 'GET' | 'POST';
  /** path under the partner's base address */
  readonly path: string;
  readonly body?: string;
  readonly contentType?: string;
  readonly idempotencyKey?: string;
}

export type PartnerAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: Buffer;
      readonly retryAfter: string | null;
      /** the answer to this very request, signed by the partner; anything else may come from a box in between */
      readonly signed: boolean;
    }
  | {
      readonly kind: 'silence';
      readonly problem: 'transport/unavailable' | 'transport/timeout';
      /** the partner may have received it */
      readonly connected: boolean;
    };

/** Answers of partners are receipts and problems; more than this is not read. */
const MAX_ANSWER_BYTES = 10 * 1024 * 1024;

export async function callPartner(
  context: Context,
  partner: Institution,
  request: PartnerRequest,
): Promise<PartnerAnswer> {
  const bytes = Buffer.from(request.body ?? '');
  const plain: HttpRequestParts = {
    method: request.method,
    targetUri: partner.baseUrl + request.path,
    headers: {
      'content-digest': contentDigest(bytes),
      ...(request.contentType === undefined ? {} : { 'content-type': request.contentType }),
      ...(request.method === 'POST' ? { 'idempotency-key': request.idempotencyKey ?? randomUUID() } : {}),
    },
  };
  const at = context.clock();
  const nonce = Buffer.from(context.random(18)).toString('base64url');
  const headers = {
    ...plain.headers,
    ...signRequest(plain, { key: context.keys.active('http', at), at, nonce }),
  };
  const parts = { ...plain, headers };
  try {
    const response = await context.fetch(plain.targetUri, {
      method: request.method,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(context.schedule.timeout),
      ...(request.body === undefined ? {} : { body: bytes }),
    });
    const body = await readBounded(response, MAX_ANSWER_BYTES);
    const answer = { status: response.status, headers: Object.fromEntries(response.headers), request: parts };
    const keyOf = (kid: string) => partner.keys.find((key) => key.kid === kid);
    const verified = verifyResponse(answer, body, { keyOf, at: context.clock() });
    return {
      kind: 'answer',
      status: response.status,
      body,
      retryAfter: response.headers.get('retry-after'),
      signed: verified.ok,
    };
  } catch (error) {
    return silenceOf(error);
  }
}

/** The body of an answer; throws where it is longer than so many bytes. */
export async function readBounded(response: Response, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > most) throw new Error('The answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Causes after which the partner certainly has nothing: no connection was made. */
const NEVER_CONNECTED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function silenceOf(error: unknown): PartnerAnswer {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError')
    return { kind: 'silence', problem: 'transport/timeout', connected: true };
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return { kind: 'silence', problem: 'transport/unavailable', connected: !NEVER_CONNECTED.has(code) };
}
