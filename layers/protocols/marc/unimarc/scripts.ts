import { subfield } from '../fields.ts';
import type { DataField } from '../record.ts';

/** A MARC 21 field and the UNIMARC field that it was made from. */
export type Made = { from: DataField; field: DataField };

const LATIN = 'ba';

// The identifiers of scripts in $6 of MARC 21 (Appendix A): Cyrillic, Arabic, Greek, Hebrew, and East Asian scripts.
const scripts: Readonly<Record<string, string>> = {
  ca: '(N',
  fa: '(3/r',
  ga: '(S',
  ha: '(2/r',
  da: '$1',
  db: '$1',
  dc: '$1',
  ea: '$1',
  ka: '$1',
};

const scriptOf = ({ from }: Made): string => subfield(from, '7')?.slice(0, 2) ?? LATIN;
const groupOf = ({ from }: Made): string | undefined => /^.?(\d{2})/.exec(subfield(from, '6') ?? '')?.[1];

const linked = (field: DataField, link: string): DataField => ({
  ...field,
  subfields: [{ code: '6', value: link }, ...field.subfields],
});

/**
 * Returns the fields with the links of MARC 21 between scripts: a field that repeats another one in a script other than Latin ($6 and $7
 * of UNIMARC) becomes a linked 880.
 */
export const linkScripts = (made: readonly Made[]): DataField[] => {
  let occurrence = 0;
  const links = new Map<Made, string>();
  for (const one of made) {
    const group = groupOf(one);
    if (group === undefined || scriptOf(one) !== LATIN) continue;
    const others = made.filter(
      (other) => groupOf(other) === group && scriptOf(other) !== LATIN && other.field.tag === one.field.tag,
    );
    if (others.length === 0 || links.has(one)) continue;
    occurrence++;
    const number = String(occurrence).padStart(2, '0');
    links.set(one, `880-${number}`);
    for (const other of others) {
      const script = scripts[scriptOf(other)];
      links.set(other, `${one.field.tag}-${number}${script === undefined ? '' : `/${script}`}`);
    }
  }
  return made.map((one) => {
    const link = links.get(one);
    if (link === undefined) return one.field;
    return linked(link.startsWith('880') ? one.field : { ...one.field, tag: '880' }, link);
  });
};
