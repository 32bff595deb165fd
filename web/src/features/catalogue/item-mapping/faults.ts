import type { MessageKey } from '../../../i18n/translate.ts';
import { codeFields, type Draft, holdingFields, institutionsIn, oneCode, type Row } from './draft.ts';

/** The faults of a draft: message keys by place. */
export type Faults = Readonly<Record<string, MessageKey>>;

/** The API's limits: excluded values of a subfield, and codes that mark the library's own fields. */
const MOST = { values: 50, institutions: 20 } as const;

const isTag = (tag: string): boolean => /^[A-Z0-9]{3}$/.test(tag);
const isCode = (code: string): boolean => /^[a-z0-9]?$/.test(code);
const areCodes = (codes: string): boolean => /^[a-z0-9]{0,10}$/.test(codes);

type Found = [place: string, message: MessageKey];
const when = (isWrong: boolean, place: string, message: MessageKey): Found[] => (isWrong ? [[place, message]] : []);

const codeFaults = ({ codes }: Draft): Found[] =>
  codeFields.flatMap((field) => {
    const isOne = oneCode.some((one) => one === field);
    const isRight = isOne ? isCode(codes[field]) : areCodes(codes[field]);
    return when(!isRight, field, isOne ? 'mapping.one-code' : 'mapping.some-codes');
  });

const holdingFaults = ({ holding }: Draft): Found[] => {
  if (!holding) return [];
  const { tag, linkItem, linkHolding } = holding;
  return [
    ...when(!isTag(tag), 'holding-tag', 'mapping.tag-wrong'),
    ...when(!isCode(linkItem), 'linkItem', 'mapping.one-code'),
    ...when(!isCode(linkHolding), 'linkHolding', 'mapping.one-code'),
    ...when(
      (linkItem === '') !== (linkHolding === ''),
      linkItem === '' ? 'linkItem' : 'linkHolding',
      'mapping.link-half',
    ),
    ...holdingFields.flatMap((field) => when(!areCodes(holding[field]), `holding-${field}`, 'mapping.some-codes')),
  ];
};

/** Finds incomplete rows and duplicate values; an empty row is not a fault, because it is ignored. */
const rowFaults = (rows: readonly Row[], place: string, half: MessageKey): Found[] =>
  rows.flatMap(({ key, from, to }, at) => {
    const isHalf = (from.trim() === '') !== (to.trim() === '');
    const isTwice = from.trim() !== '' && rows.slice(0, at).some((one) => one.from.trim() === from.trim());
    return [...when(isTwice, `${place}-${key}`, 'mapping.twice'), ...when(isHalf, `${place}-${key}`, half)];
  });

const notCopyFaults = ({ rows: { notCopies } }: Draft): Found[] =>
  notCopies.flatMap(({ key, from, to }) => {
    const place = `notCopies-${key}`;
    const ofCode = notCopies.filter((one) => one.from === from).length;
    return [
      ...when(ofCode > MOST.values, place, 'mapping.too-many'),
      ...when((from === '') !== (to.trim() === ''), place, 'mapping.not-copy-half'),
      ...when(!isCode(from), place, 'mapping.one-code'),
    ];
  });

/** Returns all faults of a draft by place; empty when it can be saved. */
export const faultsIn = (draft: Draft): Faults => {
  const { tag, indicators, rows, institutions } = draft;
  return Object.fromEntries([
    ...when(!isTag(tag), 'tag', 'mapping.tag-wrong'),
    ...when(!/^([ -~]{2})?$/.test(indicators), 'indicators', 'mapping.indicators-wrong'),
    ...codeFaults(draft),
    ...holdingFaults(draft),
    ...rowFaults(rows.branches, 'branches', 'mapping.branch-half'),
    ...rowFaults(rows.categories, 'categories', 'mapping.category-half'),
    ...notCopyFaults(draft),
    ...when(institutionsIn(institutions).length > MOST.institutions, 'institutions', 'mapping.too-many'),
  ]);
};
