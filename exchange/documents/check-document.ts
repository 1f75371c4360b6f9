/** Content that somebody wrote or brought, held against the schema and the rules of its type before it becomes a document. */
import { ok, refuse, type Json, type Result } from '@urtuu/kernel';
import type { FaultView } from '../contract.ts';
import type { OutgoingDocument } from '../exchange.ts';
import { brokenRules } from '../rules/rules.ts';
import { documentFaults } from './schemas.ts';
import type { DocumentContents, DocumentType } from './types.ts';

export interface CheckedDocument {
  readonly document: OutgoingDocument;
  readonly warnings: readonly FaultView[];
}

/** The content as a document that can be sent, or its errors (with the warnings beside them). */
export function checkDocument(
  type: DocumentType,
  content: Json,
): Result<CheckedDocument, readonly FaultView[]> {
  const misshapen = documentFaults(type, content);
  if (misshapen.length > 0) {
    return refuse(
      misshapen.map(({ pointer, keyword, detail }) => ({
        pointer,
        code: keyword,
        severity: 'error',
        detail,
      })),
    );
  }
  // The schema of the type has just been passed.
  const document = {
    type,
    content: content as unknown as DocumentContents[DocumentType],
  } as OutgoingDocument;
  const faults = brokenRules(type, document.content as never, {}).map(({ id, pointer, severity }) => ({
    pointer: pointer.replace(/^\/content/, ''),
    code: id,
    severity,
    detail: id,
  }));
  return faults.some(({ severity }) => severity === 'error')
    ? refuse(faults)
    : ok({ document, warnings: faults });
}
