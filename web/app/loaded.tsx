import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Skeleton } from '../design/skeleton.tsx';
import { Failure } from './failure.tsx';

export interface LoadedProps<T> {
  readonly query: UseQueryResult<T>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** A query’s data, or what stands there until it comes. A failed refresh keeps the old data and says so above it. */
export function Loaded<T>({ query, lines = 6, children }: LoadedProps<T>) {
  const retry = () => void query.refetch();
  if (query.data === undefined) {
    return query.isError ? <Failure error={query.error} retry={retry} /> : <Skeleton lines={lines} />;
  }
  return (
    <>
      {query.isError ? <Failure error={query.error} retry={retry} /> : null}
      {children(query.data)}
    </>
  );
}
