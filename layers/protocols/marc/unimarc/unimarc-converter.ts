import { Buffer } from 'node:buffer';
import type { UnimarcConverter } from './converter.ts';
import { fromUnimarc } from './from-unimarc.ts';
import { decodeIso5426, isIso5426 } from './iso5426.ts';

/** The converter of UNIMARC for the readers of records. */
export const unimarcConverter: UnimarcConverter = {
  convert: (leader, record, warnings) => {
    const { record: converted, left } = fromUnimarc({ ...record, leader });
    return { record: converted, warnings: [...warnings, { code: 'unimarc-left-out', detail: left.join(', ') }] };
  },
  olderDecoder: (bytes) => {
    if (!isIso5426(bytes)) return undefined;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    let unmapped = 0;
    const textOf = (from: number, to: number): string => {
      const decoded = decodeIso5426(buffer.subarray(from, to));
      unmapped += decoded.unmapped;
      return decoded.text;
    };
    return { textOf, unmapped: () => unmapped };
  },
};
