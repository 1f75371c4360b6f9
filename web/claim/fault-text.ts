import type { FaultView } from '@urtuu/pensions/contract';
import { useCallback } from 'react';
import { useLanguage } from '../language/language.tsx';

/** Nothing was found there, so there is nothing to name. */
const SELF_EXPLAINING: ReadonlySet<string> = new Set(['missing', 'identifier-needed']);

/** A fault in the reader's language where its code has a text; the server's own words follow, as they name what was found. */
export function useFaultText(): (fault: FaultView) => string {
  const { term, knows, locale } = useLanguage();
  return useCallback(
    ({ code, detail }) => {
      const key = code;
      if (!knows('fault', key)) return detail;
      if (SELF_EXPLAINING.has(code)) return term('fault', key);
      return locale === 'en' ? `${term('fault', key)}: ${detail}` : `${term('fault', key)} (${detail})`;
    },
    [term, knows, locale],
  );
}
