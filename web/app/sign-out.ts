/** Ends the session at the node, then at the provider where it has a page for that. */
export async function signOut(): Promise<void> {
  const reply = await fetch('/auth/sign-out', { method: 'POST', headers: { 'x-urtuu': '1' } });
  const body: unknown = reply.ok ? await reply.json() : undefined;
  location.assign(locationOf(body) ?? '/');
}

function locationOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('location' in body)) return undefined;
  return typeof body.location === 'string' ? body.location : undefined;
}
