import type { Role } from '../contract.ts';

/** Who calls: a person signed in at the identity provider. */
export interface Principal {
  /** Stable identifier at the provider. */
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Institution for which a member of staff works, as `urn:urtuu:inst:kz:…`. */
  readonly institutionId?: string;
  /** The citizen's own person in this node's records. */
  readonly personKey?: string;
}

/** Finds who calls from the headers of a request; the sessions of `access/sessions.ts` are the usual one. */
export interface SessionSource {
  principalOf(
    headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  ): Promise<Principal | undefined>;
}

/** Nobody ever signs in: for nodes and tests without sign-in. */
export const noSessions: SessionSource = { principalOf: () => Promise.resolve(undefined) };
