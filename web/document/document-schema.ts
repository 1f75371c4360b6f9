import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { isJsonObject } from '@urtuu/kernel';
import type { SchemaPair } from '@urtuu/exchange/documents';
import type { DocumentTypeView } from '@urtuu/exchange/contract';
import { useCallback } from 'react';
import { exchange } from '../app/client.ts';
import { useLanguage } from '../language/language.tsx';

/** The schema of a document type. It does not change while the node runs. */
export function useDocumentSchema(type: string): UseQueryResult<SchemaPair> {
  return useQuery(
    queryOptions({
      queryKey: ['document-schema', type],
      queryFn: async ({ signal }): Promise<SchemaPair> => {
        const { schema, shared } = await exchange.documentSchema({ params: { type } }, signal);
        if (!isJsonObject(schema) || !isJsonObject(shared)) throw new Error(`No schema of ${type}`);
        return { schema, shared };
      },
      staleTime: Infinity,
    }),
  );
}

/** All types with their names. */
export function useDocumentTypes(): UseQueryResult<readonly DocumentTypeView[]> {
  return useQuery(
    queryOptions({
      queryKey: ['document-types'],
      queryFn: async ({ signal }) => (await exchange.documentTypes({}, signal)).items,
      staleTime: Infinity,
    }),
  );
}

/** Name of a document type in the reader's language; its code while the names are on their way. */
export function useDocumentTitle(): (type: string) => string {
  const { locale } = useLanguage();
  const { data } = useDocumentTypes();
  return useCallback((type) => data?.find((one) => one.type === type)?.title[locale] ?? type, [data, locale]);
}
