/** How far officers agree in the double reviews of a span of time, as a page shows it. */
import type { personsContract } from '../contract.ts';
import type { ReplyOf } from '@urtuu/platform/contract';
import type { PersonsOffice } from '../office.ts';
import type { LookRow } from '../tables.ts';
import { agreementOf, tableOf, type TwoChoices } from './agreement.ts';
import { doubleReviewsBetween, type DoubleReview } from './look-store.ts';

type Report = ReplyOf<typeof personsContract.clerkAgreement>;

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365;

export async function agreementReport(
  office: PersonsOffice,
  span: { readonly from?: string | undefined; readonly until?: string | undefined },
): Promise<Report> {
  const until = span.until ?? office.clock().toISOString().slice(0, 10);
  const from = span.from ?? isoDay(Date.parse(until) - YEAR_DAYS * DAY_MS);
  const drawn = await doubleReviewsBetween(
    office.database,
    new Date(from),
    new Date(Date.parse(until) + DAY_MS),
  );
  const twice = drawn.flatMap((review): Twice[] => {
    const [first, second, third] = review.looks;
    return first === undefined || second === undefined ? [] : [{ review, first, second, third }];
  });
  const table = tableOf(
    twice.map(({ review, first, second }): TwoChoices => ({
      candidates: review.candidates,
      first: first.choice,
      second: second.choice,
    })),
  );
  const counted = (state: DoubleReview['state']): number =>
    drawn.filter((review) => review.state === state).length;
  return {
    from,
    until,
    share: office.doubleReviewShare,
    drawn: drawn.length,
    waiting: { second: counted('second'), third: counted('third') },
    withdrawn: counted('void'),
    reviews: twice.length,
    table,
    ...agreementOf(table),
    third: thirdLooks(twice),
    officers: officersOf(twice),
  };
}

interface Twice {
  readonly review: DoubleReview & { readonly candidates: readonly string[] };
  readonly first: LookRow;
  readonly second: LookRow;
  readonly third: LookRow | undefined;
}

function thirdLooks(twice: readonly Twice[]): Report['third'] {
  const upheld = { upheldFirst: 0, upheldSecond: 0, neither: 0 };
  for (const { first, second, third } of twice) {
    if (third === undefined) continue;
    if (third.choice === first.choice) upheld.upheldFirst += 1;
    else if (third.choice === second.choice) upheld.upheldSecond += 1;
    else upheld.neither += 1;
  }
  return upheld;
}

/** First and second looks of each officer, by name. */
function officersOf(twice: readonly Twice[]): Report['officers'] {
  const counts = new Map<string, { by: string; looks: number; agreed: number }>();
  for (const { first, second } of twice) {
    for (const { looked_by, looked_by_name } of [first, second]) {
      const count = counts.get(looked_by) ?? { by: looked_by_name, looks: 0, agreed: 0 };
      count.looks += 1;
      if (first.choice === second.choice) count.agreed += 1;
      counts.set(looked_by, count);
    }
  }
  return [...counts.values()].sort((a, b) => a.by.localeCompare(b.by, 'en'));
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
