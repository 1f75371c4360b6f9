/** Answers whether the node lives, whether it can work, and how much it does. */
import { ok, refuse } from '@urtuu/kernel';
import type { JobWorker } from '../jobs/jobs.ts';
import type { Database } from '../postgres/database.ts';
import { pendingMigrations, type ModuleMigrations } from '../postgres/migrate.ts';
import { healthContract, type Readiness } from './health-contract.ts';
import { registerRoutes } from './routes.ts';
import type { HttpServer } from './server.ts';

/** One condition of being ready; throws or answers what is wrong. */
export interface ReadinessCheck {
  readonly name: string;
  /** undefined if all is well */
  readonly check: () => Promise<string | undefined>;
}

/** Registers `/healthz`, `/readyz` and `/metrics`. */
export function registerHealth(server: HttpServer, checks: readonly ReadinessCheck[]): void {
  registerRoutes(server, healthContract, {
    healthz: async () => ok({ alive: true as const }),
    readyz: async () => {
      const readiness = await assess(checks);
      if (readiness.ready) return ok(readiness);
      const failing = readiness.checks.filter((check) => !check.ok).map((check) => check.name);
      const extra = { checks: readiness.checks };
      return refuse({ code: 'transport/unavailable', detail: `not ready: ${failing.join(', ')}`, extra });
    },
    metrics: async () => ok(new TextEncoder().encode(await server.options.telemetry.metricsText())),
  });
}

/** The usual checks of a node: its database answers, its tables are current, its worker takes jobs. */
export function standardChecks(
  database: Database,
  modules: readonly ModuleMigrations[],
  worker?: JobWorker,
): ReadinessCheck[] {
  return [
    {
      name: 'database',
      check: async () => {
        await database.pool.query('select 1');
        return undefined;
      },
    },
    {
      name: 'migrations',
      check: async () => {
        const pending = await pendingMigrations(database, modules);
        return pending.length === 0
          ? undefined
          : `${pending.length} not applied, the first: ${pending[0] ?? ''}`;
      },
    },
    ...(worker === undefined
      ? []
      : [
          {
            name: 'worker',
            check: () => Promise.resolve(worker.isAlive() ? undefined : 'takes no jobs'),
          },
        ]),
  ];
}

/** Longest wait for one check, in milliseconds. */
const PATIENCE = 3_000;

async function assess(checks: readonly ReadinessCheck[]): Promise<Readiness> {
  const results = await Promise.all(
    checks.map(async ({ name, check }) => {
      const detail = await within(PATIENCE, check());
      return detail === undefined ? { name, ok: true } : { name, ok: false, detail };
    }),
  );
  return { ready: results.every((result) => result.ok), checks: results };
}

/** Codes alone: an error's message may hold addresses. */
async function within(millis: number, work: Promise<string | undefined>): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const timer = setTimeout(() => resolve('no answer in time'), millis);
  const answer = work.catch((error: unknown) =>
    error instanceof Error && 'code' in error ? `failed: ${String(error.code)}` : 'failed',
  );
  try {
    return await Promise.race([answer, promise]);
  } finally {
    clearTimeout(timer);
  }
}
