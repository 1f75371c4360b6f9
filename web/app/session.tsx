import type { Role } from '@urtuu/platform/contract';
import { createContext, useContext } from 'react';
import type { NodeProfile } from './node-profile.ts';

export interface Session {
  readonly name: string;
  readonly roles: readonly Role[];
}

/** What every page stands on: whose node it is, and who has signed in. */
export interface Surroundings {
  /** undefined while the node has not said who it is */
  readonly node: NodeProfile | undefined;
  /** undefined: nobody has signed in */
  readonly session: Session | undefined;
}

export const CurrentSurroundings = createContext<Surroundings>({ node: undefined, session: undefined });

/** Whose node this is. */
export function useNode(): NodeProfile | undefined {
  return useContext(CurrentSurroundings).node;
}

export function useSession(): Session {
  const { session } = useContext(CurrentSurroundings);
  if (session === undefined) throw new Error('useSession stands on a page that is shown without sign-in');
  return session;
}

/** Whether the signed-in person holds one of the roles. */
export function useMay(...roles: readonly Role[]): boolean {
  const { roles: held } = useSession();
  return roles.some((role) => held.includes(role));
}
