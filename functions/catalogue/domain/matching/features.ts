import { fold } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { fields } from '../../../../layers/protocols/marc/fields.ts';
import type { MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { type Carrier, carrierOf } from './carrier.ts';
import { editionOf } from './edition.ts';
import { coded, imprint, physical, reproduced, seriesOf } from './read-description.ts';
import { formatOf } from './read-format.ts';
import { identifiers, linkedNumbers, scalesOf, workNumbersOf } from './read-numbers.ts';
import { type Original, originalOf } from './read-original.ts';
import { responsible } from './read-responsible.ts';
import { names, subjectsOf, titleParts } from './read-titles.ts';
import { valuesOf } from './read-values.ts';
import { type Version, versionOf } from './read-version.ts';

/**
 * The features of one record for decisions on pairs: plain JSON, about 500 bytes, stored beside the record. Texts are folded; values that a
 * record does not state are left out.
 */
export type MatchFeatures = {
  /** 245 $a without leading article; '' when the record has no title (it then matches nothing). */
  title: string;
  /** 245 $b, and the rest of $n and $p that is not parsed separately. */
  rest?: string;
  part?: string;
  partTitle?: string;
  /** The last words of a long title that was truncated: congress hearings and censuses differ only there. */
  titleEnd?: string;
  /** The title and names in their original script (880). */
  original?: Original;
  /** The days, congresses, sessions and meetings that the whole title states: `day may 3`, `congress 95`. */
  occasions?: string[];
  /** 245 $c: the statement of responsibility. */
  by?: string;
  /** Main entry, 100, 110 or 111. */
  author?: string;
  /** The birth year of the main entry, 100 $d. */
  born?: number;
  /** First words of the added entries 700, 710, 711. */
  others?: string;
  /** Leader/06, leader/07. */
  type: string;
  level: string;
  carrier: Carrier;
  /** The format of a recording, a film or a microform: DVD, Blu-ray, LP, microfiche. */
  format?: string;
  /** Which of several versions that are published in parallel: abridged, widescreen, vocal score, for teachers. */
  version?: Version;
  /** Only a code (008/23) means microform, and the description is of a printed book. */
  unsure?: true;
  /** 008/06, 008/07-10, 008/11-14; `u` is an unknown digit. */
  dateType?: string;
  date1?: string;
  date2?: string;
  /** 008/00-05, the date on which the record was created: copies of the record keep it. */
  entered?: string;
  /** 008/18-34: illustrations, audience, contents and literary form, as coded. */
  codes?: string;
  /** Years printed in 260 or 264 $c. */
  years?: number[];
  /** 260 or 264 $c marks the date as uncertain or gives it in brackets. */
  doubtful?: true;
  pages?: number;
  volumes?: number;
  open?: true;
  numbers?: number[];
  /** Extent and illustrations as written, 300 $a $b: copies of a record keep the wording. */
  extent?: string;
  /** Height in centimetres, 300 $c. */
  height?: number;
  /** Illustrations, 300 $b, each word by its beginning. */
  illustrated?: string;
  edition?: number;
  /** A numbered impression, printing or thousand, of the same edition. */
  impression?: number;
  editionWords?: string;
  publisher?: string;
  place?: string;
  /** All places of publication after the first. */
  places?: string;
  country?: string;
  language?: string;
  /** Languages of the text besides that of 008, 041 $a. */
  languages?: string[];
  /** Words of the translators' names. */
  translators?: string;
  /** Words of the names of a film's directors. */
  directors?: string;
  /** Surnames and groups of the performers of recordings and films, and the words of the notes on them. */
  performers?: string;
  credits?: string;
  /** Words of the bodies that issue a serial. */
  bodies?: string;
  series?: string;
  seriesNumber?: string;
  isbn?: string[];
  issn?: string;
  oclc?: string[];
  lccn?: string;
  govdoc?: string[];
  /**
   * Publisher numbers and other standard numbers of music and recordings, with their kind as prefix (`issue:ck9463`), 028 $a and 024 $a.
   */
  music?: string[];
  /** Scales of a map: 24000 for 1:24,000. */
  scales?: number[];
  /** Numbers of a musical work in its uniform title, 240 $n. */
  workNumbers?: string[];
  /** Beginnings of the subject headings 600 to 651. */
  subjects?: string;
  /** Numbers of other resources that this record links: other edition, other form, earlier, later (775, 776, 780, 785). */
  links?: string[];
  /** 533: the record describes a reproduction of the original. */
  reproduction?: true;
  /** A note or an edition statement states a reprint or facsimile (500, 534, 250). */
  reprint?: true;
};

const isStated = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Leaves out values that the record does not state, so that the features stay small and equal records have equal JSON. */
const withoutSilence = <T extends object>(all: T) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => isStated(value)));

/**
 * Returns the features of a record for duplicate detection. Pure: the same record always gives the same JSON; 001, 003, 005 and local
 * fields are ignored.
 */
export const matchFeatures = (record: MarcRecord): MatchFeatures => {
  const { title, ...parts } = titleParts(record);
  const { carrier, unsure } = carrierOf(record);
  const statement = editionOf(fold(valuesOf(fields(record, '250')[0], 'ab').join(' ')));
  return {
    title,
    type: record.leader[6] ?? 'a',
    level: record.leader[7] ?? 'm',
    carrier,
    ...withoutSilence({
      format: formatOf(record, carrier),
      version: versionOf(record),
      unsure,
      ...parts,
      original: originalOf(record),
      ...names(record),
      ...responsible(record),
      ...coded(record),
      ...imprint(record),
      ...physical(record),
      ...seriesOf(record),
      edition: statement.number,
      impression: statement.impression,
      editionWords: statement.words,
      ...identifiers(record),
      scales: scalesOf(record),
      workNumbers: workNumbersOf(record),
      subjects: subjectsOf(record),
      links: linkedNumbers(record),
      ...reproduced(record),
    }),
  };
};
