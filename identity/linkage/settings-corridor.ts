import type { LevelSettings, LinkSettings, ValueComparison, WordTest } from './settings.ts';

/** A day, century and sex, serial, check digit. */
const IIN = '^\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[0-6]\\d{5}$';
/** Two letters of the place, day, sex, check. */
const REGISTER = '^[А-ЯӨҮЁ]{2}\\d{8}$';

/**
 * Settings for persons of the corridor: Kazakh, Mongolian, Russian and Han forms of names, dates as registers hold
 * them, places of both states. Names are compared by role, and a father's name may stand where another state writes
 * the family name. Each pair of scripts has its own chances.
 */
export const CORRIDOR_SETTINGS: LinkSettings = {
  name: 'corridor',
  version: '1',
  fields: [
    { name: 'given', kind: 'given', columns: ['given', 'given_name', 'givenName', 'first_name'] },
    { name: 'parent', kind: 'parent', columns: ['patronymic', 'parent', 'father_name', 'middle_name'] },
    {
      name: 'family',
      kind: 'family',
      columns: ['family', 'family_name', 'familyName', 'surname', 'last_name'],
    },
    { name: 'birthDate', kind: 'date', columns: ['birth_date', 'birthDate', 'date_of_birth', 'dob'] },
    { name: 'sex', kind: 'sex', columns: ['sex', 'gender'] },
    { name: 'birthPlace', kind: 'place', columns: ['birth_place', 'birthPlace', 'place_of_birth', 'place'] },
    { name: 'iin', kind: 'code', columns: ['iin', 'identifier'], form: IIN },
    {
      name: 'register',
      kind: 'code',
      columns: ['register', 'register_number', 'identifier'],
      form: REGISTER,
    },
  ],
  comparisons: [
    {
      name: 'given',
      kind: 'word',
      fields: ['given'],
      rarestTerm: 0.0002,
      swapsWith: ['parent', 'family'],
      levels: nameLevels('swapped'),
    },
    {
      name: 'parent',
      kind: 'word',
      fields: ['parent', 'family'],
      part: 'best',
      rarestTerm: 0.0002,
      levels: nameLevels('otherRole'),
    },
    {
      name: 'secondParent',
      kind: 'word',
      fields: ['parent', 'family'],
      part: 'rest',
      rarestTerm: 0.0005,
      levels: nameLevels(undefined),
    },
    {
      name: 'birthDate',
      kind: 'date',
      fields: ['birthDate'],
      levels: [
        { test: 'equal', m: 0.84 },
        { test: 'dayMonthSwapped', m: 0.02 },
        { test: 'oneDigit', m: 0.03 },
        { test: 'sameYearOneUnknown', m: 0.05 },
        { test: 'sameYearMonth', m: 0.01 },
        { test: 'yearApart', m: 0.02 },
        { test: 'sameYear', m: 0.01 },
        { test: 'different', m: 0.02 },
      ],
    },
    {
      name: 'sex',
      kind: 'code',
      fields: ['sex'],
      levels: [
        { test: 'equal', m: 0.985 },
        { test: 'different', m: 0.015 },
      ],
    },
    {
      name: 'birthPlace',
      kind: 'place',
      fields: ['birthPlace'],
      levels: [
        { test: 'sameUnit', m: 0.6 },
        { test: 'within', m: 0.25 },
        { test: 'sameRegion', m: 0.05 },
        { test: 'different', m: 0.1 },
      ],
    },
    identifier('iin'),
    identifier('register'),
  ],
  searchKeys: [
    ['iin:value'],
    ['register:value'],
    ['birthDate:unordered'],
    ['given~parent|family:skeleton', 'birthDate:year'],
    ['given~parent|family:skeleton'],
    ['given:skeleton', 'birthDate:monthDay'],
    ['parent|family:skeleton', 'birthDate:monthDay'],
    ['given:skeleton', 'birthDate:yearMonth'],
  ],
  blocking: [
    ['iin:value'],
    ['register:value'],
    ['birthDate:unordered', 'given|parent|family:head'],
    ['birthDate:date', 'sex:value'],
    ['given~parent|family:skeleton', 'birthDate:year'],
    ['given~parent|family:skeleton'],
    ['given:skeleton', 'birthDate:year', 'birthPlace:region'],
    ['given:skeleton', 'birthDate:monthDay'],
    ['parent|family:skeleton', 'birthDate:monthDay'],
    ['given:skeleton', 'birthDate:yearMonth'],
    ['given:head', 'birthDate:year', 'birthPlace:region'],
    ['parent|family:head', 'birthDate:year', 'birthPlace:region'],
    ['birthDate:monthDay', 'birthPlace:region', 'sex:value'],
    ['given:skeleton', 'birthDate:year'],
    ['parent|family:skeleton', 'birthDate:year'],
    ['birthDate:unordered'],
    ['given:skeleton', 'birthPlace:region'],
  ],
  largestBlock: 300,
  pairsPerRecord: 60,
  training: {
    deterministic: [
      ['iin:value'],
      ['register:value'],
      ['given:fold', 'parent|family:fold', 'birthDate:date'],
      ['given:skeleton', 'parent|family:skeleton', 'birthDate:date'],
    ],
    assumedRecall: 0.75,
    randomPairs: 500_000,
    seed: 1,
  },
  thresholds: {
    automatic: 0.99,
    review: 0.5,
    search: 0.01,
    automaticNeeds: {
      given: ['equal', 'fold', 'variant'],
      parent: ['equal', 'fold', 'variant', 'jaroWinkler'],
      birthDate: ['equal', 'dayMonthSwapped', 'oneDigit', 'sameYearOneUnknown', 'yearApart'],
    },
    contradictions: ['iin', 'register', 'sex'],
  },
  tellsSiblingsApart: {
    comparison: 'given',
    agrees: ['equal', 'fold', 'variant', 'sound', 'skeleton', 'jaroWinkler', 'swapped'],
  },
};

