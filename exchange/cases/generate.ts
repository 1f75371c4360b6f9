/** Writes docs/case-states.md from the table itself: `node exchange/cases/generate.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { CASE_STATES, type CaseState } from '../contract.ts';
import { CASE_ACTIONS, CASE_ROLES, CASE_TABLE, type CaseRole, type Step } from './state-table.ts';

const FILE = new URL('../../docs/case-states.md', import.meta.url);

/** The page as the table has it now. */
export function caseStatesPage(): string {
  return `${[HEAD, ...CASE_ROLES.map(sectionOf), TAIL].join('\n\n')}\n`;
}

/** The page as it is published. */
export function publishedCaseStatesPage(): string {
  return readFileSync(FILE, 'utf8');
}

const HEAD = `# States of a case

Made by \`node exchange/cases/generate.ts\` from the table in [exchange/cases/state-table.ts](../exchange/cases/state-table.ts); a test holds the two together. Do not edit.

Each state keeps its own copy of a case and moves it by this table alone, under its own role: the **owner** decides first, the **counterparty** answers and then decides under its own law. What a row does not list is not allowed; the node then answers \`business/action-not-allowed\` with the present state and, for every action, whether it is possible and if not why.

A guard names a fact beyond the state: \`decisionDrawn\` means that a drawn decision waits for approval. \`resumed\` is the state before the suspension.`;

const TAIL = `## Who takes a step

The table says what a case allows, not who may do it. People take \`requestPeriods\`, \`forwardClaim\`, \`drawDecision\`, \`approveDecision\` and \`returnDecision\` in the console; roles are checked apart from the table, and whoever drew a decision up may not approve it. Documents of the other state take \`receiveCertificate\` and \`receiveDecision\`; sending a certificate takes \`sendCertificate\`; when both states have decided the node takes \`closeLocally\`. For \`askClaimant\`, \`claimantAnswered\`, \`suspend\`, \`resume\`, \`reopen\`, \`closeGlobally\` and \`archive\` the table has its steps, and the console has no button yet.`;

function sectionOf(role: CaseRole): string {
  return [`## ${titled(role)}`, '', diagramOf(role), '', tableOf(role)].join('\n');
}

interface Move {
  readonly from: CaseState;
  readonly action: string;
  readonly step: Step;
}

function movesOf(role: CaseRole): Move[] {
  return CASE_STATES.flatMap((from) =>
    CASE_ACTIONS.flatMap((action) => {
      const step = CASE_TABLE[role][from][action];
      return step === undefined ? [] : [{ from, action, step }];
    }),
  );
}

/** Steps that lead elsewhere, those of the same two states on one arrow; what stays is in the table alone. */
function diagramOf(role: CaseRole): string {
  const arrows = Map.groupBy(
    movesOf(role).filter(({ from, step }) => step.next !== from && step.next !== 'resumed'),
    ({ from, step }) => `${from} --> ${step.next}`,
  );
  const lines = [...arrows].map(
    ([arrow, moves]) => `  ${arrow}: ${moves.map(({ action }) => action).join(', ')}`,
  );
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> draft', ...lines, '```'].join('\n');
}

function tableOf(role: CaseRole): string {
  const rows = movesOf(role).map(({ from, action, step }) => {
    const { next, guard, role: becomes } = step;
    const handsOver = becomes === undefined ? '' : `; this node becomes ${becomes}`;
    return `| ${from} | ${action} | ${guard === undefined ? '' : guardText(guard)} | ${next}${handsOver} |`;
  });
  return ['| state | action | only if | next state |', '|---|---|---|---|', ...rows].join('\n');
}

function guardText(guard: string): string {
  return guard.startsWith('not:') ? `not ${guard.slice(4)}` : guard;
}

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

if (import.meta.main) writeFileSync(FILE, caseStatesPage());
