export * from './compare-identity.ts';
export {
  checkIdentifier,
  identifierFaults,
  identifierWarnings,
  normaliseIdentifier,
  type IdentifierFinding,
} from './identifiers/check-identifier.ts';
export type {
  IdentifierCheck,
  IdentifierFaultCode,
  IdentifierHolder,
  IdentifierNote,
  IdentifierWarningCode,
  Sex,
} from './identifiers/identifier-check.ts';
export { constructIin, TEST_SERIALS } from './identifiers/kazakh-number.ts';
export { constructRegister, normaliseRegister } from './identifiers/mongolian-number.ts';
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
