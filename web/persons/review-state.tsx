import type { ReviewSummary } from '@urtuu/persons/contract';
import { Tag } from '../design/notice.tsx';
import { useLanguage } from '../language/language.tsx';

/** Whether a review waits for somebody, or how it ended. */
export function ReviewState({
  review,
}: {
  readonly review: Pick<ReviewSummary, 'state' | 'outcome' | 'blind'>;
}) {
  const { term } = useLanguage();
  return review.outcome === null ? (
    <Tag meaning="care">{term('reviewState', review.blind === null ? review.state : 'blind')}</Tag>
  ) : (
    <Tag>{term('reviewOutcome', review.outcome)}</Tag>
  );
}
