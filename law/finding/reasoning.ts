import { ARTICLE_TEXTS, type RuleId } from './rules.ts';
import type { Version } from '../parameters/parameter.ts';
import type { Arg, Finding, FindingInput, FindingOutcome, UsedFlag } from './finding.ts';

export interface Grounds {
  readonly args?: Readonly<Record<string, Arg>>;
  readonly inputs?: readonly FindingInput[];
  readonly from?: readonly Version[];
  readonly flags?: readonly UsedFlag[];
}

/**
 * Writes the reasoning down while a statute is applied. Statutes hold `Reasoning | undefined` and write
 * `reasoning?.note(…)`: without an explanation nothing is built, not even the arguments, and there is only one path
 * through the law.
 */
export class Reasoning {
  readonly #rule: RuleId;
  readonly #children: (Finding | Reasoning)[] = [];
  #outcome: FindingOutcome = 'info';
  #grounds: Grounds = {};

  constructor(rule: RuleId) {
    this.#rule = rule;
  }

  /** One step without steps of its own. */
  note(rule: RuleId, outcome: FindingOutcome, grounds: Grounds = {}): void {
    this.#children.push(finding(rule, outcome, grounds, []));
  }

  /** Legal values without which there is no answer, each a step of its own. */
  unknown(versions: readonly Version[]): void {
    for (const version of new Set(versions))
      this.note('parameter.unknown', 'unknown', {
        from: [version],
        args: { name: { term: `parameter.${version.published.key}` } },
      });
  }

  /** A step that has steps of its own; close it with `conclude`. */
  open(rule: RuleId): Reasoning {
    const child = new Reasoning(rule);
    this.#children.push(child);
    return child;
  }

  /** The reasoning of a whole assessment as a step of this one. */
  adopt(step: Finding): void {
    this.#children.push(step);
  }

  conclude(outcome: FindingOutcome, grounds: Grounds = {}): void {
    this.#outcome = outcome;
    this.#grounds = grounds;
  }

  finding(): Finding {
    const children = this.#children.map((child) => (child instanceof Reasoning ? child.finding() : child));
    return finding(this.#rule, this.#outcome, this.#grounds, children);
  }
}

function finding(
  rule: RuleId,
  outcome: FindingOutcome,
  grounds: Grounds,
  children: readonly Finding[],
): Finding {
  const article = ARTICLE_TEXTS.get(rule);
  return {
    rule,
    text: { key: `rule.${rule}`, args: grounds.args ?? {} },
    outcome,
    inputs: grounds.inputs ?? [],
    parameters: (grounds.from ?? []).map(({ used }) => used),
    ...(article === undefined ? {} : { article }),
    ...(grounds.flags === undefined ? {} : { flags: grounds.flags }),
    children,
  };
}
