/** Routes of the double review. Whoever is to look blindly is told neither case nor decision. */
import { isUuid, ok, refuse } from '@urtuu/kernel';
import { refusable, type Handlers, type PersonAccess } from '@urtuu/platform';
import type { doubleReviewRoutes, WaitingLook } from './double-review-contract.ts';
import type { PersonsOffice } from '../office.ts';
import { recordsOf } from '../records/record-store.ts';
import { candidatesOf, readReview } from '../reviews/review-store.ts';
import type { DoubleReviewRow, RecordRow } from '../tables.ts';
import { comparedWithout, recordView } from '../views.ts';
import { asFirstSeen } from './as-first-seen.ts';
import { agreementReport } from './agreement-report.ts';
import { giveLook, whyNot } from './give-look.ts';
import { readDoubleReview, waitingFor } from './look-store.ts';

const PURPOSE = 'double-review';

/** Notes every person shown, before the answer leaves. */
export type Noted = (
  access: PersonAccess,
  records: readonly RecordRow[],
  read: { readonly purpose: string; readonly what: string },
) => Promise<void>;

export function doubleReviewHandlers(
  office: PersonsOffice,
  noted: Noted,
): Handlers<typeof doubleReviewRoutes> {
  const { database } = office;

  /** What is told of a review to whoever looks at it, with the records shown. */
  const waitingView = async (
    row: DoubleReviewRow,
  ): Promise<{ readonly view: WaitingLook; readonly asked: RecordRow }> => {
    const review = await readReview(database, row.review_id);
    const [asked] = review === undefined ? [] : await recordsOf(database, [review.asked]);
    if (asked === undefined) throw new Error('A double review without the person asked for');
    const candidates = await candidatesOf(database, row.review_id);
    const view: WaitingLook = {
      doubleReviewId: row.double_review_id,
      look: row.state === 'third' ? 'third' : 'second',
      drawnAt: row.drawn_at.toISOString(),
      candidates: candidates.length,
      asked: recordView(asFirstSeen(asked, candidates)),
    };
    return { view, asked };
  };

  return {
    async listLooks({ principal, purpose, access }) {
      const items: WaitingLook[] = [];
      const shown: RecordRow[] = [];
      for (const row of await waitingFor(database, principal.subject)) {
        const { view, asked } = await waitingView(row);
        items.push(view);
        shown.push(asked);
      }
      await noted(access, shown, { purpose: purpose ?? PURPOSE, what: 'double-review-list' });
      return ok({ items });
    },

    async readLook({ params, principal, purpose, access }) {
      const found = isUuid(params.doubleReviewId)
        ? await readDoubleReview(database, params.doubleReviewId)
        : undefined;
      if (found === undefined) return refuse({ code: 'business/not-found' });
      const refusal = await whyNot(database, found, principal.subject);
      if (refusal !== undefined) return refuse(refusal);
      const { view, asked } = await waitingView(found);
      const candidates = await candidatesOf(database, found.review_id);
      const { compared, records } = await comparedWithout(database, candidates);
      await noted(access, [asked, ...records], { purpose: purpose ?? PURPOSE, what: 'double-review' });
      const earlier = found.state === 'third' ? found.looks : [];
      return ok({
        ...view,
        compared,
        earlier: earlier.map(({ looked_by_name: by, looked_at, reason, choice }) => ({
          by,
          at: looked_at.toISOString(),
          reason,
          choice,
        })),
      });
    },

    async giveLook({ params, body, principal }) {
      const { doubleReviewId } = params;
      if (!isUuid(doubleReviewId)) return refuse({ code: 'business/not-found' });
      const by = { subject: principal.subject, name: principal.name };
      const taken = await refusable(office, (tx) => giveLook(office, tx, { doubleReviewId, by, ...body }));
      return taken.ok ? ok({ state: taken.value.state }) : taken;
    },

    async clerkAgreement({ query }) {
      return ok(await agreementReport(office, query));
    },
  };
}
