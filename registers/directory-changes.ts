import { ok, refuse, type Result } from '@urtuu/kernel';
import { z } from 'zod';
import { registerRefusal, type RegisterChanges, type RegisterRefusal } from './register-port.ts';

const name = z.object({
  script: z.string(),
  family: z.string().optional(),
  given: z.string(),
  patronymic: z.string().optional(),
});
const answerSchema = z.object({
  persons: z
    .array(
      z.object({
        key: z.string().min(1),
        identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
        names: z.array(name),
        birthDate: z.string().optional(),
        sex: z.enum(['male', 'female']).optional(),
        alive: z.boolean(),
      }),
    )
    .max(1000),
  mark: z.string().max(200),
  more: z.boolean(),
});

/**
 * Asks a person directory beside the gateway who has changed since a mark (`GET <url>?after=`). The national gateways
 * offer none; a simulator does.
 */
export async function directoryChanges(
  fetchUrl: typeof fetch,
  url: string | undefined,
  after: string,
  timeoutMs = 20_000,
): Promise<Result<RegisterChanges, RegisterRefusal>> {
  const service = 'person changes';
  if (url === undefined)
    return refuse(registerRefusal('notOffered', service, 'the gateway has no directory'));
  try {
    const response = await fetchUrl(`${url}?after=${encodeURIComponent(after)}`, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) return refuse(registerRefusal('unavailable', service, `HTTP ${response.status}`));
    const answer = answerSchema.safeParse(await response.json());
    return answer.success
      ? ok(answer.data)
      : refuse(registerRefusal('malformed', service, 'not a page of persons'));
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return refuse(registerRefusal(timedOut ? 'timeout' : 'unavailable', service, 'no answer'));
  }
}
