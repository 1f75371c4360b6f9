import reached from './reached.json' with { type: 'json' };

const REACHED: Readonly<Record<'rules' | 'parameters', Readonly<Record<string, readonly string[]>>>> =
  reached;

/** The test files of the law, relative to its room, that reach a rule or read a parameter. */
export function reachedBy(kind: 'rules' | 'parameters', name: string): readonly string[] {
  return REACHED[kind][name] ?? [];
}
