/** A provider may serve many institutions: a clerk of one is nobody's clerk at another's node. */
import type { Principal, SessionSource } from '@urtuu/platform';

/** Sessions whose staff roles hold for members of this institution alone. */
export function ownStaffAlone(sessions: SessionSource, institution: string): SessionSource {
  return {
    async principalOf(headers) {
      const principal = await sessions.principalOf(headers);
      return principal && rolesHere(principal, institution);
    },
  };
}

export function rolesHere(principal: Principal, institution: string): Principal {
  if (principal.institutionId === institution) return principal;
  return { ...principal, roles: principal.roles.filter((role) => role === 'citizen') };
}
