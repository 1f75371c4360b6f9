import type { FastifyReply } from 'fastify';

/** A signal that aborts when the caller goes away or the time is over; `end` it when the answer is there. */
export function limitTime(
  reply: FastifyReply,
  millis: number,
): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new DOMException('The time is over', 'TimeoutError')),
    millis,
  );
  const gone = (): void => controller.abort(new DOMException('The caller is gone', 'AbortError'));
  reply.raw.once('close', gone);
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      reply.raw.off('close', gone);
    },
  };
}
