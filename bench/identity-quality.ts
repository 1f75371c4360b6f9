/**
 * How well one person is found among a hundred thousand across scripts, by the shipped model, on people it was not
 * learnt from. Name forms follow the rules of the states; typing, date, order and script errors on both sides.
 */
import {
  blocksOf,
  CORRIDOR_MODEL,
  CORRIDOR_SETTINGS,
  evaluate,
  pairProbability,
  partitionsOf,
  Scorer,
  scorePartitions,
  TableBuilder,
  useOf,
  visitPairs,
  type Blocks,
  type Evaluation,
  type Links,
  type LinkTable,
} from '@urtuu/identity';
import { corridorRegister, CORRIDOR_HEADER, type CorridorRegister } from '@urtuu/identity/constructed';
import { digits, type Bench, type Figure } from './figure.ts';

const SEED = 20_261_125;
const NAMES = [
  'identity.first.alphabets',
  'identity.first.han',
  'identity.blocking.alphabets',
  'identity.blocking.han',
  'identity.automatic.siblings',
  'identity.automatic.wrong',
  'identity.calibration.90-95',
  'identity.missed.kazakh',
  'identity.missed.khalkha',
  'identity.wrong.kazakh',
  'identity.wrong.khalkha',
];

export const identityQualityBench: Bench = {
  names: NAMES,
  run({ quick }) {
    const persons = quick ? 20_000 : 100_000;
    const people = corridorRegister(SEED, persons, quick ? 3000 : 15_000);
    const table = tableOf(people);
    const blocks = blocksOf(table, CORRIDOR_SETTINGS);
    const { links } = scorePartitions(
      table,
      CORRIDOR_SETTINGS,
      CORRIDOR_MODEL,
      blocks,
      partitionsOf(blocks, 1_000_000),
      1e-6,
    );
    return Promise.resolve([
      ...foundFigures(people, table, blocks, links),
      ...automaticFigures(people, table, links),
      ...truthFigures(people, table, links),
    ]);
  },
};

function tableOf({ register, questions }: CorridorRegister): LinkTable {
  const builder = new TableBuilder(CORRIDOR_SETTINGS);
  builder.begin(CORRIDOR_HEADER, 0);
  for (const { row } of register) builder.add(row, 0);
  builder.begin(CORRIDOR_HEADER, 1);
  for (const { row } of questions) builder.add(row, 1);
  return builder.freeze();
}

/** The right person compared at all, and first of all, for pairs of alphabets and for pairs with Han. */
function foundFigures(
  { register, questions }: CorridorRegister,
  table: LinkTable,
  blocks: Blocks,
  links: Links,
): Figure[] {
  const compared = new Uint8Array(questions.length);
  for (const partition of partitionsOf(blocks, Number.POSITIVE_INFINITY)) {
    visitPairs(table, blocks, partition, (a, b) => {
      if (questions[b - register.length]?.person === register[a]?.person) compared[b - register.length] = 1;
    });
  }
  const right = new Float64Array(questions.length).fill(Number.NEGATIVE_INFINITY);
  const other = new Float64Array(questions.length).fill(Number.NEGATIVE_INFINITY);
  for (const [i, score] of links.score.entries()) {
    const question = (links.b[i] ?? 0) - register.length;
    const isRight = questions[question]?.person === register[links.a[i] ?? 0]?.person;
    const best = isRight ? right : other;
    best[question] = Math.max(best[question] ?? 0, rankOf(score, links.siblingLike[i] === 1));
  }
  const counts = {
    alphabets: { questions: 0, compared: 0, first: 0 },
    han: { questions: 0, compared: 0, first: 0 },
  };
  for (const [i, { script, person }] of questions.entries()) {
    const held = register[person]?.script;
    // Han to Han asks nothing of scripts.
    if (script === 'Hani' && held === 'Hani') continue;
    const count = script === 'Hani' || held === 'Hani' ? counts.han : counts.alphabets;
    count.questions += 1;
    count.compared += compared[i] ?? 0;
    if ((right[i] ?? 0) > (other[i] ?? 0)) count.first += 1;
  }
  const { alphabets, han } = counts;
  const among = `${register.length.toLocaleString('en-GB')} persons`;
  return [
    share(
      'identity.first.alphabets',
      alphabets.first,
      alphabets.questions,
      `right person first among ${among}, between Cyrillic, Latin and Arabic`,
    ),
    share(
      'identity.first.han',
      han.first,
      han.questions,
      `right person first among ${among}, to or from Han characters`,
    ),
    share(
      'identity.blocking.alphabets',
      alphabets.compared,
      alphabets.questions,
      'true pairs compared at all, between Cyrillic, Latin and Arabic',
    ),
    share(
      'identity.blocking.han',
      han.compared,
      han.questions,
      'true pairs compared at all, to or from Han characters',
    ),
  ];
}

