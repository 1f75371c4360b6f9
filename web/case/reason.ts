import { parseDay } from '@urtuu/kernel';
import { useCallback } from 'react';
import { useDocumentTitle } from '../document/document-schema.ts';
import { useLanguage } from '../language/language.tsx';

export interface CodedText {
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Families of the pensions room whose texts take values: reasons of tasks, events, why an action is absent. */
export type CodedFamily = 'reason' | 'event' | 'absent';

/**
 * The sentence of a coded reason or event. A code without a text is shown with its values, so that nothing is hidden
 * from the reader because this console is older than its node.
 */
export function useReason(): (family: CodedFamily, coded: CodedText) => string {
  const { term, date, knows } = useLanguage();
  const titleOf = useDocumentTitle();
  return useCallback(
    (family, { code, values }) => {
      const wordsOf = (name: string, value: string): string => {
        if (name === 'doubts') return listOf('doubt', value, term);
        if (name === 'fields') return listOf('identityField', value, term);
        return name === 'document' ? titleOf(value) : value;
      };
      const named = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, wordsOf(name, value)]),
      );
      if (knows(family, code)) return term(family, code, named);
      const listed = Object.entries(named).map(
        ([name, value]) => `${name} ${parseDay(value).ok ? date(value) : value}`,
      );
      return [code, ...listed].join(', ');
    },
    [term, date, knows, titleOf],
  );
}

/** Doubts of a register and fields in doubt come as their codes, with a comma between. */
function listOf(family: string, codes: string, term: (family: string, code: string) => string): string {
  return codes
    .split(',')
    .map((code) => term(family, code.trim()))
    .join(', ');
}
