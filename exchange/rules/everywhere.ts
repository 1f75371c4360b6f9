/** Rules that hold wherever a thing stands in a document: of codes, of spans of time, of identified periods. */
import { isJsonList, isJsonObject, parseDay, pointerTo, type Json, type JsonObject } from '@urtuu/kernel';
import { isKnownCode } from '../documents/code-lists.ts';
import { violation, type RuleViolation } from './rule.ts';

/** What is broken in a value and in everything inside it. */
export function brokenAnywhere(value: Json, pointer: string): RuleViolation[] {
  if (isJsonList(value)) {
    return [
      ...repeated(value, pointer),
      ...value.flatMap((item, index) => brokenAnywhere(item, pointerTo(pointer, index))),
    ];
  }
  if (!isJsonObject(value)) return [];
  return [
    ...codeRule(value, pointer),
    ...spanRules(value, pointer),
    ...Object.entries(value)
      // An extension has rules of its own, which both sides agreed on.
      .filter(([name]) => name !== 'ext')
      .flatMap(([name, member]) => brokenAnywhere(member, pointerTo(pointer, name))),
  ];
}

function codeRule(value: JsonObject, pointer: string): RuleViolation[] {
  const { system, code } = value;
  if (typeof system !== 'string' || typeof code !== 'string') return [];
  return isKnownCode({ system, code }) ? [] : [violation('code-unknown', pointer)];
}

/** The window that a request asks about is no period, and has a rule with a name of its own. */
function spanRules(value: JsonObject, pointer: string): RuleViolation[] {
  const { from, to } = value;
  if (!isDay(from) || !isDay(to)) return [];
  if (to < from)
    return pointer.endsWith('/window')
      ? [violation('window-reversed', pointer)]
      : [violation('period-reversed', `${pointer}/to`)];
  const { statedSum } = value;
  const differs = isJsonObject(statedSum) && sumDiffers(statedSum, from, to);
  return differs ? [violation('sum-differs', `${pointer}/statedSum`)] : [];
}

/** A stated sum in days alone is recomputed with both bounds counted; sums in months follow conventions we do not know. */
function sumDiffers(sum: JsonObject, from: string, to: string): boolean {
  const { days, dayBasis = 7, ...others } = sum;
  if (typeof days !== 'number' || dayBasis !== 7 || Object.keys(others).length > 0) return false;
  return days !== (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

function repeated(items: readonly Json[], pointer: string): RuleViolation[] {
  const seen = new Set<Json>();
  return items.flatMap((item, index) => {
    const id = isJsonObject(item) ? item['periodId'] : undefined;
    if (id === undefined) return [];
    const again = seen.has(id);
    seen.add(id);
    return again ? [violation('period-twice', `${pointerTo(pointer, index)}/periodId`)] : [];
  });
}

function isDay(value: Json | undefined): value is string {
  return typeof value === 'string' && parseDay(value).ok;
}
