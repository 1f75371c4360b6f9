/** Serves the built console: hashed files for a year, the page itself always fresh, its own addresses as the page. */
import fastifyStatic from '@fastify/static';
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { HttpServer } from './server.ts';

/** Addresses that are never the console's. */
const NOT_PAGES = /^\/(?:api|x|auth|assets|healthz|readyz|metrics)(?:\/|$)/;

/**
 * A page in one file brings script and style in itself, and says by hash which; beyond that it may do nothing, not even
 * speak with its own node.
 */
const ALONE =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * @param dir folder of the build, with `index.html` and hashed files under `assets/`. Throws if it is not built.
 */
export async function serveConsole(server: HttpServer, dir: string): Promise<void> {
  if (!existsSync(join(dir, 'index.html'))) {
    throw new Error(`The console is not built: ${dir} has no index.html. Run npm run build.`);
  }
  await server.app.register(fastifyStatic, {
    root: dir,
    index: false,
    wildcard: false,
    cacheControl: false,
    setHeaders(response, file) {
      const hashed = file.includes(`${sep}assets${sep}`);
      const forever = 'public, max-age=31536000, immutable';
      response.header('cache-control', hashed ? forever : 'no-cache');
      const isAlone = file.endsWith('.html') && !file.endsWith(`${sep}index.html`);
      if (isAlone) response.header('content-security-policy', ALONE);
    },
  });
  server.setFallback((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const isPage = request.method === 'GET' && !NOT_PAGES.test(path) && !/\.\w+$/.test(path);
    if (isPage) void reply.sendFile('index.html');
    return isPage;
  });
}
