/** Puts the exchange of one node together. */
import type { JobTask } from '@urtuu/platform';
import { z } from 'zod';
import { createCases } from './cases/case-store.ts';
import { caseTypeOf } from './agreement/agreement-pack.ts';
import { agreementsOf } from './agreement/agreements.ts';
import { kzMn } from './agreement/kz-mn.ts';
import { TASKS, type Context } from './context.ts';
import { createDirectory } from './directory/directory.ts';
import { signProfile } from './directory/profile.ts';
import { trustPartner } from './directory/trust.ts';
import type { Exchange, ExchangeOptions } from './exchange.ts';
import { envelopeOfJws } from './inbox/open-document.ts';
import { createPartnerCheck } from './inbox/partner-check.ts';
import { processInbox } from './inbox/process.ts';
import { createReceive } from './inbox/receive.ts';
import { evidenceOfDocument } from './log/evidence-of.ts';
import { createPlaceSoon } from './log/place-soon.ts';
import { mountExchange } from './mount.ts';
import { createDeliver } from './outbox/deliver.ts';
import { PROFILE_SCHEDULE } from './outbox/retry-schedule.ts';
import { send } from './outbox/send.ts';
import { deliverReceipts } from './receipts/deliver.ts';
import { markProcessed } from './receipts/mark-processed.ts';
import { createRoutes } from './routes.ts';
import { sweep, wake } from './sweep.ts';
import type { ExchangeTables } from './tables.ts';
import { transmissionsOf } from './transmission-views.ts';
import { createRuns, createWake, runKey } from './wake.ts';
import { askWitnesses } from './witness/ask.ts';
import { createStayWitnessed } from './witness/stay-witnessed.ts';

export function createExchange(options: ExchangeOptions): Exchange {
  const context = createContext(options);
  const { clock, keys, random, self } = context;
  const { profiles } = context.agreements;
  const ownProfile = (): string => {
    const at = clock();
    return signProfile(self, {
      keys: keys.all,
      signer: keys.active('sign', at),
      profiles,
      log: context.origin,
      at,
    });
  };
  const partnerCheck = createPartnerCheck(context);
  const routes = createRoutes(context, { receive: createReceive(context), ownProfile, profiles });
  return {
    self,
    cases: createCases(context),
    routes,
    partnerCheck,
    ownProfile,
    tasks: createTasks(context),
    send: (tx, request) => send(context, tx, request),
    markProcessed: (tx, taken, usedIn) => markProcessed(context, tx, taken, usedIn),
    trustPartner: (tx, signedProfile) => trustPartner(tx, signedProfile, { at: clock(), random }),
    sendable(matter) {
      const pack = context.agreements.version(matter.agreement, matter.agreementVersion);
      return (pack === undefined ? undefined : caseTypeOf(pack, matter.type))?.[matter.role] ?? [];
    },
    transmissionsOf: (queries, caseId) =>
      transmissionsOf(queries, { institutionId: self.institutionId, log: context.origin }, caseId),
    async envelopeOf(queries, documentId) {
      const row = await queries
        .tables<ExchangeTables>()
        .selectFrom('exchange_document')
        .select('jws')
        .where('document_id', '=', documentId)
        .orderBy('version', 'desc')
        .executeTakeFirst();
      return row && envelopeOfJws(row.jws);
    },
    evidenceOf: (queries, document) => evidenceOfDocument(context, queries, document),
    mount: (server) => mountExchange(context, server, { routes, partner: partnerCheck }),
    wake: (queries) => wake(context, queries),
  };
}

function createContext({ retry, agreements = [kzMn], ...options }: ExchangeOptions): Context {
  const { clock, database, keys, self, telemetry } = options;
  if (keys.institutionId !== self.institutionId) {
    throw new Error(`The keys are those of ${keys.institutionId}, the node is ${self.institutionId}`);
  }
  const timeout = retry?.timeout ?? PROFILE_SCHEDULE.timeout;
  const runs = createRuns();
  const add = telemetry?.counter('urtuu_exchange_events', 'Events of the exchange, by kind');
  return {
    ...options,
    agreements: agreementsOf(agreements),
    directory: createDirectory(database, clock),
    // A lease that ran out before its attempt would let a second process send the same bytes: harmless, but waste.
    schedule: { ...PROFILE_SCHEDULE, lease: 2 * timeout, ...retry },
    origin: `urtuu.${self.country.toLowerCase()}/${self.nodeId}`,
    count: (event) => add?.(1, { event }),
    stayWitnessed: createStayWitnessed(),
    placeSoon: createPlaceSoon(database, options, options.logger),
    runs,
    wake: createWake(database, runs, options.logger),
  };
}

const toPartner = z.object({ to: z.string() });

function createTasks(context: Context): Record<string, JobTask> {
  const { runs } = context;
  const deliver = createDeliver(context);
  return {
    [TASKS.deliver]: (payload, job) => {
      const { to } = toPartner.parse(payload);
      return runs.run(runKey(TASKS.deliver, to), () => deliver(to, job));
    },
    [TASKS.process]: (_payload, job) => runs.run(TASKS.process, () => processInbox(context, job)),
    [TASKS.receipts]: (payload, job) => {
      const { to } = toPartner.parse(payload);
      return runs.run(runKey(TASKS.receipts, to), () => deliverReceipts(context, to, job));
    },
    [TASKS.witness]: () => runs.run(TASKS.witness, () => askWitnesses(context)),
    [TASKS.sweep]: (_payload, job) => sweep(context, job),
  };
}
