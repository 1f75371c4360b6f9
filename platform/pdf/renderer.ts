/** Letters as tagged PDF, by Typst in WebAssembly: no network, the same bytes for the same input. */
import type { Json } from '@urtuu/kernel';
import { readFile } from 'node:fs/promises';
import type { TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';

export interface PdfRequest {
  /**
   * Typst source. It reads what it shows by `json("/data.json")`; texts of persons never become source. Fonts are
   * `("Noto Sans", "Noto Sans SC")`, regular and bold. The file has no date unless the template sets one.
   */
  readonly template: string;
  readonly data: Json;
}

export interface PdfRenderer {
  /** A PDF, tagged for screen readers. Throws where the template is wrong. */
  render(request: PdfRequest): Promise<Uint8Array>;
}

/** TrueType files of this house, for templates that want no others. */
export const PDF_FONTS: readonly URL[] = [
  'noto-sans-regular',
  'noto-sans-bold',
  'noto-sans-sc-regular',
  'noto-sans-sc-bold',
].map((name) => new URL(`../fonts/${name}.ttf`, import.meta.url));

/**
 * A renderer with its own compiler, made at the first letter (a quarter of a second, 150 MB); later letters take
 * 2–20 ms of this thread.
 * @param fonts TrueType files, those of this house unless given
 */
export function createPdfRenderer(fonts: readonly URL[] = PDF_FONTS): PdfRenderer {
  let compiler: Promise<TypstCompiler> | undefined;
  return {
    async render({ template, data }) {
      compiler ??= startCompiler(fonts);
      const ready = await compiler;
      try {
        return compile(ready, template, data);
      } catch (error) {
        // After a panic the memory of the compiler is not to be trusted.
        compiler = undefined;
        throw error;
      }
    },
  };
}

const MAIN = '/main.typ';
const DATA = '/data.json';
/** Left to itself Typst writes the time of printing into the file. On the template's first line, so that lines count. */
const NO_CLOCK = '#set document(date: none);';
/** Diagnostics as texts with path and line, 2 in the compiler's own numbering. */
const UNIX_DIAGNOSTICS = 2;

function compile(compiler: TypstCompiler, template: string, data: Json): Uint8Array {
  compiler.add_source(MAIN, NO_CLOCK + template);
  compiler.map_shadow(DATA, new TextEncoder().encode(JSON.stringify(data)));
  try {
    const answer: unknown = compiler.compile(MAIN, undefined, 'pdf', UNIX_DIAGNOSTICS);
    if (isResult(answer)) return answer.result;
    throw new Error(`The letter's template is wrong: ${JSON.stringify(answer)}`);
  } finally {
    compiler.unmap_shadow(DATA);
    compiler.reset();
  }
}

function isResult(answer: unknown): answer is { readonly result: Uint8Array } {
  return (
    typeof answer === 'object' && answer !== null && 'result' in answer && answer.result instanceof Uint8Array
  );
}

let wasm: Promise<typeof import('@myriaddreamin/typst-ts-web-compiler')> | undefined;

/** The WebAssembly module is one per process; it is 28 MB, so it is read when the first letter is wanted. */
async function loadWasm(): Promise<typeof import('@myriaddreamin/typst-ts-web-compiler')> {
  const typst = await import('@myriaddreamin/typst-ts-web-compiler');
  const file = new URL(import.meta.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'));
  typst.initSync({ module: await WebAssembly.compile(await readFile(file)) });
  return typst;
}

async function startCompiler(fonts: readonly URL[]): Promise<TypstCompiler> {
  wasm ??= loadWasm();
  const { TypstCompilerBuilder } = await wasm;
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(await readFile(font));
  return builder.build();
}
