import type { MarcRecord } from '../../layers/protocols/marc/record.ts';
import { aRecord, datafield } from './marc-records.ts';

/** What a test says of a record that is no plain book: leader/06-07, what of 008 counts, 007, and its fields. */
export type Media = {
  kind: string;
  date?: string;
  language?: string;
  country?: string;
  /** 008/18-34, as the kind of material has them. */
  codes?: string;
  '007'?: string;
  /** By tag, or by tag and indicators (`028 0 `): each as cataloguers write it, one or several. */
  fields: Readonly<Record<string, string | readonly string[]>>;
};

const isContinuing = (kind: string): boolean => /^.[sib]/.test(kind);

/** What of a description is said otherwise. */
export type Otherwise = Partial<Omit<Media, 'fields'>> & { fields?: Media['fields'] };

/** A description in other words, field by field. */
export const otherwise = (base: Media, { fields, ...rest }: Otherwise): Media => ({
  ...base,
  ...rest,
  fields: { ...base.fields, ...fields },
});

/** A record as described; of 2010, in English, from the United States unless told otherwise. */
export const describedMedia = ({
  kind,
  date = '2010',
  language = 'eng',
  country = 'nyu',
  codes = '',
  ...rest
}: Media) => {
  const dates = isContinuing(kind) ? `c${date}9999` : `s${date}    `;
  const control = {
    ...(rest['007'] !== undefined && { '007': rest['007'] }),
    '008': `000101${dates}${country.padEnd(3)}${codes.padEnd(17)}${language}  `,
  };
  const data = Object.entries(rest.fields).flatMap(([tag, texts]) =>
    [texts].flat().map((text) => datafield(tag.slice(0, 3), tag.slice(4).padEnd(2), text)),
  );
  const record: MarcRecord = aRecord(data, control, `00000c${kind} a2200000 a 4500`);
  return record;
};
