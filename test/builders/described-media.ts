import type { MarcRecord } from '../../layers/protocols/marc/record.ts';
import { aRecord, datafield } from './marc-records.ts';

/** A test's input for a record other than a plain book: leader/06-07, the relevant parts of 008, 007, and its fields. */
export type Media = {
  kind: string;
  date?: string;
  language?: string;
  country?: string;
  /** 008/18-34, for the type of material. */
  codes?: string;
  '007'?: string;
  /** By tag, or by tag and indicators (`028 0 `): each written as by cataloguers, one or several. */
  fields: Readonly<Record<string, string | readonly string[]>>;
};

const isContinuing = (kind: string): boolean => /^.[sib]/.test(kind);

/** The changed parts of a description. */
export type Otherwise = Partial<Omit<Media, 'fields'>> & { fields?: Media['fields'] };

/** Returns a description with changed fields. */
export const otherwise = (base: Media, { fields, ...rest }: Otherwise): Media => ({
  ...base,
  ...rest,
  fields: { ...base.fields, ...fields },
});

/** Returns the description of a record: by default of 2010, in English, from the United States. */
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
