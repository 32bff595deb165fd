import { withoutControlCharacters } from '../../../../layers/protocols/marc/clean-text.ts';
import { subfields } from '../../../../layers/protocols/marc/fields.ts';
import type { DataField, MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { writeMarcXml } from '../../../../layers/protocols/marc/write-marcxml.ts';
import type { IndexDocument } from '../index/index-document.ts';
import type { SourceInUnion } from '../union/union-document.ts';
import { unionMarc } from '../union/union-marc.ts';
import { maySee } from '../visibility/visibility.ts';
import { dublinCore } from './dublin-core.ts';
import { formatSet, memberSet } from './sets.ts';

/** What the doors for other systems give of a union record: its elements of Dublin Core, its MARCXML, and the sets it is in. */
export type PublicRecord = { dc: string; marcxml: string; sets: string[] };

/** Characters that XML cannot hold, and halves of letters, are left out; codes and tags as strict writing wants them. */
const mended = (record: MarcRecord): MarcRecord => {
  const text = (value: string): string => withoutControlCharacters(value.toWellFormed());
  return {
    leader: record.leader
      .padEnd(24)
      .slice(0, 24)
      .replace(/[^\dA-Za-z ]/g, ' ')
      .replace(/^(.{6}) /, '$1a'),
    control: record.control
      .filter(({ tag }) => /^00[1-9A-Za-z]$/.test(tag))
      .map(({ tag, value }) => ({ tag, value: text(value) })),
    data: record.data.flatMap((field) => {
      const subfields = field.subfields
        .filter(({ code }) => /^[0-9a-z]$/.test(code))
        .map(({ code, value }) => ({ code, value: text(value) }));
      const [ind1, ind2] = [field.ind1, field.ind2].map((one) => (/^[0-9a-z ]$/.test(one) ? one : ' '));
      const isField = /^(?!00)[0-9A-Z]{3}$/.test(field.tag) && subfields.length > 0;
      return isField ? [{ tag: field.tag, ind1: ind1 ?? ' ', ind2: ind2 ?? ' ', subfields }] : [];
    }),
  };
};

const xmlOf = (record: MarcRecord): string => {
  const written = writeMarcXml(record);
  if ('refused' in written) throw new Error(`A union record cannot be written: ${written.refused[0]?.code}`);
  return written.xml;
};

/** MARCXML of so many characters at the most: what is longer loses its longest fields, one after another. */
const fitted = (record: MarcRecord, most: number): string => {
  const xml = xmlOf(record);
  if (xml.length <= most) return xml;
  const sizes = record.data.map((field) => xmlOf({ ...record, control: [], data: [field] }).length);
  const longest = sizes.map((size, i) => [size, i] as const).sort(([a], [b]) => b - a);
  let over = xml.length - most;
  const gone = new Set<number>();
  for (const [size, i] of longest) {
    if (over <= 0) break;
    gone.add(i);
    // An element of its own has the record's frame around it, which does not go.
    over -= size - 400;
  }
  return xmlOf({ ...record, data: record.data.filter((_, i) => !gone.has(i)) });
};

const isFullText = ({ tag, ind2 }: DataField): boolean => tag === '856' && (ind2 === '0' || ind2 === '1');

/**
 * What anybody may see of a union record, ready for the doors. Takes its sources as the index takes them, its document there,
 * and how many characters each form may have: what is longer loses its longest fields. Undefined when there is nothing for
 * the public. The same in any order of the sources, so that equal records are equal texts.
 */
export const publicRecord = (
  sources: readonly SourceInUnion[],
  document: IndexDocument | undefined,
  most: number,
): PublicRecord | undefined => {
  if (document === undefined || !document.visibleTo.includes('public')) return undefined;
  const seen = sources.filter(({ memberId, hiddenFrom }) => maySee({ kind: 'anonymous' }, memberId, hiddenFrom));
  const marc = unionMarc(
    document.recordId,
    seen.map((source) => ({ ...source, record: mended(source.record) })),
    document.heldBy.map((memberId) => ({ memberId })),
  );
  if (marc === undefined) return undefined;
  const links = marc.data.filter(isFullText).flatMap((field) => subfields(field, 'u').map((url) => url.trim()));
  return {
    dc: dublinCore(document, links, most),
    marcxml: fitted(marc, most),
    sets: [...document.heldBy.map(memberSet), formatSet(document.format)].sort(),
  };
};
