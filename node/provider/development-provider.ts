/**
 * A real OpenID provider (code flow with PKCE, ID tokens signed by RS256) whose accounts have no passwords: for the
 * demonstration, development and tests. It listens on this machine alone.
 */
import { generateKeyPair, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import Provider, { interactionPolicy, type Configuration } from 'oidc-provider';
import { namesThisMachine } from '../simulators/local-host.ts';
import { claimsOf, type DevelopmentAccount, type DevelopmentClient } from './account.ts';
import { CHOOSER_POLICY, chooserPage, messagePage } from './chooser-page.ts';
import { memoryStore } from './memory-store.ts';

const SCOPE = 'openid profile';

export interface DevelopmentProviderOptions {
  /** 0 takes a free port. */
  readonly port: number;
  readonly accounts: readonly DevelopmentAccount[];
}

export interface DevelopmentProvider {
  /** Issuer address, as the nodes' `signIn.issuer`. */
  readonly issuer: string;
  /** Makes nodes known; to be called before they send anybody here. */
  admit(clients: readonly DevelopmentClient[]): void;
  stop(): Promise<void>;
}

export async function startDevelopmentProvider(
  options: DevelopmentProviderOptions,
): Promise<DevelopmentProvider> {
  const server = createServer();
  await listen(server, options.port);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The provider has no port');
  const issuer = `http://localhost:${address.port}`;
  const key = await signingKey();
  const keepsakes = { store: memoryStore(Date.now), cookieKey: randomBytes(32).toString('hex') };
  let handle: (request: IncomingMessage, response: ServerResponse) => void = unknownClients;
  server.on('request', (request, response) => {
    if (namesThisMachine(request.headers.host)) handle(request, response);
    else answerMessage(response, 421, 'This provider answers on this machine alone.');
  });
  return {
    issuer,
    admit(clients) {
      const provider = new Provider(issuer, configuration(options.accounts, clients, key, keepsakes));
      const rest = provider.callback();
      handle = (request, response) => {
        forgetSession(request);
        const isChoice = request.url?.startsWith('/choose/') === true;
        const answered = isChoice
          ? choose(provider, options.accounts, request, response)
          : Promise.resolve(rest(request, response));
        answered.catch((error: unknown) => answerMessage(response, 400, describe(error)));
      };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function unknownClients(_request: IncomingMessage, response: ServerResponse): void {
  answerMessage(response, 503, 'No node is known here yet.');
}

/** GET shows the accounts of the asking node; POST signs the chosen one in. */
async function choose(
  provider: Provider,
  accounts: readonly DevelopmentAccount[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const admitted = accounts.filter(({ clients }) => clients.includes(String(params.client_id)));
  if (request.method !== 'POST') {
    const page = chooserPage(admitted, request.headers['accept-language'], request.url ?? '');
    answerPage(response, 200, page);
    return;
  }
  const chosen = (await formOf(request)).get('account');
  if (!admitted.some(({ account }) => account === chosen) || chosen === null) {
    answerMessage(response, 422, 'There is no such account here.');
    return;
  }
  await provider.interactionFinished(request, response, { login: { accountId: chosen } });
}

function configuration(
  accounts: readonly DevelopmentAccount[],
  clients: readonly DevelopmentClient[],
  key: NonNullable<Configuration['jwks']>['keys'][number],
  { store, cookieKey }: { readonly store: Configuration['adapter']; readonly cookieKey: string },
): Configuration {
  const day = 24 * 60 * 60;
  const byName = new Map(accounts.map((account) => [account.account, account]));
  return {
    ...(store === undefined ? {} : { adapter: store }),
    clients: clients.map(({ clientId, clientSecret, origins }) => ({
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: origins.map((origin) => `${origin}/auth/callback`),
      response_types: ['code'],
      grant_types: ['authorization_code'],
      post_logout_redirect_uris: origins.map((origin) => `${origin}/`),
    })),
    jwks: { keys: [key] },
    cookies: { keys: [cookieKey] },
    claims: {
      openid: ['sub', 'name', 'urtuu_roles', 'urtuu_institution', 'urtuu_person'],
      profile: ['name'],
    },
    // The nodes read the ID token alone.
    conformIdTokenClaims: false,
    scopes: SCOPE.split(' '),
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/choose/${uid}`, policy: choosingPolicy() },
    async loadExistingGrant({ oidc }) {
      const { client, session, provider } = oidc;
      const grant = new provider.Grant({
        ...(client === undefined ? {} : { clientId: client.clientId }),
        ...(session?.accountId === undefined ? {} : { accountId: session.accountId }),
      });
      grant.addOIDCScope(SCOPE);
      await grant.save();
      return grant;
    },
    findAccount(_context, accountId) {
      const account = byName.get(accountId);
      return account && { accountId, claims: () => claimsOf(account) };
    },
    clientBasedCORS: () => false,
    renderError(context, out) {
      context.type = 'html';
      context.body = messagePage(`${out.error}: ${out.error_description ?? ''}`);
    },
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 60,
      Grant: day,
      IdToken: 3600,
      Interaction: 3600,
      Session: day,
    },
  };
}

/**
 * Two consoles share one browser: everybody chooses anew at each sign-in, so that a clerk of one is not the other's.
 * Therefore the provider never learns of the session it gave before.
 */
function forgetSession(request: IncomingMessage): void {
  const cookies = (request.headers.cookie ?? '').split('; ').filter((pair) => !pair.startsWith('_session'));
  request.headers.cookie = cookies.join('; ');
}

/** Whoever chooses an account has consented: the nodes belong to the demonstration. */
function choosingPolicy(): ReturnType<typeof interactionPolicy.base> {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
}

async function signingKey(): Promise<NonNullable<Configuration['jwks']>['keys'][number]> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return {
    ...privateKey.export({ format: 'jwk' }),
    kty: 'RSA',
    use: 'sig',
    alg: 'RS256',
    kid: 'development',
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** A form of a few bytes; more is somebody else's. */
async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 4096) throw new Error('The form is too long');
  }
  return new URLSearchParams(text);
}

function answerPage(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': CHOOSER_POLICY,
    'cache-control': 'no-store',
  });
  response.end(page);
}

function answerMessage(response: ServerResponse, status: number, text: string): void {
  if (!response.headersSent) answerPage(response, status, messagePage(text));
  else response.end();
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'This sign-in has ended. Begin again.';
}
