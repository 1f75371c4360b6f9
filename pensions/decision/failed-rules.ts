import type { Finding } from '@urtuu/law';

/** The rules on which a refusal rests: the failing findings that have no failing ones beneath them. */
export function failedRules(finding: Finding | undefined): string[] {
  if (finding === undefined || finding.outcome !== 'fails') return [];
  const below = finding.children.flatMap(failedRules);
  return below.length > 0 ? [...new Set(below)] : [finding.rule];
}
