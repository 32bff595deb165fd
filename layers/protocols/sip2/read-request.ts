import { checksumOf } from './checksum.ts';
import { decodeSip, type SipEncoding } from './encoding.ts';
import { type RequestCode, type RequestShape, requestShapes } from './request-shapes.ts';

/** A request as read: its fixed-length fields by name, and its variable-length fields by code, the first of each code. */
export type SipRequest = {
  code: RequestCode;
  fixed: Readonly<Record<string, string>>;
  fields: ReadonlyMap<string, string>;
  /** The sequence number (AY), where the self-check uses error detection: the response repeats it. */
  sequence?: string;
};

/** Why a line is no request: a wrong checksum asks for it again, the others never succeed. */
export type Unreadable = { unreadable: 'checksum' | 'unknown-message' | 'too-short' };

const isCode = (code: string): code is RequestCode => Object.hasOwn(requestShapes, code);

const lastIndexOf = (bytes: Uint8Array, [first, second]: string): number => {
  for (let at = bytes.length - 2; at >= 0; at -= 1) {
    if (bytes[at] === first?.charCodeAt(0) && bytes[at + 1] === second?.charCodeAt(0)) return at;
  }
  return -1;
};

/** Returns whether the checksum at the end of a line is right; true for a line without one. */
const hasRightChecksum = (line: Uint8Array): boolean => {
  const at = lastIndexOf(line, 'AZ');
  if (at < 0 || line.length - at !== 6) return true;
  return (
    Buffer.from(line.subarray(at + 2))
      .toString('latin1')
      .toUpperCase() === checksumOf(line.subarray(0, at + 2))
  );
};

const readFixed = (text: string, { fixed }: RequestShape): { values: Record<string, string>; rest: string } => {
  let at = 2;
  const values: Record<string, string> = {};
  for (const [name, length] of fixed) {
    values[name] = text.slice(at, at + length);
    at += length;
  }
  return { values, rest: text.slice(at) };
};

/**
 * Reads the variable-length fields: two letters, a value, a bar. The fields of error detection follow the last bar: AY has one digit and no
 * bar after it.
 */
const readFields = (text: string): { fields: Map<string, string>; sequence?: string } => {
  const tail = /AY(\d)(?:AZ[0-9A-Fa-f]{4})?$/.exec(text);
  const body = tail ? text.slice(0, tail.index) : text.replace(/AZ[0-9A-Fa-f]{4}$/, '');
  const fields = new Map<string, string>();
  for (const field of body.split('|')) {
    const code = field.slice(0, 2);
    if (/^[A-Z][A-Z0-9]$/.test(code) && !fields.has(code)) fields.set(code, field.slice(2).trim());
  }
  return { fields, ...(tail?.[1] !== undefined && { sequence: tail[1] }) };
};

/** Reads the line of a request, without its line end, in the encoding of the self-check. */
export const readRequest = (line: Uint8Array, encoding: SipEncoding): SipRequest | Unreadable => {
  if (!hasRightChecksum(line)) return { unreadable: 'checksum' };
  const text = decodeSip(line, encoding);
  const code = text.slice(0, 2);
  if (!isCode(code)) return { unreadable: 'unknown-message' };
  const shape: RequestShape = requestShapes[code];
  const needed = shape.fixed.reduce((length, [, own]) => length + own, 2);
  // Self-checks leave the version of SC Status out, or shorten it; every other field is needed for what follows it.
  if (text.length < needed && code !== '99') return { unreadable: 'too-short' };
  const { values, rest } = readFixed(text, shape);
  return { code, fixed: values, ...readFields(rest) };
};
