import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { LoanRequest } from '../../domain/requests/request.ts';
import type { PackingSlip } from '../../domain/slips/slip.ts';
import { slipDay } from '../../domain/slips/slip-day.ts';
import { conditionText, type SlipLanguage, slipTexts } from '../../domain/slips/slip-texts.ts';
import { describedCopy } from './described-copy.ts';
import { ownPlace, requesterPlace, supplierPlace } from './places.ts';
import type { SlipStores } from './pull-slips.ts';

type Printing = { branchId: string; language: SlipLanguage; now: number };

type Way = { way: PackingSlip['way']; supplier: string };

/** The direction in which a member sends the copy: out while it supplies the last ask, home after it was lent to it. */
const wayFrom = ({ asks, requesterMember, history }: LoanRequest, memberId: string): Way | undefined => {
  const ask = asks.at(-1);
  if (ask === undefined) return undefined;
  const { supplierMember: supplier, supplierState } = ask;
  if (supplier === memberId) {
    return ['unfilled', 'cancelled'].includes(supplierState) ? undefined : { way: 'out', supplier };
  }
  const isLent = history.some(({ trigger }) => trigger === 'loaned');
  return requesterMember === memberId && isLent ? { way: 'home', supplier } : undefined;
};

/** The branch that sent the copy, from the request's history. */
const sentFrom = ({ history }: LoanRequest): string | undefined => {
  const by = history.findLast(({ trigger }) => trigger === 'ship')?.by;
  return by?.kind === 'staff' ? by.branch : undefined;
};

/**
 * Builds the packing slip of a request's copy that leaves a branch: out from its supplier, home from its requester.
 * Undefined when the member has no part in the request or nothing can be sent. `now` in epoch ms.
 */
export const packingSlipOf = async (
  stores: SlipStores,
  request: LoanRequest,
  { branchId, language, now }: Printing,
): Promise<PackingSlip | undefined> => {
  const memberId = memberOfBranch(branchId);
  const found = wayFrom(request, memberId);
  if (!found) return undefined;
  const { way, supplier } = found;
  const itemId = request.itemId ?? request.asks.at(-1)?.itemId;
  const item = itemId === undefined ? undefined : await stores.items.get(itemId);
  const home = item?.memberId === supplier ? item.branchId : sentFrom(request);
  const [asked, supplied, from, { title, author, volume, barcode }] = await Promise.all([
    requesterPlace(stores, request, now),
    supplierPlace(stores, supplier, home, now),
    ownPlace(stores, memberId, branchId, now),
    describedCopy(stores, request, item, slipTexts[language].someTitle, now),
  ]);
  const lent = request.barcode ?? barcode;
  return {
    ...{ requestId: request.requestId, way, title },
    ...(author !== undefined && { author }),
    ...(volume !== undefined && { volume }),
    ...(lent !== undefined && { barcode: lent }),
    to: (way === 'out' ? asked : supplied).lines,
    from: from.lines,
    ...(request.partner && { theirNumber: request.partner.requestId }),
    // The day is in the requester's time zone, where the item must be returned in time.
    ...(request.due !== undefined && { due: slipDay(request.due, asked.zone, language) }),
    conditions: (request.terms?.conditions ?? []).map((code) => conditionText(code, language)),
  };
};
