import { Buffer } from 'node:buffer';

/**
 * Makes what joins the chunks of a file: takes what is left of the bytes it gave last (a view of them) and the next chunk,
 * gives both as one. What was given out stays as it is, so that a record may be a view of it. A record over many chunks is
 * not copied anew at each of them.
 */
export const joiningChunks = (): ((rest: Uint8Array, chunk: Uint8Array) => Buffer) => {
  let buffer: Buffer = Buffer.alloc(0);
  return (rest, chunk) => {
    if (rest.length === 0) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    const whole = rest.length + chunk.length;
    const from = rest.buffer === buffer.buffer ? rest.byteOffset : buffer.length;
    if (from + whole <= buffer.length) {
      buffer.set(chunk, from + rest.length);
      return buffer.subarray(from, from + whole);
    }
    // What goes on over several chunks gets room for as many again.
    buffer = Buffer.allocUnsafeSlow(rest.length > chunk.length ? 2 * whole : whole);
    buffer.set(rest);
    buffer.set(chunk, rest.length);
    return buffer.subarray(0, whole);
  };
};
