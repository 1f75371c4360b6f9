/** `urtuu link`: which records of one file, or of two, are of one person. */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  calibrateLinks,
  calibrationChart,
  clustersOf,
  evaluate,
  pairProbability,
  Scorer,
  TableBuilder,
  thresholdChart,
  useOf,
  versionOf,
  waterfallChart,
  weightChart,
  type Evaluation,
  type LinkRun,
  type LinkSettings,
  type LinkTable,
  type LinkUse,
  type Links,
  type Truth,
  type Waterfall,
} from '@urtuu/identity';
import { csvRow } from '../link/csv.ts';
import { labelsOf, readLabels } from '../link/labels.ts';
import {
  knownCalibration,
  LinkFileFault,
  readModel,
  readSettings,
  readSource,
  type SourceFile,
} from '../link/link-files.ts';
import { linkInThreads } from '../link/link-in-threads.ts';
import { reportLines, type LinkReport } from '../link/link-report.ts';
import { WrongUsage, type Command, type CommandInput, type OptionValues } from './command.ts';

export const linkCommand: Command = {
  name: 'link',
  operands: ['<a.csv>', '[b.csv]'],
  summary: 'Link records of persons: within one CSV file, or across two',
  options: {
    settings: {
      type: 'string',
      value: 'name|file',
      meaning: 'corridor, latin, or a JSON file; corridor unless given',
    },
    out: { type: 'string', value: 'links.csv', meaning: 'Write the links: ids, probability, use, levels' },
    clusters: {
      type: 'string',
      value: 'file.csv',
      meaning: 'Write each record’s cluster and its weakest link',
    },
    warnings: { type: 'string', value: 'file.csv', meaning: 'Write what could not be read, by record' },
    least: {
      type: 'string',
      value: 'p',
      meaning: 'Least probability of a link; that of review unless given',
    },
    id: {
      type: 'string',
      value: 'column',
      meaning: 'Column of the record’s id; id, rec_id, else the row number',
    },
    labels: {
      type: 'string',
      value: 'file|column:name',
      meaning: 'The truth, to evaluate: id,person or a,b in a file, or a column that names the person',
    },
    group: { type: 'string', value: 'column', meaning: 'Column to show errors by, with --labels' },
    calibrate: {
      type: 'boolean',
      meaning: 'Fit probabilities to the labels; evaluation is then of half the persons',
    },
    model: {
      type: 'string',
      value: 'file.json',
      meaning: 'Use a model that was written before; no training',
    },
    'save-model': { type: 'string', value: 'file.json', meaning: 'Write the model' },
    charts: { type: 'string', value: 'folder', meaning: 'Write charts as SVG' },
    explain: { type: 'string', value: 'a,b', meaning: 'Show the evidence of one pair of ids, bar by bar' },
    threads: { type: 'string', value: 'n', meaning: 'Threads; as many as cores unless given' },
    json: { type: 'boolean', meaning: 'Print the report as JSON' },
  },
  examples: [
    'urtuu link persons.csv --settings latin --out links.csv --json',
    'urtuu link khur.csv shep.csv --out links.csv --clusters clusters.csv --warnings warnings.csv',
    'urtuu link people.csv --labels column:person --group people --charts charts',
  ],
  run,
};

async function run({ operands, values, terminal }: CommandInput): Promise<number> {
  try {
    return await linkFiles(operands, values, terminal);
  } catch (error) {
    if (!(error instanceof LinkFileFault)) throw error;
    for (const line of error.message.split('\n')) terminal.err(line);
    return 2;
  }
}

