import { checksumOf } from './checksum.ts';
import { encodeSip, type SipEncoding } from './encoding.ts';

/** A variable-length field of a response. One with an undefined value is left out; several of one code are several fields. */
export type SipField = readonly [code: string, value: string | number | undefined];

/** A response before it is encoded: its identifier with the fixed-length fields, and the variable-length fields in their order. */
export type SipResponse = { fixed: string; fields: readonly SipField[] };

/** How a terminal wants its responses. `width`: the most characters of a value, where its display or parser has a limit. */
export type WriteOptions = { encoding: SipEncoding; sequence?: string | undefined; width?: number | undefined };

// A bar ends a field and a control character ends a line: neither may be part of a value.
const cleaned = (value: string): string => value.replaceAll(/[|\p{Cc}]+/gu, ' ').trim();

/**
 * Returns the bytes of a response without its line end. The sequence number of the request is repeated with a checksum (error detection);
 * a response to a request without one has neither.
 */
export const writeResponse = (
  { fixed, fields }: SipResponse,
  { encoding, sequence, width }: WriteOptions,
): Uint8Array => {
  const text = fields
    .filter(([, value]) => value !== undefined)
    .map(([code, value]) => `${code}${cleaned(String(value)).slice(0, width)}|`)
    .join('');
  const body = encodeSip(`${fixed}${text}`, encoding);
  if (sequence === undefined) return body;
  const checked = Buffer.concat([body, Buffer.from(`AY${sequence}AZ`, 'latin1')]);
  return Buffer.concat([checked, Buffer.from(checksumOf(checked), 'latin1')]);
};
