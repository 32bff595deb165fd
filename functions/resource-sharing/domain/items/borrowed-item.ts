import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { withoutControlCharacters } from '../../../../layers/protocols/marc/clean-text.ts';
import type { DataField, MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { audiences } from '../../../catalogue/public/audiences.ts';
import { temporarySourceId } from '../../../catalogue/public/temporary-source-id.ts';
import type { ItemDescription } from '../../../catalogue/public/views.ts';
import { LIBRARY_CATEGORY } from '../../../circulation/public/library-category.ts';
import type { Agreed } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { LoanRequest } from '../requests/request.ts';

/** The location of partners' items: none of a member's own. */
const LOCATION = 'interlibrary-loan';

/** The end of a request's id on a generated label: random, and short enough for a small label. */
const LABEL_CHARS = 10;

/** The generated barcode of a partner's item that has none, or one that is in use here. */
export const madeBarcode = (requestId: string): string => `ILL${requestId.slice(-LABEL_CHARS).toUpperCase()}`;

const field = (tag: string, indicators: string, subfields: Record<string, string | undefined>): DataField[] => {
  const fields = Object.entries(subfields).flatMap(([code, text]) => {
    const value = withoutControlCharacters(text ?? '').trim();
    return value === '' ? [] : [{ code, value }];
  });
  const [ind1 = ' ', ind2 = ' '] = indicators;
  return fields.length === 0 ? [] : [{ tag, ind1, ind2, subfields: fields }];
};

/** The title of a partner's item here: as it was requested, because the partner was asked by a citation. */
export const borrowedTitle = ({ title, partTitle }: Pick<Citation, 'title' | 'partTitle'> = {}): string =>
  title ?? partTitle ?? 'Interlibrary loan';

/** The record of a partner's item, with the few known details. */
export const borrowedRecord = (citation: Citation | undefined): MarcRecord => {
  const { isbn = [], issn = [], author, edition, place, publisher, date, volume } = citation ?? {};
  return {
    leader: '00000nam a2200000 a 4500',
    control: [],
    data: [
      ...isbn.flatMap((number) => field('020', '  ', { a: number })),
      ...issn.flatMap((number) => field('022', '  ', { a: number })),
      ...field('100', '1 ', { a: author }),
      ...field('245', '00', { a: borrowedTitle(citation), n: volume }),
      ...field('250', '  ', { a: edition }),
      ...field('264', ' 1', { a: place, b: publisher, c: date }),
    ],
  };
};

/** The identifiers of a partner's item here: its generated ids, and its barcode here. */
export type BorrowedIds = { itemId: string; recordId: string; barcode: string };

const placeOf = ({ requestId, pickupBranch }: LoanRequest) => {
  const memberId = memberOfBranch(pickupBranch);
  return { memberId, sourceId: temporarySourceId(memberId, requestId) };
};

/** The item in circulation before it is set out for its patron: at home only at the pickup branch. */
export const borrowedItem = (request: LoanRequest, { itemId, recordId, barcode }: BorrowedIds): ItemCirculation => ({
  ...{ itemId, barcode, ...placeOf(request), recordId },
  ...{ branchId: request.pickupBranch, location: LOCATION, category: LIBRARY_CATEGORY },
  ...{ state: 'in-process', currentBranch: request.pickupBranch, v: 0 },
  request: { requestId: request.requestId, borrowed: true },
});

/** The item in the catalogue: hidden from every audience. */
export const borrowedDescription = (request: LoanRequest, { itemId, barcode }: BorrowedIds): ItemDescription => ({
  ...{ itemId, barcode, ...placeOf(request) },
  ...{ branchId: request.pickupBranch, location: LOCATION, category: LIBRARY_CATEGORY },
  ...{ callNumber: '', copyNumber: '', volume: '', hiddenFrom: [...audiences] },
});

/** The lender's conditions for the patron's hold; none when it stated none. */
export const agreedIn = ({ due, terms }: Pick<LoanRequest, 'due' | 'terms'>): { agreed?: Agreed } => {
  const conditions = terms?.conditions ?? [];
  if (due === undefined && conditions.length === 0) return {};
  return { agreed: { ...(due !== undefined && { due }), ...(conditions.length > 0 && { conditions }) } };
};