async function linkFiles(
  operands: readonly string[],
  values: OptionValues,
  { out, err }: CommandInput['terminal'],
): Promise<number> {
  const [first, second, ...more] = operands;
  if (first === undefined || more.length > 0) throw new WrongUsage('Wanted: one CSV file, or two');
  const settings = await readSettings(values.text('settings') ?? 'corridor');
  const least = numberIn(values, 'least', settings.thresholds.review, 1e-6, 1);
  const threads = numberIn(values, 'threads', availableParallelism(), 1, 64);
  const modelFile = values.text('model');
  const given = modelFile === undefined ? undefined : await readModel(modelFile, settings);
  const began = performance.now();

  const builder = new TableBuilder(settings);
  const sources = await readSources(builder, second === undefined ? [first] : [first, second], values);
  const table = builder.freeze();
  const read = performance.now();

  const truth = await truthOf(values, sources);
  const found = await linkInThreads(table, settings, {
    model: given,
    least: truth === undefined ? least : Math.min(least, 0.001),
    threads,
  });
  const done = performance.now();
  const known = { ...found, model: { calibration: knownCalibration(settings), ...found.model } };
  const runResult = values.has('calibrate') ? calibrated(found, truth) : known;
  const evaluation =
    truth === undefined ? undefined : evaluationOf(table, runResult, truth, sources, values, least);
  const ids = sources.flatMap((source) => source.ids);
  const scorer = new Scorer(table, settings, runResult.model);
  const links = linkRows(runResult, settings, scorer, least);
  const clustering = clustersOf(likelyLinks(runResult, least), Number.NEGATIVE_INFINITY);

  await writeTables(values, { ids, table, settings, links, clustering, builder });
  await writeCharts(values.text('charts'), runResult, evaluation, links, scorer);
  const save = values.text('save-model');
  if (save !== undefined) await writeFile(save, `${JSON.stringify(runResult.model, null, 2)}\n`);

  const report: LinkReport = {
    settings: versionOf(settings),
    records: sources.map((source) => source.ids.length),
    fieldsWithoutColumn: [...new Set(sources.flatMap((source) => source.fieldsWithoutColumn))],
    warnings: countWarnings(builder),
    unevenRows: sources.reduce((sum, source) => sum + source.unevenRows, 0),
    cut: found.blocks.cut.map(({ rule, blocks, records }) => ({ rule: rule.join(' + '), blocks, records })),
    compared: found.compared,
    lambda: found.model.lambda,
    links: countUses(links),
    clusters: {
      count: clustering.clusters.length,
      largest: Math.max(0, ...clustering.clusters.map(({ members }) => members.length)),
      chains: clustering.clusters.filter(({ isChain }) => isChain).length,
    },
    seconds: (done - began) / 1000,
    threads,
    pairsPerSecondPerThread: Math.round(found.compared / ((done - read) / 1000) / threads),
    ...(evaluation === undefined ? {} : { evaluation }),
  };
  if (values.has('json')) out(JSON.stringify(report, null, 2));
  else for (const line of reportLines(report)) out(line);
  const asked = values.text('explain');
  if (asked !== undefined) for (const line of explanation(asked, sources, scorer)) err(line);
  return 0;
}

async function readSources(
  builder: TableBuilder,
  files: readonly string[],
  values: OptionValues,
): Promise<SourceFile[]> {
  const label = values.text('labels')?.match(/^column:(.+)$/)?.[1];
  const extra = [label, values.text('group')].filter((name) => name !== undefined);
  const sources: SourceFile[] = [];
  for (const [i, file] of files.entries()) {
    sources.push(await readSource(file, builder, i === 0 ? 0 : 1, { id: values.text('id'), extra }));
  }
  return sources;
}

async function truthOf(values: OptionValues, sources: readonly SourceFile[]): Promise<Truth | undefined> {
  const labels = values.text('labels');
  if (labels === undefined) {
    for (const name of ['group', 'calibrate']) {
      if (values.text(name) !== undefined || values.has(name)) {
        throw new WrongUsage(`--${name}: wanted --labels too, which tells the truth`);
      }
    }
    return undefined;
  }
  const column = labels.match(/^column:(.+)$/)?.[1];
  if (column !== undefined) return labelsOf(sources.flatMap(({ extra }) => extra[column] ?? []));
  return await readLabels(
    labels,
    sources.map(({ ids }) => ids),
  );
}

