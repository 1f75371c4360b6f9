export * from './contract.ts';
export { personsMigrations } from './migrations.ts';
export type { PersonsOffice } from './office.ts';
export { createPersons, type Persons } from './persons.ts';
export { FILL_INDEX, registerRecord } from './records/fill-index.ts';
export type { PersonRecord, RecordSource } from './records/person-record.ts';
