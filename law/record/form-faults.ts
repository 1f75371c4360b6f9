import type { z } from 'zod';
import { fault, pointer, type Fault, type FaultCode } from './fault.ts';

/** The faults of a value that has not the form of its schema, each place once. */
export function formFaults(error: z.ZodError): Fault[] {
  return foldByPlace(error.issues.flatMap(faultsOfForm));
}

function faultsOfForm(issue: z.core.$ZodIssue): Fault[] {
  const at = pointer(issue.path);
  if (issue.code === 'invalid_union') {
    const [closest] = issue.errors.toSorted((a, b) => strangers(a) - strangers(b) || a.length - b.length);
    if (closest !== undefined)
      return closest.flatMap((inner) => faultsOfForm({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      fault(pointer([...issue.path, key]), 'unknown-member', `no member "${key}" is known here`),
    );
  }
  const code = codeOf(issue);
  return [fault(at, code, detailOf(issue, code))];
}

/** A branch that knows all members is meant rather than one that does not. */
function strangers(branch: readonly z.core.$ZodIssue[]): number {
  return branch.filter(({ code }) => code === 'unrecognized_keys').length;
}

function codeOf(issue: z.core.$ZodIssue): FaultCode {
  if (issue.code === 'invalid_type' || issue.code === 'invalid_value') {
    if (issue.input === undefined) return 'missing';
    return issue.code === 'invalid_type' ? 'type' : 'value';
  }
  if (issue.code === 'invalid_format') return 'format';
  return issue.code === 'too_big' && issue.origin === 'array' ? 'too-many' : 'value';
}

function detailOf(issue: z.core.$ZodIssue, code: FaultCode): string {
  if (issue.code === 'invalid_type') {
    return code === 'missing'
      ? `${issue.expected} is required`
      : `found ${shown(issue.input)}, wanted ${issue.expected}`;
  }
  if (issue.code === 'invalid_value') {
    if (issue.input === undefined) return `required: one of ${issue.values.join(', ')}`;
    return `found ${shown(issue.input)}, wanted one of ${issue.values.join(', ')}`;
  }
  if (issue.code === 'invalid_format' && typeof issue.pattern === 'string') {
    return `found ${shown(issue.input)}, wanted ${issue.pattern}`;
  }
  return `found ${shown(issue.input)}: ${issue.message}`;
}

/** What was found, short enough for one line. Names of people are never shown: only scalars are. */
function shown(input: unknown): string {
  if (Array.isArray(input)) return 'an array';
  if (typeof input === 'object' && input !== null) return 'an object';
  const text = JSON.stringify(input) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** One fault for one place and code, in the order of the record. */
export function foldByPlace(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  return faults.filter((found) => {
    const key = `${found.pointer} ${found.code}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
