import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import { addressLines } from '../../../../layers/kernel/text/address-lines.ts';
import { plainValue } from '../../../../layers/kernel/text/plain-value.ts';
import type { BranchStore } from '../../../membership/public/branch-store.ts';
import type { MemberStore } from '../../../membership/public/member-store.ts';
import type { LoanRequest } from '../../domain/requests/request.ts';

/** A partner as slips name it: its name and the lines of its address. */
export type PartnerPlace = { name: string; address: string[] };

/** Where slips find names and addresses. `partner` is the directory of partners; undefined for an unknown one. */
export type PlaceStores = {
  branches: Pick<BranchStore, 'known' | 'idsOf'>;
  members: Pick<MemberStore, 'get'>;
  partner?: (partnerId: string) => Promise<PartnerPlace | undefined>;
};

/** A library on a slip: its name, the place in it, its address lines, and its time zone. */
export type SlipPlace = { name: string; place?: string; lines: string[]; zone: string };

const UNKNOWN_ZONE = 'UTC';

/** A branch of ours with its member's name. */
const placeOfBranch = async (
  { branches, members }: PlaceStores,
  memberId: string,
  branchId: string,
  now: number,
): Promise<SlipPlace> => {
  const [member, branch] = await Promise.all([members.get(memberId), branches.known(branchId, now)]);
  const name = plainValue(member?.name ?? memberId);
  if (!branch) return { name, place: branchId, lines: [name, branchId], zone: UNKNOWN_ZONE };
  const lines = [name, ...addressLines(branch.name, branch.address).map(plainValue)];
  return { name, place: plainValue(branch.name), lines, zone: branch.calendar.timeZone };
};

/** A partner: as its own request names it, as the directory knows it, or by its id alone. */
const placeOfPartner = async (
  { partner }: PlaceStores,
  partnerId: string,
  asked?: LoanRequest['partner'],
): Promise<SlipPlace> => {
  const known = await partner?.(partnerId);
  const name = plainValue(known?.name ?? asked?.requestingAgency ?? partnerId);
  const own = asked?.deliverTo?.map(plainValue).filter((line) => line !== '') ?? [];
  const lines = own.length > 0 ? own : [name, ...(known?.address ?? []).map(plainValue)];
  return { name, lines, zone: UNKNOWN_ZONE };
};

/** The requester and the destination: the pickup branch, or what a partner stated. */
export const requesterPlace = (
  stores: PlaceStores,
  { requesterMember, pickupBranch, partner }: Pick<LoanRequest, 'requesterMember' | 'pickupBranch' | 'partner'>,
  now: number,
): Promise<SlipPlace> =>
  isPartner(requesterMember)
    ? placeOfPartner(stores, requesterMember, partner)
    : placeOfBranch(stores, requesterMember, pickupBranch, now);

/**
 * The destination of a returned loan: the branch that owns the copy, else the branch that sent it, else the member's
 * first branch.
 */
export const supplierPlace = async (
  stores: PlaceStores,
  supplier: string,
  branchId: string | undefined,
  now: number,
): Promise<SlipPlace> => {
  if (isPartner(supplier)) return placeOfPartner(stores, supplier);
  const [first] = branchId === undefined ? await stores.branches.idsOf(supplier) : [branchId];
  return placeOfBranch(stores, supplier, first ?? supplier, now);
};

/** A branch of a member as the sender on a slip. */
export const ownPlace = placeOfBranch;
