export {
  parseExampleCase,
  type ExampleCase,
  type ExampleStep,
  type ExpectedAssessment,
} from './examples/example-case.ts';
export {
  ExampleUnreadable,
  listExamples,
  readExample,
  readPeopleFile,
  type Example,
} from './examples/read-example.ts';
export { registerPeopleOf, synthesise, type SynthesisOptions, type SyntheticPerson } from './synthesise.ts';
