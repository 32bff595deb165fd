import { withoutControlCharacters } from '../../../layers/protocols/marc/clean-text.ts';
import type { DataField } from '../../../layers/protocols/marc/record.ts';
import { writeMarcXml } from '../../../layers/protocols/marc/write-marcxml.ts';
import { holdingField } from '../../catalogue/public/holding-field.ts';
import type { PublicCopy } from '../../catalogue/public/public-copy.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';

/** The current data: the ISIL of a member, if it has one, the state of a copy, and the day on which a loan is due at its branch. */
export type KnownNow = {
  isilOf: (memberId: string) => string | undefined;
  circulationOf: (itemId: string) => ItemCirculation | undefined;
  dueDayOf: (loan: { due: string; checkoutBranch: string }) => string;
};

const safe = (field: DataField): DataField => ({
  ...field,
  subfields: field.subfields.map(({ code, value }) => ({ code, value: withoutControlCharacters(value) })),
});

/** Returns the 852 of a copy with its current state; none for one that is withdrawn or unknown to circulation. Never the borrower. */
const fieldOf = (copy: PublicCopy, { isilOf, circulationOf, dueDayOf }: KnownNow): DataField[] => {
  const { itemId, memberId } = copy;
  const isil = isilOf(memberId);
  if (itemId === undefined) return [holdingField({ memberId, isil })];
  const now = circulationOf(itemId);
  if (now === undefined || now.state === 'withdrawn') return [];
  // On course reserve it is where the reserve is, not where it is catalogued.
  const place = now.reserve === undefined ? {} : { branchId: now.branchId, location: now.location };
  return [holdingField({ ...copy, ...place, isil, state: now.state, due: now.loan && dueDayOf(now.loan) })];
};

const BEGIN = '<datafield';
const END = '</record>';

/** Writes the holdings of a record into its MARCXML, each as an 852 with the state of the copy now. */
export const withLiveHoldings = (marcxml: string, copies: readonly PublicCopy[], known: KnownNow): string => {
  const data = copies.flatMap((copy) => fieldOf(copy, known)).map(safe);
  const written = data.length === 0 ? undefined : writeMarcXml({ leader: ' '.repeat(24), control: [], data });
  if (written === undefined || !marcxml.endsWith(END)) return marcxml;
  if ('refused' in written) throw new Error(`A holding cannot be written: ${written.refused[0]?.code}`);
  // What begins with the first field ends the record too.
  return `${marcxml.slice(0, -END.length)}${written.xml.slice(written.xml.indexOf(BEGIN))}`;
};
