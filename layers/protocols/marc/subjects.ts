import { subfields } from './fields.ts';
import { trimIsbd } from './isbd.ts';
import type { DataField } from './record.ts';

/** The text of some subfields of a field, in record order, without closing signs. */
export const joined = (field: DataField, codes: string): string =>
  trimIsbd(
    subfields(field, codes)
      .map((value) => value.trim())
      .join(' '),
  );

/** A subject heading as shown: its parts ($x form, $y, $z, $v) are set off; the rest of it reads on. */
export const subjectOf = (field: DataField): string => {
  const heading = joined(field, 'abcdfgklmnopqrst');
  const divisions = field.subfields.filter(({ code }) => 'vxyz'.includes(code)).map(({ value }) => trimIsbd(value));
  return [heading, ...divisions].filter((text) => text !== '').join(' -- ');
};