/** The order of a search: by probability, and by score where it is the same. */
function rankOf(score: number, siblingLike: boolean): number {
  const probability = pairProbability(CORRIDOR_MODEL, score, siblingLike);
  return Math.log2(probability / (1 - probability)) + score * 1e-6;
}

function automaticFigures(
  { persons, register, questions }: CorridorRegister,
  table: LinkTable,
  links: Links,
): Figure[] {
  const scorer = new Scorer(table, CORRIDOR_SETTINGS, CORRIDOR_MODEL);
  let automatic = 0;
  let wrong = 0;
  let siblings = 0;
  for (let i = 0; i < links.score.length; i += 1) {
    const [a = 0, b = 0] = [links.a[i], links.b[i]];
    const score = scorer.score(a, b);
    if (useOf(CORRIDOR_SETTINGS, CORRIDOR_MODEL, score, scorer) !== 'automatic') continue;
    automatic += 1;
    const [one = -1, two = -2] = [register[a]?.person, questions[b - register.length]?.person];
    if (one === two) continue;
    wrong += 1;
    if (persons[one]?.family === persons[two]?.family) siblings += 1;
  }
  return [
    {
      ...plain,
      bench: 'identity.automatic.siblings',
      value: siblings,
      unit: 'links',
      note: `brothers, sisters and twins linked without a human, of ${automatic.toLocaleString('en-GB')} such links`,
    },
    share('identity.automatic.wrong', wrong, automatic, 'of the links without a human'),
  ];
}

function truthFigures(
  { persons, register, questions }: CorridorRegister,
  table: LinkTable,
  links: Links,
): Figure[] {
  const records = [...register, ...questions];
  const evaluation = evaluate(
    table,
    links,
    Int32Array.from(records, ({ person }) => person),
    CORRIDOR_MODEL,
    {
      groups: records.map(({ person }) => persons[person]?.people ?? ''),
    },
  );
  const band = evaluation.calibration.find(({ from }) => from === 0.9);
  return [
    {
      ...plain,
      bench: 'identity.calibration.90-95',
      value: digits(band?.observed ?? 0),
      unit: 'share',
      note: `true, of ${(band?.pairs ?? 0).toLocaleString('en-GB')} pairs given a probability of 0.90 to 0.95`,
    },
    ...(['kazakh', 'khalkha'] as const).flatMap((people) => groupFigures(evaluation, people)),
  ];
}

function groupFigures({ byGroup }: Evaluation, people: 'kazakh' | 'khalkha'): Figure[] {
  const group = byGroup.find((each) => each.group === people);
  const of = `${(group?.truePairs ?? 0).toLocaleString('en-GB')} true pairs of ${people === 'kazakh' ? 'Kazakh' : 'Khalkha'} names, at p ≥ 0.5`;
  return [
    {
      ...plain,
      bench: `identity.missed.${people}`,
      value: digits(group?.missed ?? 1),
      unit: 'share',
      note: `missed of ${of}`,
    },
    {
      ...plain,
      bench: `identity.wrong.${people}`,
      value: digits(group?.wrong ?? 1),
      unit: 'share',
      note: `wrong among the links, ${of}`,
    },
  ];
}

const plain = { limit: null, ratio: null, cores: 1 };

function share(bench: string, part: number, of: number, note: string): Figure {
  const value = of === 0 ? 0 : digits(part / of);
  return { ...plain, bench, value, unit: 'share', note: `${note} (${of.toLocaleString('en-GB')})` };
}
