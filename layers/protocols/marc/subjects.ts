import { subfields } from './fields.ts';
import { trimIsbd } from './isbd.ts';
import type { DataField } from './record.ts';

/** Returns the text of some subfields of a field, in record order, without closing punctuation. */
export const joined = (field: DataField, codes: string): string =>
  trimIsbd(
    subfields(field, codes)
      .map((value) => value.trim())
      .join(' '),
  );

/** Returns a subject heading as displayed: its subdivisions ($x form, $y, $z, $v) are separated; the rest is continuous. */
export const subjectOf = (field: DataField): string => {
  const heading = joined(field, 'abcdfgklmnopqrst');
  const divisions = field.subfields.filter(({ code }) => 'vxyz'.includes(code)).map(({ value }) => trimIsbd(value));
  return [heading, ...divisions].filter((text) => text !== '').join(' -- ');
};
