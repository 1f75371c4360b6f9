import { ok, refuse, type Result } from '@urtuu/kernel';
import { z } from 'zod';
import { registerPersonSchema, type RegisterPerson } from './contract.ts';
import { registerRefusal, type RegisterRefusal } from './register-port.ts';

const answerSchema = z.object({ items: z.array(registerPersonSchema).max(50) });

/** Asks a person directory beside the gateway (`GET <url>?q=`). The national gateways offer none; a simulator does. */
export async function searchDirectory(
  fetchUrl: typeof fetch,
  url: string | undefined,
  text: string,
  timeoutMs = 20_000,
): Promise<Result<readonly RegisterPerson[], RegisterRefusal>> {
  const service = 'person search';
  if (url === undefined) return refuse(registerRefusal('notOffered', service, 'the gateway has no search'));
  try {
    const response = await fetchUrl(`${url}?q=${encodeURIComponent(text)}`, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) return refuse(registerRefusal('unavailable', service, `HTTP ${response.status}`));
    const answer = answerSchema.safeParse(await response.json());
    return answer.success
      ? ok(answer.data.items)
      : refuse(registerRefusal('malformed', service, 'not a list of persons'));
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return refuse(registerRefusal(timedOut ? 'timeout' : 'unavailable', service, 'no answer'));
  }
}
