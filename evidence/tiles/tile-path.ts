/** Addresses of tiles and entry bundles below a log's prefix: C2SP tlog-tiles. */
import { parseCount } from '../bytes.ts';

/** Hashes of a whole tile, entries of a whole bundle. */
export const TILE_WIDTH = 256;

export interface TileAddress {
  /** 0 for leaf hashes, 1 for roots of tiles of level 0, and so on; `entries` for the entries themselves */
  readonly level: number | 'entries';
  readonly index: number;
  /** 256, or fewer of a tile that is not whole yet */
  readonly width: number;
}

/** As `0/x001/x234/067` or `entries/000.p/5`, to be put after `tile/`. */
export function tilePath({ level, index, width }: TileAddress): string {
  const groups: string[] = [];
  for (let rest = index; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000)) {
    const group = String(rest % 1000).padStart(3, '0');
    groups.unshift(groups.length === 0 ? group : `x${group}`);
  }
  const partial = width === TILE_WIDTH ? '' : `.p/${width}`;
  return `${level}/${groups.join('/')}${partial}`;
}

const PATH = /^(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The address that a path names; undefined unless it is exactly as `tilePath` writes it. */
export function parseTilePath(path: string): TileAddress | undefined {
  const [, levelText, groups, partial] = PATH.exec(path) ?? [];
  if (levelText === undefined || groups === undefined) return undefined;
  const level: TileAddress['level'] = levelText === 'entries' ? levelText : Number(levelText);
  const index = parseCount(groups.replaceAll(/[x/]/g, '').replace(/^0+(?=\d)/, ''));
  if (index === undefined || (level !== 'entries' && level > 63)) return undefined;
  const address = { level, index, width: partial === undefined ? TILE_WIDTH : Number(partial) };
  const isWritten = tilePath(address) === path && address.width <= TILE_WIDTH;
  return isWritten ? address : undefined;
}
