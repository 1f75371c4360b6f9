/** The routes of this room. Every person that an answer shows is noted with purpose before it leaves. */
import { isUuid, ok, refuse } from '@urtuu/kernel';
import { refusable, type Handlers, type PersonAccess, type Queries } from '@urtuu/platform';
import { comparePairs, findCandidates, SHOW_FROM } from './candidates/find-candidates.ts';
import type { personsContract, ReviewSummary } from './contract.ts';
import { clusterOf, type StandingLink } from './links/cluster.ts';
import { doubleReviewHandlers } from './double-review/routes.ts';
import { asFirstSeen } from './double-review/as-first-seen.ts';
import { blindPairs, blindReviews } from './double-review/look-store.ts';
import { decideLink, decisionsOf, linkRefusal, pairOf } from './links/decide-link.ts';
import type { PersonsOffice } from './office.ts';
import { recordsOf } from './records/record-store.ts';
import { askPartner } from './reviews/ask-partner.ts';
import { decideReview } from './reviews/decide-review.ts';
import { candidateCounts, candidatesOf, listReviews, readReview } from './reviews/review-store.ts';
import { findRecords } from './search/find-records.ts';
import { readQuery } from './search/read-query.ts';
import type { PersonsTables, RecordRow } from './tables.ts';
import { comparedView, decisionView, recordView, reviewSummary, reviewView } from './views.ts';

/** Purpose of a reading where the caller names none. */
const SEARCH = 'person-search';
const REVIEW = 'identity-review';

