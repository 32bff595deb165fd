import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import type { Service } from '../requests/request.ts';
import type { Shelved } from './shelf-order.ts';

/** What a slip says of the thing itself. `part` is what of it is to be copied. Lines are plain (plainValue). */
export type Described = { title: string; author?: string; volume?: string; barcode?: string; part?: string };

/** What to fetch for a request of another library. For whom it is, is a library: no patron is on any slip. Days are written out. */
export type PullSlip = Described &
  Shelved & {
    requestId: string;
    service: Service;
    forWhom: { name: string; place?: string };
    /** The number that a library outside gave its request. */
    theirNumber?: string;
    needBy?: string;
    /** Until when the request is to be answered; absent when the copy is promised already. */
    answerBy?: string;
  };

/** What goes with the copy on its way: out to the requester, or home to the supplier. Addresses are lines. */
export type PackingSlip = Described & {
  requestId: string;
  way: 'out' | 'home';
  to: string[];
  from: string[];
  theirNumber?: string;
  due?: string;
  /** In words, as the supplier set them. */
  conditions: string[];
};

const labelled = (label: string, value: string | undefined): string[] =>
  value === undefined ? [] : [`${label} ${value}`];

/** What of a work is to be copied, on one line: its title, author, volume, issue, date and pages; nothing when it is not said. */
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
