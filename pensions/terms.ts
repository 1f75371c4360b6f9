/** The words of this room, read off its contract so that the two cannot part. */
import type { z } from 'zod';
import type {
  CasePeriod,
  CaseSummary,
  DecisionView,
  identityComparisonSchema,
  PersonView,
  TaskView,
} from './contract.ts';

export type CaseRole = CaseSummary['role'];
export type WaitingFor = CaseSummary['waitingFor'];
export type Country = DecisionView['country'];
export type DecisionState = DecisionView['state'];
export type DecisionResult = DecisionView['result'];
export type Appeal = DecisionView['appeal'];
export type TaskKind = TaskView['kind'];
export type TaskResolutionRecord = NonNullable<TaskView['resolution']>;
export type TaskResolution = TaskResolutionRecord['outcome'];
export type IdentityComparison = z.infer<typeof identityComparisonSchema>;
export type PeriodSource = CasePeriod['source'];
export type { CasePeriod, PersonView };

/** Codes with a text in messages/, and the values the text shows. */
export interface Reason {
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Which institution this node is. */
export interface Self {
  readonly institutionId: string;
  readonly nodeId: string;
  readonly country: Country;
  readonly name: Readonly<Record<'en' | 'mn' | 'kk' | 'ru' | 'zh', string>>;
  /** offset of the national civil time from UTC, in minutes: the day of an instant is the national day */
  readonly utcOffsetMinutes: number;
  /** the institution of the other state */
  readonly partner: { readonly institutionId: string; readonly country: Country };
}