export function personsRoutes(office: PersonsOffice): Handlers<typeof personsContract> {
  const { database, statements } = office;
  const noted = async (
    access: PersonAccess,
    records: readonly RecordRow[],
    { purpose, what, caseId }: { readonly purpose: string; readonly what: string; readonly caseId?: string },
  ): Promise<void> => {
    if (records.length === 0) access.readNobody();
    for (const record of records) {
      const personKey = await accessKeyOf(office, record);
      access.read({ personKey, purpose, what, ...(caseId === undefined ? {} : { caseId }) });
    }
  };

  return {
    async searchPersons({ query, purpose, access }) {
      const { found, more } = await findRecords(database, readQuery(query.q));
      await noted(
        access,
        found.map(({ record }) => record),
        { purpose: query.purpose ?? purpose ?? SEARCH, what: 'person-search' },
      );
      const directory = await database
        .tables<PersonsTables>()
        .selectFrom('persons_directory')
        .select('read_at')
        .where('system', '=', office.register.system)
        .executeTakeFirst();
      return ok({
        items: found.map(({ record, match, why }) => ({
          ...recordView(record),
          why: why.map((part) => ({ ...part })),
          likeness: match?.likeness ?? 1,
        })),
        more,
        readAt: directory?.read_at.toISOString() ?? null,
      });
    },

    async readPerson({ params, principal, purpose, access }) {
      const [record] = isUuid(params.recordId) ? await recordsOf(database, [params.recordId]) : [];
      if (record === undefined) return refuse({ code: 'business/not-found' });
      const hidden = await blindPairs(database, principal);
      const isTold = (records: readonly [string, string]): boolean => !hidden.has(pairOf(records).join(' '));
      const cluster = await clusterOf(database, record.record_id, (link) => isTold(link.records));
      const members = await recordsOf(database, cluster.members);
      const alike = await findCandidates(database, record, { atLeast: SHOW_FROM });
      const shown = alike.map((pair) => pair.record);
      const all = new Map([record, ...members, ...shown].map((row) => [row.record_id, row]));
      await noted(access, [...all.values()], { purpose: purpose ?? SEARCH, what: 'person-record' });
      return ok({
        record: recordView(record),
        cluster: {
          members: members.map(recordView),
          links: cluster.links.map(linkView),
          weakest: cluster.weakest === undefined ? null : linkView(cluster.weakest),
          isChain: cluster.isChain,
          refused: cluster.refused.map(linkView),
        },
        decisions: (await decisionsOf(database, record.record_id))
          .filter(({ record_a, record_b }) => isTold([record_a, record_b]))
          .map((row) => decisionView(statements, row)),
        alike: alike.map((pair) =>
          comparedView(
            isTold([record.record_id, pair.record.record_id]) ? pair : { ...pair, standing: undefined },
          ),
        ),
      });
    },

    async decideLink({ body, principal, purpose, access }) {
      const { records, outcome, reason, newEvidence = '' } = body;
      const decided = await refusable(office, async (tx) => {
        const [first, second] = await recordsInOrder(tx, records);
        if (first === undefined || second === undefined) return refuse({ code: 'business/not-found' });
        const [pair] = await comparePairs(tx, first, [second]);
        const by = { subject: principal.subject, name: principal.name };
        const act = { records, outcome, basis: 'human', by, reason, newEvidence } as const;
        const kept = await decideLink(office, tx, { ...act, evidence: pair?.evidence });
        return kept.ok ? ok({ row: kept.value, records: [first, second] }) : linkRefusal(kept.error);
      });
      if (!decided.ok) return decided;
      await noted(access, decided.value.records, { purpose: purpose ?? REVIEW, what: 'link-decision' });
      return ok(decisionView(statements, decided.value.row));
    },

    async listReviews({ query, principal, purpose, access }) {
      const { state = 'open', caseId, q = '' } = query;
      const rows = await listReviews(database, {
        state,
        ...(caseId === undefined ? {} : { caseId }),
        ...(q.trim() === '' ? {} : { asked: await askedBy(database, q) }),
      });
      const asked = await recordsOf(
        database,
        rows.map((row) => row.asked),
      );
      await noted(access, asked, { purpose: purpose ?? REVIEW, what: 'review-list' });
      const counts = await candidateCounts(
        database,
        rows.map((row) => row.review_id),
      );
      const blind = await blindReviews(database, principal);
      const items: ReviewSummary[] = [];
      for (const row of rows) {
        const found = asked.find(({ record_id }) => record_id === row.asked);
        if (found === undefined) continue;
        const of = blind.get(row.review_id);
        const record =
          of === undefined ? found : asFirstSeen(found, await candidatesOf(database, row.review_id));
        items.push(reviewSummary(row, record, { candidates: counts.get(row.review_id) ?? 0, blind: of }));
      }
      return ok({ items });
    },

    async readReview({ params, principal, purpose, access }) {
      const review = isUuid(params.reviewId) ? await readReview(database, params.reviewId) : undefined;
      if (review === undefined) return refuse({ code: 'business/not-found' });
      const blind = (await blindReviews(database, principal)).get(review.review_id);
      const { view, records } = await reviewView(database, statements, review, blind);
      await noted(access, records, { purpose: purpose ?? REVIEW, what: 'review', caseId: review.case_id });
      return ok(view);
    },

    async decideReview({ params, body, principal, purpose, access }) {
      if (!isUuid(params.reviewId)) return refuse({ code: 'business/not-found' });
      const { recordId, outcome, reason, newEvidence = '' } = body;
      const by = { subject: principal.subject, name: principal.name };
      const act = { reviewId: params.reviewId, recordId, outcome, by, reason, newEvidence };
      const decided = await refusable(office, (tx) => decideReview(office, tx, act));
      if (!decided.ok) return decided;
      const { view, records } = await reviewView(database, statements, decided.value, undefined);
      await noted(access, records, { purpose: purpose ?? REVIEW, what: 'review', caseId: view.caseId });
      return ok(view);
    },

    async askPartner({ params, body, principal, purpose, access }) {
      if (!isUuid(params.reviewId)) return refuse({ code: 'business/not-found' });
      const by = { subject: principal.subject, name: principal.name };
      const question = { reviewId: params.reviewId, by, ...body };
      const asked = await refusable(office, (tx) => askPartner(office, tx, question));
      if (!asked.ok) return asked;
      const { view, records } = await reviewView(database, statements, asked.value, undefined);
      await noted(access, records, { purpose: purpose ?? REVIEW, what: 'review', caseId: view.caseId });
      return ok(view);
    },

    ...doubleReviewHandlers(office, noted),
  };
}

/** Records of cases whose person somebody means by what is typed. */
async function askedBy(queries: Queries, q: string): Promise<readonly string[]> {
  const { found } = await findRecords(queries, readQuery(q), 'case');
  return found.map(({ record }) => record.record_id);
}

async function recordsInOrder(
  queries: Queries,
  [first, second]: readonly [string, string],
): Promise<readonly (RecordRow | undefined)[]> {
  if (first === second) return [];
  const records = await recordsOf(queries, [first, second]);
  return [first, second].map((id) => records.find(({ record_id }) => record_id === id));
}

/** A person of a case has a key of this node; one of the register is named by a number. */
async function accessKeyOf(office: PersonsOffice, record: RecordRow): Promise<string> {
  if (record.source === 'case') return record.source_key;
  const [number] = record.identifiers;
  return office.accessKeyOf(number?.scheme ?? 'register', number?.value ?? record.source_key);
}

function linkView(link: StandingLink): StandingLink & { records: string[] } {
  return { ...link, records: [...link.records] };
}
