/** What the routes of the contract answer: for the console of this node, and for partner nodes. */
import { isUuid, ok, refuse, type Result } from '@urtuu/kernel';
import type { Handlers, RawRequest } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import type { Context } from './context.ts';
import type { exchangeContract } from './contract.ts';
import { checkDocument } from './documents/check-document.ts';
import { isDocumentType } from './documents/types.ts';
import { documentTypeViews, schemaView } from './documents/document-type-views.ts';
import { institutionViews } from './directory/institution-views.ts';
import { discard, listQuarantine, replay } from './inbox/quarantine.ts';
import { TRANSMISSION_MEDIA, type Receive } from './inbox/receive.ts';
import { logPage } from './log/log-page.ts';
import { createLogRoutes } from './log/routes.ts';
import { resume } from './outbox/resume.ts';
import { takeReceipts } from './receipts/take.ts';
import type { ExchangeTables } from './tables.ts';
import { listTransmissions, type Origin } from './transmission-views.ts';
import { createWitnessRoutes } from './witness/routes.ts';

export interface RouteParts {
  readonly receive: Receive;
  readonly ownProfile: () => string;
  readonly profiles: readonly string[];
}

export function createRoutes(context: Context, parts: RouteParts): Handlers<typeof exchangeContract> {
  const { clock, database, self } = context;
  const origin: Origin = { institutionId: self.institutionId, log: context.origin };
  return {
    async listTransmissions({ query }) {
      return ok(await listTransmissions(database, origin, defined(query)));
    },
    async retryTransmission({ params, principal }) {
      const resumed = await resume(context, params.transmissionId, principal);
      if (!resumed.ok) return resumed;
      const filter = { transmissionId: params.transmissionId, direction: 'sent' } as const;
      const [item] = (await listTransmissions(database, origin, filter)).items;
      return item === undefined ? refuse({ code: 'business/not-found' }) : ok(item);
    },
    async listQuarantine({ query }) {
      return ok({ items: await listQuarantine(database, query.state) });
    },
    async replayQuarantined({ params, principal }) {
      return withId(params.quarantineId, (id) => replay(context, id, principal));
    },
    async discardQuarantined({ params, body, principal }) {
      return withId(params.quarantineId, (id) => discard(context, id, principal, body.reason));
    },
    async directory() {
      return ok({ institutions: await institutionViews(context, parts.profiles) });
    },
    documentTypes: () => Promise.resolve(ok({ items: documentTypeViews() })),
    documentSchema: ({ params }) => Promise.resolve(schemaView(params.type)),
    async checkDocument({ params, body }) {
      if (!isDocumentType(params.type)) return refuse({ code: 'business/not-found' });
      const checked = checkDocument(params.type, JSON.parse(JSON.stringify(body)));
      return ok({ faults: [...(checked.ok ? checked.value.warnings : checked.error)] });
    },
    async evidenceLog({ query }) {
      const { size, root, items } = await logPage(database, query.before);
      return ok({
        origin: context.origin,
        size,
        root,
        items: items.map(({ index, kind, hash, at }) => ({ index, kind, hash, at: at.toISOString() })),
      });
    },
    ...createLogRoutes(context, parts.ownProfile),
    ...createWitnessRoutes(context),
    profile: () => Promise.resolve(ok({ profile: parts.ownProfile() })),
    receive: ({ raw, partner }) =>
      parts.receive({
        partner,
        bytes: raw.bytes,
        contentType: header(raw, 'content-type'),
        idempotencyKey: header(raw, 'idempotency-key'),
      }),
    async receiveMany({ body, partner }) {
      const answers = body.transmissions.map(async ({ transmissionId, body: text }) => {
        const received = await parts.receive({
          partner,
          bytes: Buffer.from(text),
          contentType: TRANSMISSION_MEDIA,
          idempotencyKey: transmissionId,
        });
        return received.ok ? Buffer.from(received.value).toString() : null;
      });
      return ok({ receipts: await Promise.all(answers) });
    },
    async receipts({ params, partner }) {
      return withId(params.transmissionId, async (id) => {
        const rows = await database
          .tables<ExchangeTables>()
          .selectFrom('exchange_receipt')
          .select('body')
          .where('direction', '=', 'issued')
          .where('institution', '=', partner.institutionId)
          .where('transmission_id', '=', id)
          .where('body', 'is not', null)
          .orderBy('level')
          .execute();
        return rows.length === 0
          ? refuse({ code: 'business/not-found' })
          : ok({ receipts: rows.flatMap(({ body }) => body ?? []) });
      });
    },
    async deliverReceipts({ body, partner }) {
      return ok(await takeReceipts(context, partner.institutionId, body.receipts));
    },
    ping: ({ body }) =>
      Promise.resolve(ok({ echo: body.echo, nodeId: self.nodeId, at: clock().toISOString() })),
  };
}

/** An id that is none names nothing. */
async function withId<T>(
  id: string,
  act: (id: string) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return isUuid(id) ? act(id) : refuse({ code: 'business/not-found' });
}

function header(raw: RawRequest, name: string): string | undefined {
  const value = raw.headers[name];
  return typeof value === 'string' ? value : value?.join(', ');
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Defined<T>;
}
