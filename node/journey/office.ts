/** One institution as a caller of its public API sees it: its staff, signed in. */
import { exchangeContract } from '@urtuu/exchange/contract';
import { pensionsContract, type CaseView, type TaskView } from '@urtuu/pensions/contract';
import { createClient, ProblemError, type Client } from '@urtuu/platform/contract';
import { setTimeout as sleep } from 'node:timers/promises';
import { signIn } from '../client/sign-in.ts';

export type Country = 'MN' | 'KZ';

export interface Office {
  readonly country: Country;
  readonly url: string;
  readonly clerk: Client<typeof pensionsContract>;
  readonly supervisor: Client<typeof pensionsContract>;
  readonly exchange: Client<typeof exchangeContract>;
}

/** Signs the clerk and the supervisor of a node in. */
export async function openOffice(country: Country, url: string): Promise<Office> {
  const id = country.toLowerCase();
  const clerk = await signIn(url, `clerk.${id}`);
  const supervisor = await signIn(url, `supervisor.${id}`);
  const options = (who: typeof clerk) => ({
    baseUrl: url,
    fetch,
    headers: () => ({ ...who.headers(), 'x-urtuu-purpose': 'claim-processing' }),
  });
  return {
    country,
    url,
    clerk: createClient(pensionsContract, options(clerk)),
    supervisor: createClient(pensionsContract, options(supervisor)),
    exchange: createClient(exchangeContract, options(clerk)),
  };
}

/** Something the corridor should have done by itself by now. */
export class NothingMoves extends Error {
  constructor(what: string, seen: string) {
    super(`Waited in vain: ${what}. Seen last: ${seen}`);
    this.name = 'NothingMoves';
  }
}

export interface Waiting {
  /** Milliseconds. */
  readonly patience: number;
  readonly stop?: AbortSignal;
}

const PAUSE = 60;

/** The case as soon as `fits` says so. A node that is away for a moment is asked again. */
export async function awaitCase(
  office: Office,
  caseId: string,
  what: string,
  fits: (view: CaseView) => boolean,
  { patience, stop }: Waiting,
): Promise<CaseView> {
  const deadline = performance.now() + patience;
  let seen = 'no case';
  while (performance.now() < deadline) {
    stop?.throwIfAborted();
    try {
      const view = await office.supervisor.readCase({ params: { caseId } });
      if (fits(view)) return view;
      seen = describe(view);
    } catch (error) {
      const known = error instanceof ProblemError || error instanceof TypeError;
      if (!known) throw error;
      seen = error.message;
    }
    await sleep(PAUSE);
  }
  throw new NothingMoves(`${what} at ${office.country}`, seen);
}

export function allows(action: string): (view: CaseView) => boolean {
  return (view) => view.allowedActions.some((entry) => entry.action === action && entry.allowed);
}

export function openTask(view: CaseView, kind: TaskView['kind']): TaskView | undefined {
  return view.tasks.find((task) => task.kind === kind && task.state === 'open');
}

function describe(view: CaseView): string {
  const tasks = view.tasks.filter(({ state }) => state === 'open').map(({ kind }) => kind);
  const refused = view.allowedActions.map(
    ({ action, allowed, reason }) => `${action}=${allowed ? 'yes' : reason}`,
  );
  const sent = view.transmissions.map(
    ({ direction, document, state }) => `${direction} ${document.type} ${state}`,
  );
  return `state ${view.state}; tasks ${tasks.join(', ') || 'none'}; ${refused.join(' ')}; ${sent.join(', ') || 'no transmissions'}`;
}
