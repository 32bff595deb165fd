import { isPartner } from '../../../layers/kernel/identity/party.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Money } from '../../../layers/kernel/money/money.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { RefusalOf } from '../../../layers/platform/http/outcome.ts';
import { asBorrower } from '../../catalogue/public/as-borrower.ts';
import type { Borrower } from '../../circulation/public/policies.ts';
import { key } from '../data/keys.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import { copyrightRulesOf } from '../domain/copyright/copyright-policy.ts';
import { whyNot } from '../domain/rota/exclusion-texts.ts';
import type { LendingBalance } from '../domain/rota/lending-balance.ts';
import { type PartnerCandidates, partnerCandidates, type SupplyingPartner } from '../domain/rota/partner-candidates.ts';
import { buildRota, type Rota } from '../domain/rota/rota.ts';
import type { Candidate } from '../domain/rota/rota-factors.ts';
import type { LoanRequestInput } from '../schemas/loan-request-input.ts';
import { currencyOf, type Setting } from './load-setting.ts';
import { type LoanSources, loanSources } from './loan-candidates.ts';
import type { Wanted } from './resolve-wanted.ts';

/** The patron and the item for which suppliers are sought; `anyCost` includes suppliers above the maximum cost. */
export type Sought = {
  patron: Borrower;
  wanted: Wanted;
  input: Pick<LoanRequestInput, 'pickupBranch' | 'needBy' | 'maxCost' | 'outside'>;
  anyCost?: boolean;
};

/**
 * The possible suppliers, their order and their cost: `sources` are the consortium's copies, `candidates` and `costs`
 * are by the id of member or partner.
 */
export type Sourcing = {
  rota: Rota;
  sources: LoanSources | undefined;
  candidates: ReadonlyMap<string, Candidate>;
  costs: ReadonlyMap<string, Money>;
};

/** Whether no member of the consortium is asked first. */
export const beginsOutside = ({ rota }: Pick<Sourcing, 'rota'>): boolean => isPartner(rota.entries[0]?.member ?? '');

const balancesOf = async (
  table: Table,
  partners: readonly SupplyingPartner[],
): Promise<Map<string, LendingBalance>> => {
  const rows = await table.getMany(partners.map(({ partnerId: memberId }) => key('lendingBalance', { memberId })));
  return new Map(
    partners.flatMap(({ partnerId }, i) => (rows[i] ? [[partnerId, rows[i] as LendingBalance] as const] : [])),
  );
};

const nobody: PartnerCandidates = { candidates: [], costs: new Map(), excluded: [] };

const partnersFor = async (
  deps: Pick<ResourceSharingDeps, 'table' | 'supplyingPartners'>,
  { wanted: { service }, input: { maxCost, outside, pickupBranch }, anyCost = false }: Sought,
  setting: Omit<Setting, 'branch'>,
): Promise<PartnerCandidates> => {
  if (!outside) return nobody;
  const partners = await deps.supplyingPartners();
  const { country } = copyrightRulesOf(setting.sharing.copyright, memberOfBranch(pickupBranch));
  const need = { service, country, currency: currencyOf(setting), maxCost, anyCost };
  return partnerCandidates(partners, need, await balancesOf(deps.table, partners));
};

/** Finds suppliers: members that have a copy, then partners when they may be asked, on one rota. */
export const findSuppliers = async (
  deps: Pick<ResourceSharingDeps, 'table' | 'items' | 'members' | 'branches' | 'supplyingPartners'>,
  sought: Sought,
  setting: Omit<Setting, 'branch'>,
): Promise<Sourcing> => {
  const { patron, wanted, input } = sought;
  const { rules: policies, sharing, now, at } = setting;
  const borrower = { homeMember: patron.homeMember, category: patron.category, residence: patron.residence };
  const { recordId, service } = wanted;
  const { pickupBranch } = input;
  const seenBy = asBorrower(memberOfBranch(pickupBranch));
  const need = { recordId, service, pickupBranch, seenBy, borrower, policies, sharing, now, at };
  const [sources, outside] = await Promise.all([
    wanted.inUnion ? loanSources(deps, need) : undefined,
    partnersFor(deps, sought, setting),
  ]);
  const all = [...(sources?.candidates ?? []), ...outside.candidates];
  const { maxCost, needBy } = input;
  const rota = buildRota(all, sharing.rota, {
    ...{ requesterMember: memberOfBranch(pickupBranch), at },
    ...(needBy !== undefined && { needBy }),
    ...(maxCost && { maxCost: maxCost.amount }),
  });
  const chosen = all.filter(({ member, itemId }) =>
    rota.entries.some((entry) => entry.member === member && entry.itemId === itemId),
  );
  return {
    rota: { ...rota, excluded: [...rota.excluded, ...outside.excluded] },
    sources,
    candidates: new Map(chosen.map((candidate) => [candidate.member, candidate])),
    costs: outside.costs,
  };
};

/**
 * Lists why no library can be asked: each library with its reason. Which partners are paused is for staff: to patrons it
 * says nothing about what they want.
 */
export const noSupplier = ({ rota }: Pick<Sourcing, 'rota'>, forStaff: boolean): RefusalOf<'no-supplier'>[] => {
  const shown = rota.excluded.filter(
    ({ member, reason }) => forStaff || reason !== 'not-supplying' || !isPartner(member),
  );
  const reasons = shown.map(({ member, reason }) => ({
    code: 'no-supplier' as const,
    detail: `${member} ${whyNot[reason]}`,
    params: { member, why: reason },
  }));
  return reasons.length > 0 ? reasons : [{ code: 'no-supplier', detail: 'No library that may be asked has it.' }];
};
