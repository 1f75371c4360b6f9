import type { Day } from '@urtuu/kernel';
import type { Entitlement } from './component.ts';
import type { RouteFacts } from './route.ts';
import type { SettledRecord } from './coordination/settle.ts';

/** What a national law says of one person on one award date. */
export interface NationalResult {
  readonly entitlements: readonly Entitlement[];
  readonly settled: SettledRecord;
  /** the day that divides the totals of the record into before and after */
  readonly cut: Day;
  /** on the present record, the day each route would open */
  readonly nextEligible: readonly { readonly route: string; readonly on: string }[];
  /** with an explanation: every way into the benefit in numbers, where the law knows ways */
  readonly routes?: readonly RouteFacts[];
  /** the amounts stand on assumed values alone, because the law has none known */
  readonly simulation?: true;
}
