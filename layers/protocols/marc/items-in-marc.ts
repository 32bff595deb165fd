import { BARCODE } from '../../kernel/identity/card-number.ts';
import { subfield, subfields } from './fields.ts';
import type { HoldingMapping, ItemMapping } from './item-mapping.ts';
import type { DataField, MarcRecord } from './record.ts';
import { type Commitment, commitmentsFor } from './retention-notes.ts';

/** A copy from a load; texts are empty when the record has none. */
export type LoadedItem = {
  barcode?: string;
  branch: string;
  location: string;
  callNumber: string;
  category: string;
  copyNumber: string;
  volume: string;
  /** The retention commitment in the record's action notes. */
  retention?: Commitment;
};

/** The reason why a field with the mapped tag gave no item. */
export type SkipReason =
  | 'no-item-data'
  | 'not-a-copy'
  | 'branch-missing'
  | 'branch-unknown'
  | 'barcode-malformed'
  | 'barcode-twice-in-record';

/** A field without an item: its index among the record's data fields, the reason, the value that caused it, and its barcode. */
export type SkippedItem = { field: number; reason: SkipReason; value: string; barcode: string };

/** The category of items without one in record and mapping. */
export const UNNAMED_CATEGORY = 'general';

/** Values of Sierra fields may still contain their own subfield marks ("|aPQ6217|bT443"). */
const tidy = (value: string): string =>
  value
    .replace(/\|[a-z]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const first = (field: DataField | undefined, codes: string): string => {
  for (const code of codes) {
    const value = tidy(subfield(field, code) ?? '');
    if (value !== '') return value;
  }
  return '';
};

/** Joins all values of the codes, code by code: a local number may be spread over several $a. */
const joined = (field: DataField | undefined, codes: string): string =>
  [...codes]
    .flatMap((code) => (field === undefined ? [] : subfields(field, code).map(tidy)))
    .filter((value) => value !== '')
    .join(' ');

const mapped = (value: string, map: Record<string, string> | undefined): string | undefined => {
  if (map === undefined) return value;
  if (Object.hasOwn(map, value)) return map[value];
  const prefixes = Object.keys(map).filter((key) => key.endsWith('*') && value.startsWith(key.slice(0, -1)));
  const longest = prefixes.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : map[longest];
};

const holdingOf = (record: MarcRecord, at: number, rule: HoldingMapping | undefined): DataField | undefined => {
  if (rule === undefined) return undefined;
  const { link } = rule;
  if (link === undefined) return record.data.slice(0, at).findLast(({ tag }) => tag === rule.tag);
  const id = subfield(record.data[at], link.item);
  return id === undefined
    ? undefined
    : record.data.find((field) => field.tag === rule.tag && subfield(field, link.holding) === id);
};

/** "no.1(1965) c.1" includes the copy in the volume; a separate copy field takes precedence. */
const volumeAndCopy = (field: DataField, mapping: ItemMapping): { volume: string; copyNumber: string } => {
  const volume = first(field, mapping.volume ?? '');
  const copyNumber = first(field, mapping.copy ?? '');
  const within = mapping.copy === undefined ? /\bc\.\s*(\d+)$/.exec(volume) : null;
  if (within === null) return { volume, copyNumber };
  return { volume: volume.slice(0, within.index).trimEnd(), copyNumber: within[1] ?? '' };
};

const isNoCopy = (field: DataField, mapping: ItemMapping): boolean =>
  Object.entries(mapping.notACopy ?? {}).some(([code, values]) => values.includes(first(field, code)));

const branchOf = (value: string, mapping: ItemMapping): { branch: string } | { reason: SkipReason } => {
  if (value === '')
    return mapping.defaultBranch === undefined ? { reason: 'branch-missing' } : { branch: mapping.defaultBranch };
  const branch = mapped(value, mapping.branchMap);
  return branch === undefined ? { reason: 'branch-unknown' } : { branch };
};

const categoryOf = (value: string, mapping: ItemMapping): string => {
  const fallback = mapping.defaultCategory ?? UNNAMED_CATEGORY;
  if (value === '') return fallback;
  return mapped(value, mapping.categoryMap) ?? mapping.defaultCategory ?? value;
};

type Outcome =
  | { item: LoadedItem; holding?: string | undefined }
  | { reason: SkipReason; value: string; barcode: string };

const itemAt = (record: MarcRecord, at: number, field: DataField, mapping: ItemMapping): Outcome => {
  const barcode = first(field, mapping.barcode);
  const holding = holdingOf(record, at, mapping.holding);
  const stated = first(field, mapping.branch) || first(holding, mapping.holding?.branch ?? '');
  const callNumber = joined(field, mapping.callNumber) || joined(holding, mapping.holding?.callNumber ?? '');
  if (barcode === '' && stated === '') return { reason: 'no-item-data', value: '', barcode };
  if (isNoCopy(field, mapping)) return { reason: 'not-a-copy', value: barcode, barcode };
  if (barcode !== '' && !BARCODE.test(barcode)) return { reason: 'barcode-malformed', value: barcode, barcode };
  const place = branchOf(stated, mapping);
  if ('reason' in place) return { reason: place.reason, value: stated, barcode };
  const item: LoadedItem = {
    branch: place.branch,
    location: first(field, mapping.location ?? '') || first(holding, mapping.holding?.location ?? ''),
    callNumber,
    category: categoryOf(first(field, mapping.category), mapping),
    ...volumeAndCopy(field, mapping),
  };
  const link = mapping.holding?.link;
  return { item: barcode === '' ? item : { ...item, barcode }, ...(link && { holding: subfield(field, link.item) }) };
};

/**
 * Returns the items in a record by its member's mapping, in record order, and each mapped field without an item, with the reason.
 * Retention commitments in the record's notes are assigned to their items. An item without a barcode is returned (a holding of one
 * copy); a barcode repeated in one record counts once. The caller checks whether a barcode is free in the consortium.
 */
export const itemsInMarc = (
  record: MarcRecord,
  mapping: ItemMapping,
): { items: LoadedItem[]; skipped: SkippedItem[] } => {
  const items: LoadedItem[] = [];
  const holdings: (string | undefined)[] = [];
  const skipped: SkippedItem[] = [];
  const seen = new Set<string>();
  record.data.forEach((field, at) => {
    if (field.tag !== mapping.tag) return;
    if (mapping.indicators !== undefined && field.ind1 + field.ind2 !== mapping.indicators) return;
    const outcome = itemAt(record, at, field, mapping);
    if ('reason' in outcome) {
      const { reason, value, barcode } = outcome;
      skipped.push({ field: at, reason, value, barcode });
      return;
    }
    const { barcode } = outcome.item;
    if (barcode !== undefined && seen.has(barcode)) {
      skipped.push({ field: at, reason: 'barcode-twice-in-record', value: barcode, barcode });
      return;
    }
    if (barcode !== undefined) seen.add(barcode);
    items.push(outcome.item);
    holdings.push(outcome.holding);
  });
  const copies = items.map(({ barcode = '', volume, copyNumber }, i) => {
    return { holding: holdings[i], barcode, volume, copyNumber };
  });
  const retained = commitmentsFor(record, copies, mapping.institutions);
  return { items: items.map((item, i) => ({ ...item, ...(retained[i] && { retention: retained[i] }) })), skipped };
};