/** Probabilities fitted to the persons of even number; the others are left to evaluate with. */
function calibrated(run: LinkRun, truth: Truth | undefined): LinkRun {
  if (truth === undefined) return run;
  const calibration = calibrateLinks(run.links, (a, b) => {
    const [p = -1, q = -1] = [truth[a], truth[b]];
    return p < 0 || q < 0 || p % 2 !== 0 || q % 2 !== 0 ? undefined : p === q;
  });
  return { ...run, model: { ...run.model, calibration } };
}

function evaluationOf(
  table: LinkTable,
  { links, model }: LinkRun,
  truth: Truth,
  sources: readonly SourceFile[],
  values: OptionValues,
  threshold: number,
): Evaluation {
  const group = values.text('group');
  const held = values.has('calibrate') ? truth.map((person) => (person % 2 === 0 ? -1 : person)) : truth;
  return evaluate(table, links, held, model, {
    threshold,
    ...(group === undefined ? {} : { groups: sources.flatMap(({ extra }) => extra[group] ?? []) }),
  });
}

interface LinkRow {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
  readonly use: LinkUse;
}

/** The links at or above the least probability, the surest first. */
function linkRows(
  { links, model }: LinkRun,
  settings: LinkSettings,
  scorer: Scorer,
  least: number,
): LinkRow[] {
  const rows: LinkRow[] = [];
  for (const [i, score] of links.score.entries()) {
    const probability = pairProbability(model, score, links.siblingLike[i] === 1);
    if (probability < least) continue;
    const [a = 0, b = 0] = [links.a[i], links.b[i]];
    scorer.score(a, b);
    rows.push({ a, b, probability, use: useOf(settings, model, score, scorer) });
  }
  return rows.sort((x, y) => y.probability - x.probability || x.a - y.a || x.b - y.b);
}

/** The links of at least this probability. */
function likelyLinks({ links, model }: LinkRun, least: number): Links {
  const likely = [...links.score.keys()].filter(
    (i) => pairProbability(model, links.score[i] ?? 0, links.siblingLike[i] === 1) >= least,
  );
  return {
    a: Int32Array.from(likely, (i) => links.a[i] ?? 0),
    b: Int32Array.from(likely, (i) => links.b[i] ?? 0),
    score: Float32Array.from(likely, (i) => links.score[i] ?? 0),
    siblingLike: Uint8Array.from(likely, (i) => links.siblingLike[i] ?? 0),
  };
}

interface Tables {
  readonly ids: readonly string[];
  readonly table: LinkTable;
  readonly settings: LinkSettings;
  readonly links: readonly LinkRow[];
  readonly clustering: ReturnType<typeof clustersOf>;
  readonly builder: TableBuilder;
}

