import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ProblemError } from '@urtuu/platform/contract';
import { Suspense } from 'react';
import { Skeleton } from '../design/skeleton.tsx';
import { LanguageProvider } from '../language/language.tsx';
import { Failure, mayRetry } from './failure.tsx';
import { router } from './router.tsx';
import { CurrentSurroundings } from './session.tsx';
import { nodeQuery, sessionQuery } from './surroundings.ts';

const MOST_TRIES = 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < MOST_TRIES && mayRetry(error),
      // Without a network the request is made and fails visibly, instead of waiting in silence.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

// A session that ended elsewhere shows the front page instead of one failure after another.
queries.getQueryCache().subscribe(({ query }) => {
  const { error } = query.state;
  if (error instanceof ProblemError && error.problem.status === 401 && query.queryKey[0] !== 'session') {
    void queries.invalidateQueries({ queryKey: ['session'] });
  }
});

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <SignedIn />
    </QueryClientProvider>
  );
}

function SignedIn() {
  const session = useQuery(sessionQuery);
  const node = useQuery(nodeQuery);
  return (
    <Suspense>
      <LanguageProvider country={node.data?.country}>
        {session.isPending ? <Skeleton /> : null}
        {session.isError && session.data === undefined ? (
          <Failure error={session.error} retry={() => void session.refetch()} />
        ) : null}
        {session.data === undefined ? null : (
          <CurrentSurroundings.Provider
            value={{ session: session.data ?? undefined, node: node.data ?? undefined }}
          >
            <RouterProvider router={router} />
          </CurrentSurroundings.Provider>
        )}
      </LanguageProvider>
    </Suspense>
  );
}
