import { open, rename, rm, type FileHandle } from 'node:fs/promises';

/**
 * A file that stands under its name only when it is whole: it is written beside it, flushed to disk, then renamed. A
 * program that is killed leaves the earlier file, or none, and a rest whose name says so.
 */
export class PartialFile {
  readonly #file: string;
  readonly #partial: string;
  readonly #handle: FileHandle;

  private constructor(file: string, partial: string, handle: FileHandle) {
    this.#file = file;
    this.#partial = partial;
    this.#handle = handle;
  }

  static async open(file: string): Promise<PartialFile> {
    const partial = `${file}.partial`;
    return new PartialFile(file, partial, await open(partial, 'w'));
  }

  async write(content: string | Uint8Array): Promise<void> {
    await this.#handle.appendFile(content);
  }

  /** Puts the file under its name. */
  async commit(): Promise<void> {
    await this.#handle.sync();
    await this.#handle.close();
    await rename(this.#partial, this.#file);
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    await this.#handle.close();
    await rm(this.#partial, { force: true });
  }
}
