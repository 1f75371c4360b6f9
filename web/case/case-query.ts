import {
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { CaseView } from '@urtuu/pensions/contract';
import { useState } from 'react';
import { pensions } from '../app/client.ts';
import { Cadence } from './cadence.ts';

/** Going from one part of a case to another reads nothing anew. */
const FRESH_MS = 30_000;

const caseRoute = getRouteApi('/cases/$caseId');

/** The case of the address, as it was last read. */
export function useCase(): UseQueryResult<CaseView> {
  const { caseId } = caseRoute.useParams();
  return useQuery(caseQuery(caseId));
}

/** The same, and it is read again while an answer or a receipt is awaited. One part of the page watches. */
export function useWatchedCase(): UseQueryResult<CaseView> {
  const { caseId } = caseRoute.useParams();
  const [cadence] = useState(() => new Cadence());
  return useQuery({
    ...caseQuery(caseId),
    refetchInterval: ({ state }) => cadence.next(state.data, state.dataUpdatedAt),
  });
}

function caseQuery(caseId: string) {
  return queryOptions({
    queryKey: ['case', caseId],
    queryFn: ({ signal }) => pensions.readCase({ params: { caseId } }, signal),
    staleTime: FRESH_MS,
  });
}

/**
 * A change of the case. The answer replaces what is shown; lists that count the case are read again. A refusal because
 * somebody else was quicker (412) reads the case anew, so that the next attempt starts from what is true.
 */
export function useCaseChange<Input>(caseId: string, change: (input: Input) => Promise<CaseView>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (view) => {
      queries.setQueryData(['case', caseId], view);
      void queries.invalidateQueries({ queryKey: ['cases'] });
      void queries.invalidateQueries({ queryKey: ['tasks'] });
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['case', caseId] }),
  });
}
