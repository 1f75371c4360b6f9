import { ok, refuse, type Result } from '@urtuu/kernel';
import { DOMParser, ParseError } from '@xmldom/xmldom';

/** An element as our services need it: local name, namespace, child elements and text; no attributes but xsi:nil. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly nil: boolean;
  readonly children: readonly XmlElement[];
  /** text of the element itself, trimmed */
  readonly text: string;
}

export type XmlRefusal = 'too-large' | 'encoding' | 'doctype' | 'not-well-formed' | 'too-deep';

const MAX_BYTES = 8 * 1024 * 1024;
const MAX_DEPTH = 40;

/**
 * Parses an XML document that comes from outside. Document types and entity declarations are refused before the
 * parser sees them, so neither an entity bomb nor an external entity can do anything; only UTF-8 is read.
 */
export function parseXml(bytes: Uint8Array): Result<XmlElement, XmlRefusal> {
  if (bytes.length > MAX_BYTES) return refuse('too-large');
  const text = utf8(bytes);
  if (text === undefined || foreignEncoding(text)) return refuse('encoding');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return refuse('doctype');
  try {
    const parser = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new ParseError(message);
      },
    });
    const root = parser.parseFromString(text, 'text/xml').documentElement;
    if (root === null) return refuse('not-well-formed');
    const element = convert(root, 0);
    return element === undefined ? refuse('too-deep') : ok(element);
  } catch (error) {
    if (error instanceof ParseError) return refuse('not-well-formed');
    throw error;
  }
}

export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((element) => element.name === name);
}

export function childText(parent: XmlElement | undefined, name: string): string | undefined {
  return child(parent, name)?.text;
}

/** The first element of that local name at any depth, in document order. */
export function descendant(parent: XmlElement, name: string): XmlElement | undefined {
  if (parent.name === name) return parent;
  for (const element of parent.children) {
    const found = descendant(element, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Writes an element; text is escaped, children are XML already. Attribute values are our own constants. */
export function xml(name: string, content: string | readonly string[], attributes = ''): string {
  const inner = typeof content === 'string' ? escapeXml(content) : content.join('');
  return `<${name}${attributes === '' ? '' : ` ${attributes}`}>${inner}</${name.split(' ')[0] ?? name}>`;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const DECLARATION = /^\uFEFF?<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/i;

function foreignEncoding(text: string): boolean {
  const encoding = DECLARATION.exec(text)?.[1]?.toLowerCase();
  return encoding !== undefined && encoding !== 'utf-8' && encoding !== 'utf8';
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

type DomElement = NonNullable<ReturnType<DOMParser['parseFromString']>['documentElement']>;

function convert(element: DomElement, depth: number): XmlElement | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const children: XmlElement[] = [];
  let text = '';
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (isElement(node)) {
      const converted = convert(node, depth + 1);
      if (converted === undefined) return undefined;
      children.push(converted);
    } else if (node.nodeType === TEXT_NODE || node.nodeType === CDATA_NODE) {
      text += node.nodeValue ?? '';
    }
  }
  return {
    name: element.localName ?? element.nodeName,
    namespace: element.namespaceURI ?? '',
    nil: element.getAttributeNS(XSI, 'nil') === 'true',
    children,
    text: text.trim(),
  };
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const CDATA_NODE = 4;

function isElement(node: { readonly nodeType: number }): node is DomElement {
  return node.nodeType === ELEMENT_NODE;
}
