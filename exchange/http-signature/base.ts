/** The signature base of RFC 9421 section 2.5: the exact text that is signed. */
import { serializeInnerList, type InnerList, type Parameters } from 'structured-headers';
import { componentValue, type Component, type HttpMessageParts } from './message.ts';

/** undefined where the message lacks a component: such a message can neither be signed nor verified. */
export function signatureBase(
  message: HttpMessageParts,
  components: readonly Component[],
  parameters: Parameters,
): string | undefined {
  const lines: string[] = [];
  for (const wanted of components) {
    const value = componentValue(message, wanted);
    if (value === undefined) return undefined;
    lines.push(`"${wanted.name}"${wanted.req ? ';req' : ''}: ${value}`);
  }
  lines.push(`"@signature-params": ${serializeInnerList(innerList(components, parameters))}`);
  return lines.join('\n');
}

export function innerList(components: readonly Component[], parameters: Parameters): InnerList {
  return [
    components.map(({ name, req }) => [name, req ? new Map([['req', true as const]]) : new Map()]),
    parameters,
  ];
}

/** Components of a received inner list; undefined if one carries a parameter that we do not run, or stands twice. */
export function readComponents(list: InnerList): Component[] | undefined {
  const components: Component[] = [];
  const seen = new Set<string>();
  for (const [name, parameters] of list[0]) {
    if (typeof name !== 'string' || name === '@signature-params') return undefined;
    const req = parameters.get('req') ?? false;
    if (typeof req !== 'boolean' || parameters.size > (req ? 1 : 0)) return undefined;
    const identity = `${name};${String(req)}`;
    if (seen.has(identity)) return undefined;
    seen.add(identity);
    components.push({ name, req });
  }
  return components;
}
