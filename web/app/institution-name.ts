import { useCallback } from 'react';
import { useLanguage } from '../language/language.tsx';
import { useNode } from './session.tsx';

const OWN_FORM = /^urn:urtuu:inst:([a-z]{2}):(.+)$/;

/** The name of an institution as far as this page knows it: the own one in words, others by state and short name. */
export function useInstitutionName(): (institutionId: string) => string {
  const { locale, t, term } = useLanguage();
  const node = useNode();
  return useCallback(
    (institutionId) => {
      if (institutionId === node?.institutionId) return node.name[locale];
      const [, country, name] = OWN_FORM.exec(institutionId) ?? [];
      if (country === undefined || name === undefined) return institutionId;
      return t('institution.of', { state: term('country', country.toUpperCase()), name });
    },
    [locale, t, term, node],
  );
}
