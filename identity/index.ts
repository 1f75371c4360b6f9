export * from './compare-identity.ts';
export {
  checkIdentifier,
  identifierFaults,
  identifierWarnings,
  KNOWN_SCHEMES,
  unpublishedRules,
  type IdentifierFinding,
  type KnownScheme,
} from './identifiers/check-identifier.ts';
export type {
  IdentifierCheck,
  IdentifierFaultCode,
  IdentifierHolder,
  IdentifierNote,
  IdentifierWarningCode,
  Sex,
} from './identifiers/identifier-check.ts';
export { constructResidentId } from './identifiers/chinese-number.ts';
export { constructIin, TEST_SERIALS } from './identifiers/kazakh-number.ts';
export { constructRegister } from './identifiers/mongolian-number.ts';
export { normaliseIdentifier, normaliseRegister } from './identifiers/normalise-identifier.ts';
export {
  compareNames,
  nameText,
  type Agreement,
  type NameComparison,
  type NameForm,
} from './names/compare-names.ts';
export { foldName } from './names/fold-name.ts';
export { isScript, type Script } from './names/letters.ts';
export { normaliseName } from './names/normalise-name.ts';
export { transliterate } from './names/transliterate.ts';
