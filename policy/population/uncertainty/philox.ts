/** Random numbers by position and not by order, so that a figure does not depend on who computes it or when. */

type Four = readonly [number, number, number, number];

const ROUNDS = 10;

/**
 * Philox4x32-10: four 32-bit numbers for a counter of four and a key of two. J. Salmon, M. Moraes, R. Dror and D. Shaw,
 * “Parallel random numbers: as easy as 1, 2, 3”, SC ’11. Not for secrets.
 */
export function philox([c0, c1, c2, c3]: Four, [k0, k1]: readonly [number, number]): Four {
  let [a, b, c, d] = [c0 >>> 0, c1 >>> 0, c2 >>> 0, c3 >>> 0];
  let [one, two] = [k0 >>> 0, k1 >>> 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const highA = highProduct(0xd2511f53, a);
    const lowA = Math.imul(0xd2511f53, a) >>> 0;
    const highC = highProduct(0xcd9e8d57, c);
    const lowC = Math.imul(0xcd9e8d57, c) >>> 0;
    a = (highC ^ b ^ one) >>> 0;
    b = lowC;
    c = (highA ^ d ^ two) >>> 0;
    d = lowA;
    one = (one + 0x9e3779b9) >>> 0;
    two = (two + 0xbb67ae85) >>> 0;
  }
  return [a, b, c, d];
}

/** The upper 32 bits of the product of two 32-bit numbers. */
function highProduct(x: number, y: number): number {
  const [x1, x0, y1, y0] = [x >>> 16, x & 0xffff, y >>> 16, y & 0xffff];
  const middle = x1 * y0 + ((x0 * y0) >>> 16);
  const rest = x0 * y1 + (middle % 0x10000);
  return (x1 * y1 + Math.floor(middle / 0x10000) + Math.floor(rest / 0x10000)) >>> 0;
}

/** 0 < x < 1 */
export function uniform(bits: number): number {
  return (bits + 0.5) / 4_294_967_296;
}
