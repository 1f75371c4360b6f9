import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { ownDecision, reaches, readExample, travel } from './testing/example.fixture.ts';
import { startTwoStates, type TwoStates } from './testing/two-states.fixture.ts';

/** One for each way a case can go; the node holds all of `examples/` to its expectation behind real gateways. */
const WAYS = [
  'archive-evidence-only',
  'death-before-decision',
  'filed-in-wrong-state',
  'kandas-with-treaty',
  'mongolian-with-kazakh-years',
  'uncertain-identity',
  'unknown-period-code',
];

const DOUBTS: readonly string[] = ['identityDoubt', 'evidenceDoubt', 'deathReported', 'partnerRejected'];

describe('the example cases, through the public door of both states', () => {
  let states: TwoStates;
  before(async () => {
    states = await startTwoStates();
  });
  after(() => states.stop());

  for (const name of WAYS) {
    test(`${name}: both states decide, tell each other, and the amounts are as worked out by hand`, async () => {
      const example = readExample(name);
      const caseId = await travel(states, example);
      const KZ = await reaches(states.KZ, caseId, 'closedGlobal');
      const MN = await reaches(states.MN, caseId, 'closedGlobal');

      const { assess, journey } = example.expected;
      const country = assess.law === 'kz' ? 'KZ' : 'MN';
      const view = country === 'KZ' ? KZ : MN;
      const { assessment, simulation } = ownDecision(view, country);
      assert.equal(assessment.outcome, assess.outcome);
      assert.equal(simulation, assess.simulation);
      for (const { component, outcome, amount } of assess.components) {
        const found = assessment.components.find((one) => one.component === component);
        assert.deepEqual([component, found?.outcome, found?.amount], [component, outcome, amount]);
      }
      assert.deepEqual(assessment.total, assess.total);
      assert.equal(assessment.until, assess.until);

      const doubts = [...KZ.tasks, ...MN.tasks]
        .map((task) => task.kind)
        .filter((kind) => DOUBTS.includes(kind));
      assert.deepEqual([...new Set(doubts)].sort(), [...journey.tasks].sort());
      const certificate = view.documents.find((document) => document.type === 'PeriodCertificate');
      assert.equal(Reflect.get(Object(certificate?.content), 'anyPeriods'), journey.anyPeriods);
      for (const side of [KZ, MN]) {
        assert.deepEqual(
          side.decisions
            .map((decision) => decision.state)
            .filter((state) => state !== 'annulled')
            .sort(),
          ['notified', 'received'],
        );
        assert.equal(side.claim.filedOn, example.filedOn);
        // A death that the other state reports is for a clerk to note, however the case stands.
        assert.equal(side.waitingFor, side.openTasks === 0 ? 'nobody' : 'clerk');
        assert.ok(side.tasks.every((task) => task.state === 'done' || task.kind === 'deathReported'));
      }
    });
  }
});
