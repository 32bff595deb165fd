import { Buffer } from 'node:buffer';

/**
 * Returns a function that joins the chunks of a file: it takes the rest of the bytes that it returned last (a view of them) and the next
 * chunk, and returns both as one. Returned bytes never change, so that a record may be a view of them. A record over many chunks is not
 * copied again for each of them.
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
    // Data over several chunks gets twice its size.
    buffer = Buffer.allocUnsafeSlow(rest.length > chunk.length ? 2 * whole : whole);
    buffer.set(rest);
    buffer.set(chunk, rest.length);
    return buffer.subarray(0, whole);
  };
};
