import type { Role } from '@urtuu/platform/contract';

/** Somebody who can sign in at the development provider, by choosing the name from a list. */
export interface DevelopmentAccount {
  /** Name to choose, as `clerk.kz`. */
  readonly account: string;
  /** Name shown in the console and in the access log. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Institution of a member of staff. */
  readonly institutionId?: string;
  /** A citizen's identifier, as `kz.iin:…`; the node finds its person by it. */
  readonly person?: string;
  /** Names of the nodes' clients at which this account may sign in. */
  readonly clients: readonly string[];
}

/** A node as the provider knows it. */
export interface DevelopmentClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Addresses of the node, such as `http://localhost:4100`. */
  readonly origins: readonly string[];
}

/** The claims of the ID token; the names are those that a real provider is asked to send. */
export function claimsOf(account: DevelopmentAccount): {
  sub: string;
  name: string;
  urtuu_roles: Role[];
  urtuu_institution?: string;
  urtuu_person?: string;
} {
  return {
    sub: account.account,
    name: account.name,
    urtuu_roles: [...account.roles],
    ...(account.institutionId === undefined ? {} : { urtuu_institution: account.institutionId }),
    ...(account.person === undefined ? {} : { urtuu_person: account.person }),
  };
}
