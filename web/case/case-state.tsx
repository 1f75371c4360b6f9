import type { CaseState } from '@urtuu/exchange/contract';
import { Tag, type Meaning } from '../design/notice.tsx';
import { useLanguage } from '../language/language.tsx';

const MEANINGS = {
  draft: 'plain',
  opened: 'accent',
  awaitingCounterparty: 'accent',
  awaitingClaimant: 'care',
  inDecision: 'accent',
  decided: 'good',
  closedLocal: 'good',
  closedGlobal: 'good',
  archived: 'plain',
  suspended: 'care',
} as const satisfies Record<CaseState, Meaning>;

export function CaseStateTag({ state }: { readonly state: CaseState }) {
  const { term } = useLanguage();
  return <Tag meaning={MEANINGS[state]}>{term('caseState', state)}</Tag>;
}
