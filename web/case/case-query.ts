import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { CaseView } from '@urtuu/pensions/contract';
import { pensions } from '../app/client.ts';

const REFRESH_MS = 5_000;
const caseRoute = getRouteApi('/cases/$caseId');

/** The case of the address. It is read again every few seconds: receipts and answers arrive by themselves. */
export function useCase(): UseQueryResult<CaseView> {
  const { caseId } = caseRoute.useParams();
  return useQuery({
    queryKey: ['case', caseId],
    queryFn: ({ signal }) => pensions.readCase({ params: { caseId } }, signal),
    refetchInterval: REFRESH_MS,
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
