import type { CaseView } from '@urtuu/pensions/contract';

const FIRST_MS = 2_000;
const SLOWER = 1.6;
const MOST_MS = 60_000;
/** After so many readings without news nobody is sitting in front of it any more. */
const MOST_READINGS = 20;

/**
 * When to look again whether the other side has answered. Every reading of a case is recorded and shown to the person,
 * so it is read again only while something is awaited, at growing distances, and not for ever.
 */
export class Cadence {
  #seen: CaseView | undefined;
  #readAt = 0;
  #readings = 0;

  /**
   * Milliseconds until the next reading; false for none.
   * @param readAt when `view` was read; the same reading asked twice counts once
   */
  next(view: CaseView | undefined, readAt: number): number | false {
    if (view !== this.#seen) this.#readings = 0;
    else if (readAt !== this.#readAt) this.#readings += 1;
    this.#seen = view;
    this.#readAt = readAt;
    if (view === undefined || !awaitsSomething(view) || this.#readings >= MOST_READINGS) return false;
    return Math.min(MOST_MS, Math.round(FIRST_MS * SLOWER ** this.#readings));
  }
}

const REGISTER_ANSWERS: ReadonlySet<string> = new Set(['registerRead', 'registerNotFound']);
const UNDER_WAY: ReadonlySet<string> = new Set(['queued', 'sending', 'delivered', 'accepted']);

/** The own register, the partner, or a receipt is still to come. A case that waits for a human changes by a human. */
export function awaitsSomething({ waitingFor, events, transmissions }: CaseView): boolean {
  if (waitingFor === 'partner') return true;
  if (!events.some(({ code }) => REGISTER_ANSWERS.has(code))) return true;
  return transmissions.some(({ state }) => UNDER_WAY.has(state));
}
