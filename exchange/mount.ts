/** The exchange on the platform's server: its routes, and signed answers for partners. */
import { registerRoutes, type HttpServer, type PartnerCheck } from '@urtuu/platform';
import type { Context } from './context.ts';
import { exchangeContract } from './contract.ts';
import type { Exchange } from './exchange.ts';
import { contentDigest } from './http-signature/content-digest.ts';
import { signResponse } from './http-signature/sign.ts';
import { requestParts } from './inbox/partner-check.ts';

/** Path under which partners call. */
const PARTNER_PATH = '/x/v1/';

export function mountExchange(
  context: Context,
  server: HttpServer,
  exchange: { readonly routes: Exchange['routes']; readonly partner: PartnerCheck },
): void {
  // Last of all, when the bytes of the answer are known; problems are signed too, so that a partner can trust a refusal.
  server.app.addHook('onSend', (request, reply, payload, done) => {
    const digest = request.headers['content-digest'];
    if (request.url.startsWith(PARTNER_PATH) && typeof digest === 'string') {
      const body = bytesOf(payload);
      const asked = requestParts(context, request);
      const headers = { 'content-digest': contentDigest(body) };
      const at = context.clock();
      const key = context.keys.active('http', at);
      const signature = signResponse({ status: reply.statusCode, headers, request: asked }, { key, at });
      reply.headers({ ...headers, ...signature });
    }
    done(null, payload);
  });
  registerRoutes(server, exchangeContract, exchange.routes, { partner: exchange.partner });
}

function bytesOf(payload: unknown): Uint8Array {
  if (payload instanceof Uint8Array) return payload;
  return typeof payload === 'string' ? Buffer.from(payload) : Buffer.alloc(0);
}
