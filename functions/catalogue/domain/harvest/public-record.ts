import { withoutControlCharacters } from '../../../../layers/protocols/marc/clean-text.ts';
import { subfields } from '../../../../layers/protocols/marc/fields.ts';
import { linkAddress } from '../../../../layers/protocols/marc/link-address.ts';
import type { DataField, MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { writeMarcXml } from '../../../../layers/protocols/marc/write-marcxml.ts';
import type { IndexDocument } from '../index/index-document.ts';
import type { SourceInUnion } from '../union/union-document.ts';
import { unionMarc } from '../union/union-marc.ts';
import { maySee } from '../visibility/visibility.ts';
import { dublinCore } from './dublin-core.ts';
import { formatSet, memberSet } from './sets.ts';

/** A copy that the public may see, without what changes with each loan; or only the member that holds a record. */
export type PublicCopy = {
  memberId: string;
  itemId?: string;
  branchId?: string;
  location?: string;
  callNumber?: string;
  copyNumber?: string;
  volume?: string;
  barcode?: string;
};

/**
 * The public form of a union record for harvesters and SRU: its Dublin Core elements, its MARCXML without holdings, its copies (their state
 * is added to each answer), and its sets.
 */
export type PublicRecord = { dc: string; marcxml: string; holdings: PublicCopy[]; sets: string[] };

/**
 * Returns a record that strict XML and MARC writing accept: without invalid characters and unpaired surrogates, with valid codes and tags.
 */
const mended = (record: MarcRecord): MarcRecord => {
  const text = (value: string): string => withoutControlCharacters(value);
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

/** Returns MARCXML of at most `most` characters; removes the longest fields of a longer record, one by one. */
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
    // A field written alone includes the frame of a record, which does not count.
    over -= size - 400;
  }
  return xmlOf({ ...record, data: record.data.filter((_, i) => !gone.has(i)) });
};

const nonEmpty = <T extends object>(copy: T): T =>
  Object.fromEntries(Object.entries(copy).filter(([, value]) => value !== '' && value !== undefined)) as T;

const ordering = ['memberId', 'branchId', 'callNumber', 'volume', 'copyNumber', 'barcode', 'itemId'] as const;
const orderOf = (copy: PublicCopy): string => ordering.map((field) => copy[field] ?? '').join('\u0001');

/** The copies that neither they, their holding nor their record hide from the public, and the members without such a copy. */
const publicCopies = (sources: readonly SourceInUnion[], heldBy: readonly string[]): PublicCopy[] => {
  const copies = sources.flatMap(({ memberId, hiddenFrom, hiddenHoldings, copies: own }) =>
    own
      .filter((copy) =>
        maySee({ kind: 'anonymous' }, memberId, [
          ...hiddenFrom,
          ...(hiddenHoldings[copy.branchId] ?? []),
          ...copy.hiddenFrom,
        ]),
      )
      .map(({ isAvailable: _, hiddenFrom: __, ...copy }): PublicCopy => nonEmpty({ memberId, ...copy })),
  );
  const withCopies = new Set(copies.map(({ memberId }) => memberId));
  const others = heldBy.filter((memberId) => !withCopies.has(memberId)).map((memberId) => ({ memberId }));
  return [...copies, ...others].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
};

/** Returns as many copies as fit into `most` characters. */
const fittedCopies = (copies: readonly PublicCopy[], most: number): PublicCopy[] => {
  let left = most;
  return copies.filter((copy) => {
    left -= JSON.stringify(copy).length;
    return left >= 0;
  });
};

const isFullText = ({ tag, ind2 }: DataField): boolean => tag === '856' && (ind2 === '0' || ind2 === '1');

/**
 * Returns what the public may see of a union record, for harvesters and SRU. Takes its sources and document as the index takes them, and
 * the most characters of each form; a longer form loses its longest fields. Undefined when nothing is public. The order of the sources does
 * not matter, so that equal records give equal texts.
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
    [],
  );
  if (marc === undefined) return undefined;
  const links = marc.data
    .filter(isFullText)
    .flatMap((field) => subfields(field, 'u').flatMap((url) => linkAddress(url) ?? []));
  return {
    dc: dublinCore(document, links, most),
    marcxml: fitted(marc, most),
    holdings: fittedCopies(publicCopies(seen, document.heldBy), most),
    sets: [...document.heldBy.map(memberSet), formatSet(document.format)].sort(),
  };
};
