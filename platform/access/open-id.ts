/** The identity provider, by OpenID Connect: authorization code flow with PKCE, state and nonce. */
import * as oidc from 'openid-client';
import { ROLES, type Role } from '../http/contract-table.ts';
import type { Principal } from './principal.ts';

export interface OpenIdOptions {
  /** Issuer address of the provider; http is accepted for this machine's own addresses alone. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Names of the claims that tell roles, institution and person. */
  readonly claims?: Partial<ClaimNames>;
}

export interface ClaimNames {
  readonly roles: string;
  readonly institution: string;
  readonly person: string;
}

export const CLAIM_NAMES: ClaimNames = {
  roles: 'urtuu_roles',
  institution: 'urtuu_institution',
  person: 'urtuu_person',
};

/** What must be remembered between sending somebody to the provider and the return. */
export interface Flow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface SignedInAtProvider {
  readonly principal: Principal;
  readonly idToken: string | undefined;
}

export interface OpenIdProvider {
  /** Where to send somebody to sign in. */
  begin(redirectUri: string): Promise<{ readonly url: URL; readonly flow: Flow }>;
  /** Exchanges the code in the returning address; throws where anything does not fit. */
  complete(returned: URL, flow: Flow): Promise<SignedInAtProvider>;
  /** Where to end the provider's own session, if it offers that. */
  signOutUrl(idToken: string | undefined, returnTo: string): Promise<URL | undefined>;
}

/** The provider is asked about itself at the first sign-in, so a node starts while it is away. */
export function openIdProvider(options: OpenIdOptions): OpenIdProvider {
  const names = { ...CLAIM_NAMES, ...options.claims };
  let discovered: Promise<oidc.Configuration> | undefined;
  const configuration = (): Promise<oidc.Configuration> => {
    discovered ??= discover(options).catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
    return discovered;
  };
  return {
    async begin(redirectUri) {
      const config = await configuration();
      const flow = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      });
      return { url, flow };
    },
    async complete(returned, flow) {
      const config = await configuration();
      const tokens = await oidc.authorizationCodeGrant(config, returned, {
        pkceCodeVerifier: flow.verifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('The provider sent no ID token');
      const all = await withUserInfo(config, tokens.access_token, claims, names.roles);
      return { principal: principalOf(claims.sub, all, names), idToken: tokens.id_token };
    },
    async signOutUrl(idToken, returnTo) {
      const config = await configuration();
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
      return oidc.buildEndSessionUrl(config, {
        post_logout_redirect_uri: returnTo,
        ...(idToken === undefined ? {} : { id_token_hint: idToken }),
      });
    },
  };
}

function discover(options: OpenIdOptions): Promise<oidc.Configuration> {
  const issuer = new URL(options.issuer);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname);
  return oidc.discovery(issuer, options.clientId, options.clientSecret, undefined, {
    execute: issuer.protocol === 'http:' && local ? [oidc.allowInsecureRequests] : [],
    timeout: 10,
  });
}

type Claims = Readonly<Record<string, unknown>>;

/** Providers that follow OpenID Connect Core 5.4 to the letter send claims of scopes by UserInfo alone. */
async function withUserInfo(
  config: oidc.Configuration,
  accessToken: string,
  claims: oidc.IDToken,
  rolesClaim: string,
): Promise<Claims> {
  const complete = claims[rolesClaim] !== undefined && claims.name !== undefined;
  if (complete || config.serverMetadata().userinfo_endpoint === undefined) return claims;
  return { ...(await oidc.fetchUserInfo(config, accessToken, claims.sub)), ...claims };
}

/** Unknown roles are left out; somebody without any role signs in and may do nothing. */
function principalOf(subject: string, claims: Claims, names: ClaimNames): Principal {
  const given = claims[names.roles];
  const stated: readonly unknown[] = Array.isArray(given) ? given : [given];
  const institutionId = textOf(claims[names.institution]);
  const personKey = textOf(claims[names.person]);
  return {
    subject,
    name: textOf(claims.name) ?? subject,
    roles: ROLES.filter((role: Role) => stated.includes(role)),
    ...(institutionId === undefined ? {} : { institutionId }),
    ...(personKey === undefined ? {} : { personKey }),
  };
}

function textOf(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim !== '' ? claim : undefined;
}
