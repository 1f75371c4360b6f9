/** A decision as it is signed: what was decided of which records, by whom and why, without any data of the person. */
import { createHash } from 'node:crypto';
import { canonicalJson, type Json, type JsonObject } from '@urtuu/kernel';
import type { DecisionRow } from '../tables.ts';

/** How the institution signs what an officer states, and reads what it signed. */
export interface Statements {
  sign(payload: JsonObject, at: Date): string;
  /** The payload if the signature is of this institution's key of that time; undefined otherwise. */
  read(statement: string, at: Date): JsonObject | undefined;
}

export type Decision = Omit<DecisionRow, 'statement'>;

export function statementOf(decision: Decision): JsonObject {
  const { record_a, record_b } = decision;
  return {
    type: 'urtuu-link-decision',
    decisionId: decision.decision_id,
    records: [record_a, record_b],
    outcome: decision.outcome,
    basis: decision.basis,
    replaces: decision.replaces,
    by: { subject: decision.decided_by, name: decision.decided_by_name },
    reason: decision.reason,
    newEvidence: decision.new_evidence,
    evidence: decision.evidence === null ? null : digestOf(decision.evidence),
    at: decision.decided_at.toISOString(),
  };
}

/** Whether the row says what was signed, and the institution signed it. */
export function isSigned(statements: Statements, row: DecisionRow): boolean {
  const signed = statements.read(row.statement, row.decided_at);
  return signed !== undefined && canonicalJson(signed) === canonicalJson(statementOf(row));
}

function digestOf(evidence: unknown): string {
  // Stored as JSON and read back, the evidence is JSON.
  const json: Json = JSON.parse(JSON.stringify(evidence));
  return createHash('sha256').update(canonicalJson(json)).digest('hex');
}
