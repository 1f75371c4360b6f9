/** Who is calling: the HTTP signature of a partner node, each used once. */
import { ok, refuse, type Result } from '@urtuu/kernel';
import { sql, type Partner, type PartnerCheck, type RawRequest } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import { batched } from '../batch.ts';
import type { Context } from '../context.ts';
import type { DirectoryView } from '../directory/directory.ts';
import type { HttpRequestParts } from '../http-signature/message.ts';
import {
  verifyRequest,
  type HttpSignatureRefusal,
  type HttpSignatureRefusalCode,
  type VerifiedRequest,
} from '../http-signature/verify.ts';
import type { ExchangeTables } from '../tables.ts';

/** Problem of each cause; the sender reads it, so it says no more than the sender knows. */
const PROBLEMS = {
  'http-signature-missing': 'security/signature-invalid',
  'http-signature-malformed': 'security/signature-invalid',
  'http-signature-covers-too-little': 'security/signature-invalid',
  'http-signature-parameters': 'security/signature-invalid',
  'http-signature-stale': 'security/stale',
  'http-digest-wrong': 'security/signature-invalid',
  'http-key-unknown': 'security/key-unknown',
  'http-alg-forbidden': 'security/signature-invalid',
  'http-signature-invalid': 'security/signature-invalid',
} as const satisfies Record<HttpSignatureRefusalCode, string>;

export function createPartnerCheck(context: Context): PartnerCheck {
  const remember = batched((requests: readonly VerifiedRequest[]) => rememberAll(context, requests), 128);
  return async (raw) => {
    const request = requestParts(context, raw);
    const kept = await context.directory.view();
    let verified = verify(context, request, raw.bytes, kept);
    // A key imported a moment ago by another process of this node is not refused.
    if (!verified.ok && verified.error.code === 'http-key-unknown') {
      verified = verify(context, request, raw.bytes, await context.directory.fresh());
    }
    if (!verified.ok) return refused(context, verified.error, raw);
    const { kid } = verified.value;
    if (!(await remember(verified.value))) {
      return refuse({
        code: 'security/stale',
        detail: 'This nonce was used before; sign the request afresh',
      });
    }
    const owner = (await context.directory.view()).key(kid) ?? kept.key(kid);
    if (owner === undefined) return refuse({ code: 'security/key-unknown', detail: kid });
    const { institutionId, nodeId } = owner.institution;
    const partner: Partner = { institutionId, nodeId, keyId: kid };
    return ok(partner);
  };
}

/** The request as its sender meant it: our public address, not whatever Host a proxy made of it. */
export function requestParts(
  { self }: Pick<Context, 'self'>,
  raw: Omit<RawRequest, 'bytes' | 'ip'>,
): HttpRequestParts {
  const headers = Object.fromEntries(
    Object.entries(raw.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), typeof value === 'string' ? value : value.join(', ')]],
    ),
  );
  return { method: raw.method, targetUri: self.baseUrl + raw.url, headers };
}

function verify(
  { clock }: Context,
  request: HttpRequestParts,
  bytes: Uint8Array,
  directory: DirectoryView,
): Result<VerifiedRequest, HttpSignatureRefusal> {
  return verifyRequest(request, bytes, { keyOf: (kid) => directory.key(kid)?.key, at: clock() });
}

function refused(context: Context, error: HttpSignatureRefusal, raw: RawRequest): Result<never, Refusal> {
  context.logger.warn({ cause: error.code, url: raw.url, ip: raw.ip }, 'partner request refused');
  context.count('requestRefused');
  return refuse({ code: PROBLEMS[error.code], detail: `${error.code}: ${error.found}` });
}

/**
 * True for each request whose nonce is new. The commit does not wait for the disk: what a crash could bring back is a
 * repetition within minutes, and repetitions change nothing here.
 */
async function rememberAll({ database }: Context, requests: readonly VerifiedRequest[]): Promise<boolean[]> {
  const { rows } = await sql<{ kid: string; nonce: string }>`
    insert into exchange_nonce (kid, nonce, expires_at)
    select distinct on (kid, nonce) new.* from unnest(
      ${requests.map((request) => request.kid)}::text[], ${requests.map((request) => request.nonce)}::text[],
      ${requests.map((request) => request.expires)}::timestamptz[]) as new (kid, nonce, expires_at),
      set_config('synchronous_commit', 'off', true)
    on conflict do nothing returning kid, nonce`.execute(database.tables<ExchangeTables>());
  const fresh = new Set(rows.map((row) => `${row.kid} ${row.nonce}`));
  // Of two equal ones in a batch only the first is new.
  return requests.map((request) => fresh.delete(`${request.kid} ${request.nonce}`));
}