/** Numbers of one scheme: two that differ are two persons, save for an error or a change of number. */
function identifier(name: string): ValueComparison {
  return {
    name,
    kind: 'code',
    fields: [name],
    levels: [
      { test: 'equal', m: 0.97 },
      { test: 'different', m: 0.03 },
    ],
  };
}

function nameLevels(special: 'swapped' | 'otherRole' | undefined): LevelSettings<WordTest>[] {
  return [
    { test: 'equal', among: 'same', m: 0.8, termFrequency: 'fold' },
    { test: 'fold', among: 'same', m: 0.05, termFrequency: 'fold' },
    { test: 'variant', among: 'same', m: 0.03, termFrequency: 'fold' },
    { test: 'fold', among: 'cross', m: 0.7, termFrequency: 'fold' },
    { test: 'variant', among: 'cross', m: 0.12, termFrequency: 'fold' },
    { test: 'sound', atLeast: 0.86, among: 'han', m: 0.7, termFrequency: 'skeleton' },
    { test: 'skeleton', among: 'han', m: 0.08, termFrequency: 'skeleton' },
    { test: 'sound', atLeast: 0.75, among: 'han', m: 0.12 },
    { test: 'jaroWinkler', atLeast: 0.92, among: 'same', m: 0.05 },
    { test: 'jaroWinkler', atLeast: 0.92, among: 'cross', m: 0.08 },
    { test: 'skeleton', among: 'same', m: 0.01 },
    { test: 'skeleton', among: 'cross', m: 0.04 },
    { test: 'jaroWinkler', atLeast: 0.8, among: 'same', m: 0.03 },
    { test: 'jaroWinkler', atLeast: 0.8, among: 'cross', m: 0.03 },
    { test: 'sound', atLeast: 0.6, among: 'han', m: 0.06 },
    { test: 'initial', m: 0.01 },
    ...(special === undefined ? [] : [{ test: special, m: 0.02 }]),
    { test: 'different', among: 'same', m: 0.03 },
    { test: 'different', among: 'cross', m: 0.03 },
    { test: 'different', among: 'han', m: 0.04 },
  ];
}
