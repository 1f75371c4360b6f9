import { useCallback } from 'react';
import { useDocumentTitle } from '../document/document-schema.ts';
import { useLanguage } from '../language/language.tsx';

/** What a line of the access log shows was read: a page of a node, or the document that went to the other state. */
export function useWhatWasRead(): (what: string) => string {
  const { term, knows } = useLanguage();
  const titleOf = useDocumentTitle();
  return useCallback(
    (what) => (knows('accessWhat', what) ? term('accessWhat', what) : titleOf(what)),
    [term, knows, titleOf],
  );
}
