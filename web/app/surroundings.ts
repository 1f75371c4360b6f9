import { queryOptions } from '@tanstack/react-query';
import { exchange, sessions } from './client.ts';
import { profileOfJws, type NodeProfile } from './node-profile.ts';
import type { Session } from './session.tsx';

const MINUTE_MS = 60_000;

/** Who has signed in; null: nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session | null> => {
    const { signedIn, name, subject, roles } = await sessions.readSession({}, signal);
    return signedIn ? { name: name ?? subject ?? '', roles } : null;
  },
  staleTime: MINUTE_MS,
  refetchInterval: MINUTE_MS,
});

/** Whose node this is. */
export const nodeQuery = queryOptions({
  queryKey: ['node'],
  queryFn: async ({ signal }): Promise<NodeProfile | null> => {
    const { profile } = await exchange.profile({}, signal);
    return profileOfJws(profile) ?? null;
  },
  staleTime: Infinity,
});
