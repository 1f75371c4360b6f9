/** The faults of a claim before it is kept: one for each wrong place, with a JSON pointer into the claim. */
import { formatDay, pointerTo, type Day } from '@urtuu/kernel';
import { identifierFaults, identifierWarnings } from '@urtuu/identity';
import { parseInsuranceRecord, warningsOf, type InsuranceRecord } from '@urtuu/law';
import { claimInputSchema, type FaultView } from '../contract.ts';

/** A claim whose every part has been read; its record went through the law's parser. */
export interface CheckedClaim {
  readonly filedOn: string;
  readonly filedIn?: string;
  readonly requestedFrom?: string;
  readonly remarks: string;
  readonly record: InsuranceRecord;
}

export interface ClaimCheck {
  readonly faults: readonly FaultView[];
  /** absent while one fault is an error */
  readonly claim?: CheckedClaim;
}

/**
 * Checks a claim as it came from a form or a file.
 * @param today the national day, which no filing date may pass
 */
export function checkClaim(body: unknown, today: Day): ClaimCheck {
  const head = claimInputSchema.safeParse(body);
  const faults: FaultView[] = head.success
    ? []
    : head.error.issues.map((issue) => ({
        pointer: issue.path.reduce<string>((at, step) => pointerTo(at, String(step)), ''),
        code: issue.code === 'invalid_type' ? 'type' : issue.code === 'invalid_value' ? 'value' : 'format',
        severity: 'error',
        detail: issue.message,
      }));
  const record = parseInsuranceRecord(memberOf(body, 'record'), identifierFaults);
  if (!record.ok) {
    faults.push(
      ...record.error
        .filter((found) => !faults.some((fault) => fault.pointer === `/record${found.pointer}`))
        .map((found) => asFault(found, 'error')),
    );
  }
  if (!head.success || !record.ok) return { faults };

  const claim: CheckedClaim = {
    filedOn: head.data.filedOn,
    ...(head.data.filedIn === undefined ? {} : { filedIn: head.data.filedIn }),
    ...(head.data.requestedFrom === undefined ? {} : { requestedFrom: head.data.requestedFrom }),
    remarks: head.data.remarks ?? '',
    record: record.value,
  };
  faults.push(...claimFaults(claim, formatDay(today)), ...recordWarnings(record.value));
  return faults.some((fault) => fault.severity === 'error') ? { faults } : { faults, claim };
}

function claimFaults(claim: CheckedClaim, today: string): FaultView[] {
  const { person } = claim.record;
  const faults: FaultView[] = [];
  const error = (pointer: string, code: string, detail: string): void => {
    faults.push({ pointer, code, severity: 'error', detail });
  };
  const warning = (pointer: string, code: string, detail: string): void => {
    faults.push({ pointer, code, severity: 'warning', detail });
  };

  if (claim.filedOn > today) {
    error('/filedOn', 'filed-in-future', `${claim.filedOn} is after today, ${today}`);
  }
  if (claim.filedOn < person.birthDate) {
    error('/filedOn', 'filed-before-birth', `${claim.filedOn} is before birth, ${person.birthDate}`);
  }
  if (claim.requestedFrom !== undefined && claim.requestedFrom < claim.filedOn) {
    warning(
      '/requestedFrom',
      'requested-before-filing',
      `${claim.requestedFrom} is before the filing date ${claim.filedOn}; the law decides whether it counts`,
    );
  }
  if (person.identifiers.length === 0) {
    error(
      '/record/person/identifiers',
      'identifier-needed',
      'no identifier was given; state at least one, such as an IIN or a register number',
    );
  }
  if (person.deathDate !== undefined && claim.filedOn > person.deathDate) {
    error(
      '/record/person/deathDate',
      'filed-after-death',
      `filed on ${claim.filedOn}, after the stated death`,
    );
  }
  return faults;
}

/** What the law's and the identity room's parsers let pass with a remark. */
function recordWarnings(record: InsuranceRecord): FaultView[] {
  const ofIdentifiers = record.person.identifiers.flatMap((identifier, i) =>
    identifierWarnings(identifier, record.person).map((found) => ({
      ...found,
      pointer: `/person/identifiers/${i}${found.pointer}`,
    })),
  );
  return [...ofIdentifiers, ...warningsOf(record)].map((found) => asFault(found, 'warning'));
}

function asFault(
  found: { readonly pointer: string; readonly code: string; readonly detail: string },
  severity: FaultView['severity'],
): FaultView {
  return { pointer: `/record${found.pointer}`, code: found.code, severity, detail: found.detail };
}

function memberOf(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null) return undefined;
  return Object.entries(body).find(([member]) => member === name)?.[1];
}
