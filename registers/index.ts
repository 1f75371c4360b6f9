export * from './contract.ts';
export { findPerson, type PersonLookup } from './find-person.ts';
export { khurHeaders, type KhurClientOptions } from './khur/khur-client.ts';
export { khurPort, type KhurPortOptions } from './khur/khur-port.ts';
export {
  KHUR,
  KHUR_RESULT,
  KHUR_VERSION,
  khurNamespace,
  type KhurServiceName,
} from './khur/khur-services.ts';
export { foldRegisterPerson, registerSubject, type FoldedPerson } from './people/fold-person.ts';
export * from './people/register-people.ts';
export * from './register-port.ts';
export { registerHandlers, type RegisterRouteOptions } from './routes.ts';
export type { ShepClientOptions } from './shep/shep-client.ts';
export { shepPort, type ShepPortOptions } from './shep/shep-port.ts';
export {
  DATA_NAMESPACE,
  SHEP,
  SHEP_STATUS,
  SYNC_CHANNEL,
  SYNC_CHANNEL_NAMESPACES,
  type ShepServiceName,
} from './shep/shep-services.ts';
export { soapEnvelope } from './soap/soap-call.ts';
export { child, childText, descendant, escapeXml, parseXml, xml, type XmlElement } from './soap/xml.ts';
