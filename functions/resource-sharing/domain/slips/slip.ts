import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import type { Service } from '../requests/request.ts';
import type { Shelved } from './shelf-order.ts';

/** The item on a slip. `part` is the part to be copied. Lines are plain (plainValue). */
export type Described = { title: string; author?: string; volume?: string; barcode?: string; part?: string };

/** A pull slip for another library's request. It names the library, never a patron. Days are written out. */
export type PullSlip = Described &
  Shelved & {
    requestId: string;
    service: Service;
    recipient: { name: string; place?: string };
    /** The partner's number for its request. */
    theirNumber?: string;
    needBy?: string;
    /** The deadline of the answer; absent when the copy is promised already. */
    answerBy?: string;
  };

/** A packing slip: out to the requester, or home to the supplier. Addresses are lines. */
export type PackingSlip = Described & {
  requestId: string;
  way: 'out' | 'home';
  to: string[];
  from: string[];
  theirNumber?: string;
  due?: string;
  /** The conditions as text, as the supplier set them. */
  conditions: string[];
};

const labelled = (label: string, value: string | undefined): string[] =>
  value === undefined ? [] : [`${label} ${value}`];

/**
 * Describes the part of a work to be copied, on one line: title, author, volume, issue, date and pages; undefined
 * without any.
 */
export const partLine = ({ partTitle, partAuthor, volume, issue, date, pages }: Citation): string | undefined => {
  const texts = [
    ...(partTitle === undefined ? [] : [partTitle]),
    ...(partAuthor === undefined ? [] : [partAuthor]),
    ...labelled('vol.', volume),
    ...labelled('no.', issue),
    ...(date === undefined ? [] : [date]),
    ...labelled('pp.', pages),
  ];
  return texts.length === 0 ? undefined : texts.join(', ');
};
