/**
 * The plain dialect: every member of a document under the neutral English name of its meaning. Its rules are made from
 * the schema of the document type, so it has a place for everything a document can say.
 */
import { isJsonList, isJsonObject, type Json } from '@urtuu/kernel';
import { schemaOf, SHARED_SCHEMA } from '../documents/schema-json.ts';
import type { DocumentType } from '../documents/types.ts';
import { anything, scalar } from './converters.ts';
import { block, each, leaf, type Rule } from './rule.ts';
import { member } from './tree.ts';

/** Names that differ from those of our schemas: `block.member` → the plain name. */
export const PLAIN_NAMES: Readonly<Record<string, string>> = {
  'claim.requestedFrom': 'requestedStartDate',
  'Claim.earliestDate': 'statedEarliestDate',
  'Claim.deferrals': 'deferral',
  'Claim.notClaimedFrom': 'institutionsNotClaimedFrom',
  'Claim.employments': 'employmentNow',
  'benefitHeld.entitlementFrom': 'entitlementStart',
  'benefitHeld.paymentFrom': 'paymentStart',
  'benefitHeld.paymentTo': 'end',
  'period.calculation': 'calculationUse',
  'PeriodCertificate.entitlementTotals': 'totalsForEntitlement',
  'PeriodCertificate.calculationTotals': 'totalsForCalculation',
  'Decision.decidedOn': 'decisionDate',
  'Decision.pensions': 'decisions',
  'pensionDecided.kind': 'type',
  'pensionDecided.effectiveFrom': 'effectiveDate',
  'pensionDecided.runFrom': 'runDate',
  'pensionDecided.insuredPeriods': 'insuredPeriodsUsed',
  'cessation.annulledOn': 'annulmentDate',
  'granted.decidedOn': 'decisionDate',
  'refused.decidedOn': 'date',
  'refused.pensionKind': 'kind',
  'InfoReply.incomes': 'income',
  'AdditionalInfo.incomes': 'income',
  'TransferredCase.paperFiles': 'paperFileReferences',
  'TransferredCase.documentsSent': 'documentsAlreadySent',
  'VitalEvent.date': 'deathDate',
};

/** The rules of a type; the same object each time. */
export function plainRules(type: DocumentType): readonly Rule[] {
  const known = made.get(type);
  if (known !== undefined) return known;
  const rules = membersOf(schemaOf(type), type.startsWith('Claim.') ? 'Claim' : type);
  made.set(type, rules);
  return rules;
}

const made = new Map<DocumentType, readonly Rule[]>();

function membersOf(schema: Json, name: string): Rule[] {
  const required = member(schema, 'required');
  const properties = member(schema, 'properties');
  if (!isJsonObject(properties)) return [];
  return Object.entries(properties).map(([ours, inner]) =>
    ruleOf(
      PLAIN_NAMES[`${name}.${ours}`] ?? ours,
      ours,
      inner,
      isJsonList(required) && required.includes(ours),
    ),
  );
}

function ruleOf(theirs: string, ours: string, written: Json, isRequired: boolean): Rule {
  const { schema, name } = resolved(written, ours);
  if (isJsonObject(member(schema, 'properties'))) return block(theirs, ours, membersOf(schema, name));
  const items = member(schema, 'items');
  if (items === undefined) return leaf(theirs, ours, isFree(schema) ? anything : scalar);
  const { schema: item, name: itemName } = resolved(items, name);
  const rules = isJsonObject(member(item, 'properties')) ? membersOf(item, itemName) : [leaf('', '', scalar)];
  return each(theirs, ours, rules, isRequired ? { always: true } : {});
}

/** A reference is followed; the block takes the name of the definition it leads to. */
function resolved(schema: Json, name: string): { readonly schema: Json; readonly name: string } {
  const reference = member(schema, '$ref');
  if (typeof reference !== 'string') return { schema, name };
  const definition = reference.slice(reference.lastIndexOf('/') + 1);
  return resolved(member(SHARED_SCHEMA, '$defs', definition) ?? {}, definition);
}

/** Objects without named members: extensions, findings, the data of a country annex. */
function isFree(schema: Json): boolean {
  const choices = member(schema, 'anyOf');
  return isOpenObject(schema) || (isJsonList(choices) && choices.some(isOpenObject));
}

function isOpenObject(schema: Json): boolean {
  return member(schema, 'type') === 'object';
}
