import { queryOptions, useQuery } from '@tanstack/react-query';
import { exchangeContract } from '@urtuu/exchange/contract';
import { useCallback } from 'react';
import { useLanguage } from '../language/language.tsx';
import { exchange } from './client.ts';
import { useMay, useNode } from './session.tsx';

const MINUTE_MS = 60_000;

/** Who takes part in the exchange; it changes rarely. */
export const directoryQuery = queryOptions({
  queryKey: ['directory'],
  queryFn: ({ signal }) => exchange.directory({}, signal),
  staleTime: MINUTE_MS,
});

const OWN_FORM = /^urn:urtuu:inst:([a-z]{2}):(.+)$/;

const DIRECTORY_ROLES = exchangeContract.directory.roles;

/** The name of an institution: from the directory for those who may read it, else by state and short name. */
export function useInstitutionName(): (institutionId: string) => string {
  const { locale, t, term } = useLanguage();
  const node = useNode();
  const mayRead = useMay(...DIRECTORY_ROLES);
  const directory = useQuery({ ...directoryQuery, enabled: mayRead });
  const institutions = directory.data?.institutions;
  return useCallback(
    (institutionId) => {
      if (institutionId === node?.institutionId) return node.name[locale];
      const listed = institutions?.find((institution) => institution.institutionId === institutionId);
      if (listed !== undefined) return listed.name[locale];
      const [, country, name] = OWN_FORM.exec(institutionId) ?? [];
      if (country === undefined || name === undefined) return institutionId;
      return t('institution.of', { state: term('country', country.toUpperCase()), name });
    },
    [locale, t, term, node, institutions],
  );
}
