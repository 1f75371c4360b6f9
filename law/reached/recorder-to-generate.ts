/** Loaded before a test file: writes which rules the file reached and which parameters it read. */
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import type { Finding } from '../finding/finding.ts';

const output = process.env['URTUU_LAW_REACHED'];
const rules = new Set<string>();
const parameters = new Set<string>();

/** Rules of days and values read by date leave no finding, so their one place each is made to tell. */
const TOLD = [
  ['/record/timeline.ts', 'counted: true, rule,', 'counted: true, rule: globalThis.urtuuRule(rule),'],
  [
    '/record/timeline.ts',
    'counted: false,\n          rule,',
    'counted: false, rule: globalThis.urtuuRule(rule),',
  ],
  ['/parameters/parameter.ts', 'const at = (on: Day): Version => {', '$& globalThis.urtuuRead(key);'],
] as const;

Object.assign(globalThis, {
  urtuuRule: (rule: string) => {
    rules.add(rule);
    return rule;
  },
  urtuuRead: (key: string) => void parameters.add(key),
});

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const told = TOLD.filter(([file]) => url.endsWith(file));
    if (told.length === 0) return loaded;
    const source = told.reduce(
      (text, [, silent, telling]) => text.replace(silent, telling),
      textOf(loaded.source),
    );
    return { ...loaded, source };
  },
});

const { Reasoning } = await import('../finding/reasoning.ts');

const finding: (this: unknown) => Finding = Reflect.get(Reasoning.prototype, 'finding');
Reasoning.prototype.finding = function recorded(this: InstanceType<typeof Reasoning>): Finding {
  const found = finding.call(this);
  collect(found);
  return found;
};

/** Source as the loader gives it: text, or bytes. */
function textOf(source: unknown): string {
  return source instanceof Uint8Array
    ? new TextDecoder().decode(source)
    : typeof source === 'string'
      ? source
      : '';
}

function collect({ rule, children }: Finding): void {
  rules.add(rule);
  for (const child of children) collect(child);
}

process.on('exit', () => {
  if (output === undefined) return;
  appendFileSync(output, `${JSON.stringify({ rules: [...rules], parameters: [...parameters] })}\n`);
});
