/** Made-up people with known truth, for tests and figures: the same for the same seed, and nobody's. */
export { corridorPeople, type CorridorPerson } from './corridor-people.ts';
export { CORRIDOR_HEADER, recordOf, withErrors } from './corridor-records.ts';
export type { People } from './corridor-names.ts';
export { latinPersons, sparsePersons, type LabelledRows } from './latin-persons.ts';
export { corridorRegister, type ConstructedRecord, type CorridorRegister } from './corridor-register.ts';
