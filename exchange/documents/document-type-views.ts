/** What the node tells of document types: their names, and the schemas that forms and readers are made from. */
import { LOCALES, ok, refuse, type Localized, type Result } from '@urtuu/kernel';
import type { Refusal } from '@urtuu/platform/contract';
import type { DocumentTypeView } from '../contract.ts';
import { titleOf, type SchemaPair } from './reading.ts';
import { schemaOf, SHARED_SCHEMA } from './schema-json.ts';
import { DOCUMENT_FAMILIES, DOCUMENT_TYPES, DOCUMENT_VERSIONS, isDocumentType } from './types.ts';

export function documentTypeViews(): DocumentTypeView[] {
  return DOCUMENT_TYPES.map((type) => {
    const schema = schemaOf(type);
    const covers = schema['x-sed'];
    return {
      type,
      family: DOCUMENT_FAMILIES[type],
      version: DOCUMENT_VERSIONS[type],
      title: Object.fromEntries(
        LOCALES.map((locale) => [locale, titleOf(schema, locale)]),
      ) as unknown as Localized,
      covers: Array.isArray(covers) ? covers.filter((sed) => typeof sed === 'string') : [],
    };
  });
}

export function schemaView(type: string): Result<SchemaPair, Refusal> {
  return isDocumentType(type)
    ? ok({ schema: schemaOf(type), shared: SHARED_SCHEMA })
    : refuse({ code: 'business/not-found', detail: `No document type ${type}` });
}
