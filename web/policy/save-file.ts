/** Offers a text as a file to the browser. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read by the next turn of its loop.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Rows as comma-separated values; a cell with a comma or quotation mark is quoted (RFC 4180). */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a drawing needs when it stands alone, without the style sheets of the page. */
const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

const FOOT = 22;

/** A drawing of the page as a file of its own: styles written into it, title above, source below. */
export function standaloneSvg(drawing: SVGSVGElement, title: string, source: string): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  for (const [i, element] of copies.entries()) {
    const original = originals[i];
    if (original === undefined) continue;
    const style = getComputedStyle(original);
    for (const property of KEPT) element.setAttribute(property, style.getPropertyValue(property));
    element.removeAttribute('class');
  }
  const width = drawing.width.baseVal.value;
  const height = drawing.height.baseVal.value;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `0 ${-FOOT} ${width} ${height + 2 * FOOT}`);
  copy.setAttribute('height', String(height + 2 * FOOT));
  copy.removeAttribute('aria-hidden');
  copy.append(note(title, -6, 13), note(source, height + 14, 9));
  const heading = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  heading.textContent = title;
  copy.prepend(heading);
  return new XMLSerializer().serializeToString(copy);
}

function note(text: string, y: number, size: number): SVGTextElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  element.setAttribute('x', '4');
  element.setAttribute('y', String(y));
  element.setAttribute('font-size', String(size));
  element.setAttribute('font-family', 'sans-serif');
  element.textContent = text;
  return element;
}
