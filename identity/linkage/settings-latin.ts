import type { LevelSettings, LinkSettings, WordComparison, WordTest } from './settings.ts';

/**
 * Settings for person data in plain Latin letters, as census, school and health files hold them: names, birth date,
 * address, telephone. Columns are found by their usual headings; what a file does not have is no evidence.
 */
export const LATIN_SETTINGS: LinkSettings = {
  name: 'latin',
  version: '1',
  fields: [
    { name: 'given', kind: 'text', columns: ['given_name', 'first_name', 'given', 'firstname', 'forename'] },
    { name: 'family', kind: 'text', columns: ['surname', 'last_name', 'family_name', 'family', 'lastname'] },
    { name: 'birthDate', kind: 'date', columns: ['date_of_birth', 'birth_date', 'dob', 'birthdate'] },
    { name: 'sex', kind: 'sex', columns: ['sex', 'gender'] },
    { name: 'street', kind: 'text', columns: ['address_1', 'street', 'address'] },
    { name: 'house', kind: 'code', columns: ['street_number', 'house_number'] },
    { name: 'estate', kind: 'text', columns: ['address_2'] },
    { name: 'town', kind: 'text', columns: ['suburb', 'city', 'town', 'birth_place', 'place'] },
    { name: 'postcode', kind: 'text', columns: ['postcode', 'zip', 'postcode_fake'] },
    { name: 'phone', kind: 'code', columns: ['phone_number', 'phone', 'telephone'] },
    { name: 'occupation', kind: 'text', columns: ['occupation'] },
  ],
  comparisons: [
    word('given', { rarestTerm: 0.0005, swapsWith: ['family'] }),
    word('family', { rarestTerm: 0.0002 }),
    {
      name: 'birthDate',
      kind: 'date',
      fields: ['birthDate'],
      levels: [
        { test: 'equal', m: 0.85 },
        { test: 'dayMonthSwapped', m: 0.02 },
        { test: 'oneDigit', m: 0.06 },
        { test: 'sameYearOneUnknown', m: 0.01 },
        { test: 'sameYearMonth', m: 0.02 },
        { test: 'yearApart', m: 0.01 },
        { test: 'sameYear', m: 0.01 },
        { test: 'different', m: 0.02 },
      ],
    },
    { name: 'sex', kind: 'code', fields: ['sex'], levels: equalOr(0.98) },
    word('street', { rarestTerm: 0.0005 }),
    { name: 'house', kind: 'code', fields: ['house'], levels: equalOr(0.85) },
    word('estate', { rarestTerm: 0.001 }),
    word('town', { rarestTerm: 0.001 }),
    word('postcode', { rarestTerm: 0.0005 }),
    { name: 'phone', kind: 'code', fields: ['phone'], levels: equalOr(0.8) },
    word('occupation', { rarestTerm: 0.002 }),
  ],
  searchKeys: [
    ['phone:value'],
    ['birthDate:unordered'],
    ['given:skeleton', 'family:skeleton'],
    ['family:fold', 'postcode:fold'],
    ['given:fold', 'postcode:fold'],
    ['street:fold', 'house:value'],
  ],
  blocking: [
    ['phone:value'],
    ['birthDate:unordered'],
    ['given:skeleton', 'family:skeleton'],
    ['family:fold', 'postcode:fold'],
    ['given:fold', 'postcode:fold'],
    ['street:fold', 'house:value'],
    ['postcode:fold', 'house:value'],
    ['town:fold', 'house:value'],
    ['street:skeleton', 'postcode:fold'],
    ['town:skeleton', 'family:skeleton'],
    ['town:skeleton', 'given:skeleton'],
    ['street:skeleton', 'town:skeleton'],
    ['estate:skeleton', 'town:skeleton'],
    ['street:skeleton', 'given:head'],
    ['street:skeleton', 'family:head'],
    ['estate:skeleton', 'given:head'],
    ['estate:skeleton', 'family:head'],
    ['house:value', 'birthDate:year', 'given:initial'],
    ['given:head', 'family:head', 'birthDate:year'],
    ['family:skeleton', 'birthDate:year'],
    ['given|family:skeleton', 'birthDate:monthDay'],
    ['postcode:fold', 'birthDate:year'],
    ['family:skeleton'],
    ['street:skeleton'],
    ['estate:skeleton'],
    ['postcode:fold'],
    ['given:skeleton'],
  ],
  largestBlock: 400,
  pairsPerRecord: 60,
  training: {
    deterministic: [
      ['given:fold', 'family:fold', 'birthDate:date'],
      ['family:fold', 'birthDate:date', 'postcode:fold'],
      ['given:fold', 'birthDate:date', 'postcode:fold'],
      ['given:fold', 'family:fold', 'street:fold'],
    ],
    assumedRecall: 0.85,
    randomPairs: 500_000,
    seed: 1,
  },
  thresholds: {
    automatic: 0.99,
    review: 0.5,
    search: 0.1,
    automaticNeeds: {},
    contradictions: [],
  },
};

function word(
  name: string,
  { rarestTerm, swapsWith }: { readonly rarestTerm: number; readonly swapsWith?: readonly string[] },
): WordComparison {
  const swapped: readonly LevelSettings<WordTest>[] =
    swapsWith === undefined ? [] : [{ test: 'swapped', m: 0.01 }];
  return {
    name,
    kind: 'word',
    fields: [name],
    rarestTerm,
    ...(swapsWith === undefined ? {} : { swapsWith }),
    levels: [
      { test: 'fold', m: 0.75, termFrequency: 'fold' },
      { test: 'jaroWinkler', atLeast: 0.92, m: 0.1 },
      { test: 'jaroWinkler', atLeast: 0.84, m: 0.05 },
      { test: 'initial', m: 0.01 },
      { test: 'skeleton', m: 0.02 },
      { test: 'jaroWinkler', atLeast: 0.7, m: 0.02 },
      ...swapped,
      { test: 'different', m: 0.04 },
    ],
  };
}

function equalOr(m: number): { readonly test: 'equal' | 'different'; readonly m: number }[] {
  return [
    { test: 'equal', m },
    { test: 'different', m: 1 - m },
  ];
}