async function writeTables(values: OptionValues, tables: Tables): Promise<void> {
  const { ids, table, settings, links, clustering, builder } = tables;
  const idOf = (record: number): string => ids[record] ?? '';
  const out = values.text('out');
  if (out !== undefined) {
    const scorer = new Scorer(table, settings, {
      settings: versionOf(settings),
      lambda: 0.5,
      comparisons: settings.comparisons.map(({ name, levels }) => ({
        name,
        levels: levels.map(({ test }) => ({ test, m: 1, u: 1 })),
      })),
    });
    const names = settings.comparisons.map(({ name }) => name);
    const lines = links.map(({ a, b, probability, use }) => {
      const levels = new Map(
        scorer.explain(a, b).bars.flatMap(({ name, level }) => (level === undefined ? [] : [[name, level]])),
      );
      return csvRow([
        idOf(a),
        idOf(b),
        probability.toPrecision(6),
        use,
        ...names.map((name) => levels.get(name) ?? ''),
      ]);
    });
    await writeFile(
      out,
      `${[csvRow(['id_a', 'id_b', 'probability', 'use', ...names]), ...lines].join('\n')}\n`,
    );
  }
  const clusters = values.text('clusters');
  if (clusters !== undefined) {
    const lines = clustering.clusters.flatMap(({ members, weakest, isChain }, i) =>
      members.map((member) =>
        csvRow([
          i + 1,
          idOf(member),
          idOf(weakest.a),
          idOf(weakest.b),
          weakest.score.toFixed(2),
          isChain ? 'chain' : '',
        ]),
      ),
    );
    const header = 'cluster,id,weakest_a,weakest_b,weakest_bits,held_by';
    await writeFile(clusters, `${[header, ...lines].join('\n')}\n`);
  }
  const warnings = values.text('warnings');
  if (warnings !== undefined) {
    const lines = builder.warnings.map(({ record, field, code }) => csvRow([idOf(record), field, code]));
    await writeFile(warnings, `${['id,field,warning', ...lines].join('\n')}\n`);
  }
}

async function writeCharts(
  folder: string | undefined,
  { model }: LinkRun,
  evaluation: Evaluation | undefined,
  links: readonly LinkRow[],
  scorer: Scorer,
): Promise<void> {
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  // Of all pairs the one a clerk would find hardest.
  const doubtful = links.reduce<LinkRow | undefined>(
    (best, row) =>
      best === undefined || Math.abs(row.probability - 0.5) < Math.abs(best.probability - 0.5) ? row : best,
    undefined,
  );
  const charts = {
    'weights.svg': weightChart(model),
    ...(doubtful === undefined
      ? {}
      : { 'most-doubtful-pair.svg': waterfallChart(scorer.explain(doubtful.a, doubtful.b)) }),
    ...(evaluation === undefined
      ? {}
      : { 'thresholds.svg': thresholdChart(evaluation), 'calibration.svg': calibrationChart(evaluation) }),
  };
  for (const [name, svg] of Object.entries(charts)) await writeFile(join(folder, name), svg);
}

function explanation(asked: string, sources: readonly SourceFile[], scorer: Scorer): string[] {
  const [one = '', two = ''] = asked.split(',').map((id) => id.trim());
  const [first, second] = sources;
  const a = first?.ids.indexOf(one) ?? -1;
  const inSecond = (second ?? first)?.ids.indexOf(two) ?? -1;
  const b = inSecond < 0 || second === undefined ? inSecond : inSecond + (first?.ids.length ?? 0);
  if (a < 0 || b < 0) throw new WrongUsage(`--explain: there is no record ${a < 0 ? one : two}`);
  return waterfallLines(scorer.explain(a, b));
}

function waterfallLines({ bars, score, probability }: Waterfall): string[] {
  return [
    ...bars.map(({ name, kind, level, bits }) => {
      const what = kind === 'termFrequency' ? 'frequency' : (level ?? '');
      return `  ${name.padEnd(16)} ${what.padEnd(24)} ${bits.toFixed(2).padStart(8)}`;
    }),
    `  ${'sum'.padEnd(41)} ${score.toFixed(2).padStart(8)} bits, probability ${probability.toPrecision(6)}`,
  ];
}

function countUses(links: readonly LinkRow[]): LinkReport['links'] {
  const counts = { automatic: 0, review: 0, search: 0, none: 0 };
  for (const { use } of links) counts[use] += 1;
  return { automatic: counts.automatic, review: counts.review, search: counts.search };
}

function countWarnings({ warnings }: TableBuilder): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of warnings) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

function numberIn(values: OptionValues, name: string, otherwise: number, low: number, high: number): number {
  const text = values.text(name);
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (text.trim() === '' || !(value >= low && value <= high)) {
    throw new WrongUsage(`--${name}: found ${text}, wanted a number from ${low} to ${high}`);
  }
  return value;
}
