import {
  CASE_STATES,
  exchangeContract,
  receiptViewSchema,
  TRANSMISSION_STATES,
} from '@urtuu/exchange/contract';
import { CORRIDOR_SETTINGS } from '@urtuu/identity';
import {
  CERTAINTIES,
  EVIDENCE_KINDS,
  IDENTIFIER_SCHEMES,
  PERIOD_KINDS,
  PERIOD_TYPES,
  PRECISIONS,
  SCRIPTS,
} from '@urtuu/law';
import {
  caseSummarySchema,
  clockViewSchema,
  decisionViewSchema,
  identityComparisonSchema,
  pensionsContract,
  TASK_KINDS,
  TASK_RESOLUTIONS,
} from '@urtuu/pensions/contract';
import {
  ACT_REFUSALS,
  ASKED_FIELDS,
  DOUBLE_REVIEW_STATES,
  FOUND_BY,
  personsContract,
  RECORD_SOURCES,
  REVIEW_OUTCOMES,
  REVIEW_STATES,
  standingSchema,
} from '@urtuu/persons/contract';
import { ROLES } from '@urtuu/platform/contract';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

const own = textsOf(new URL('../messages/en.json', import.meta.url));
const pensions = textsOf(new URL('../../pensions/messages/en.json', import.meta.url));

const LINK_OUTCOMES = personsContract.decideReview.body.shape.outcome.options;
const COMPARISONS = CORRIDOR_SETTINGS.comparisons;

/** The codes of the contracts that a page shows, by the family of texts that speaks them. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  role: ROLES,
  personSource: RECORD_SOURCES,
  wordMatch: FOUND_BY,
  linkRefused: ACT_REFUSALS,
  linkOutcome: LINK_OUTCOMES,
  linkBasis: standingSchema.shape.basis.options,
  decide: LINK_OUTCOMES,
  decided: LINK_OUTCOMES,
  reviewState: REVIEW_STATES,
  reviewOutcome: REVIEW_OUTCOMES,
  reviewEnd: REVIEW_OUTCOMES,
  identityField: ASKED_FIELDS,
  look: personsContract.readLook.reply.shape.look.options,
  lookGiven: DOUBLE_REVIEW_STATES,
  comparison: COMPARISONS.map(({ name }) => name),
  evidenceLevel: ['missing', ...COMPARISONS.flatMap(({ levels }) => levels.map(({ test }) => test))],
  evidenceAmong: COMPARISONS.flatMap(({ levels }) =>
    levels.flatMap((level) => ('among' in level && level.among !== undefined ? [level.among] : [])),
  ),
  caseState: CASE_STATES,
  citizenState: CASE_STATES,
  caseRole: caseSummarySchema.shape.role.options,
  waitingFor: caseSummarySchema.shape.waitingFor.options,
  citizenWaiting: caseSummarySchema.shape.waitingFor.options,
  transmissionState: TRANSMISSION_STATES,
  level: receiptViewSchema.shape.level.options,
  levelState: receiptViewSchema.shape.outcome.options,
  clock: clockViewSchema.shape.clock.options,
  result: decisionViewSchema.shape.result.options,
  decisionState: decisionViewSchema.shape.state.options,
  agreement: identityComparisonSchema.shape.fields.element.shape.agreement.options,
  task: TASK_KINDS,
  taskEndsBy: TASK_KINDS,
  resolution: TASK_RESOLUTIONS,
  resolve: TASK_RESOLUTIONS,
  quarantineState: exchangeContract.listQuarantine.query.shape.state.unwrap().options,
  scheme: IDENTIFIER_SCHEMES,
  script: SCRIPTS,
  certainty: CERTAINTIES,
  precision: PRECISIONS,
  evidence: EVIDENCE_KINDS,
  periodKind: PERIOD_KINDS,
  periodType: Object.values(PERIOD_TYPES),
  action: Object.entries(pensionsContract).flatMap(([name, route]) => ('ifMatch' in route ? [name] : [])),
  actionDone: Object.entries(pensionsContract).flatMap(([name, route]) => ('ifMatch' in route ? [name] : [])),
};

describe('codes of the contracts', () => {
  for (const [family, codes] of Object.entries(CODES)) {
    test(`every code of ${family} has a text`, () => {
      assert.notEqual(codes.length, 0);
      const silent = codes.filter(
        (code) => !own.has(`${family}.${code}`) && !pensions.has(`${family}.${code}`),
      );
      assert.deepEqual(silent, []);
    });
  }
});

function textsOf(file: URL): ReadonlySet<string> {
  return new Set(Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object));
}
