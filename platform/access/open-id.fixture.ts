/** A real OpenID provider for the tests: whoever comes is signed in as the account named by the `login` parameter. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import Provider, { interactionPolicy } from 'oidc-provider';

export interface TestProvider {
  readonly issuer: string;
  /** The account that the next visitor becomes. */
  become(account: string): void;
  stop(): Promise<void>;
}

type Claims = Readonly<Record<string, unknown>>;

export async function startTestProvider(options: {
  readonly redirectUri: string;
  readonly accounts: Readonly<Record<string, Claims>>;
  /** Send claims by UserInfo alone, as OpenID Connect Core 5.4 has it. */
  readonly claimsByUserInfo: 'yes' | 'no';
}): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  const policy = interactionPolicy.base();
  policy.remove('consent');
  let account = '';
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...privateKey.export({ format: 'jwk' }), kty: 'RSA', use: 'sig', alg: 'RS256' };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'urtuu',
        client_secret: 'a-secret-of-the-test',
        redirect_uris: [options.redirectUri],
        post_logout_redirect_uris: [new URL('/', options.redirectUri).toString()],
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['test'] },
    claims: { openid: ['sub'], profile: ['name', 'urtuu_roles', 'urtuu_institution', 'urtuu_person'] },
    conformIdTokenClaims: options.claimsByUserInfo === 'yes',
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}`, policy },
    async loadExistingGrant({ oidc: { client, session, provider } }) {
      const grant = new provider.Grant({
        ...(client === undefined ? {} : { clientId: client.clientId }),
        ...(session?.accountId === undefined ? {} : { accountId: session.accountId }),
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, ...options.accounts[sub] }),
    }),
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  });
  const rest = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void rest(request, response);
    provider
      .interactionFinished(request, response, { login: { accountId: account } })
      .catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
  });
  return {
    issuer,
    become: (next) => void (account = next),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
