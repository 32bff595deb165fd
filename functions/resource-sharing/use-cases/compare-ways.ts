import { isPartner } from '../../../layers/kernel/identity/party.ts';
import type { Money } from '../../../layers/kernel/money/money.ts';
import type { RefusalOf } from '../../../layers/platform/http/outcome.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { duplicateKeyOf } from '../data/duplicate-key.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import { borrowerCodes } from '../domain/requests/borrower-codes.ts';
import { rankWays, type Way } from '../domain/requests/request-ways.ts';
import { expectedArrival } from '../domain/rota/expected-arrival.ts';
import type { ServiceLevel } from '../domain/workflow/timers.ts';
import { borrowerRefusals, settingFor } from './check-borrower.ts';
import { findSuppliers, noSupplier, type Sourcing } from './find-suppliers.ts';
import { type HoldOutlook, holdOutlook } from './hold-outlook.ts';
import { currencyOf, type Setting } from './load-setting.ts';
import { localAvailability } from './local-availability.ts';
import { mayHold } from './place-request.ts';
import type { Wanted } from './resolve-wanted.ts';

/**
 * The patron and the item for which ways are compared. `judgesPatron`: whether the result includes the patron's own
 * status, for the patron and staff of the home library. Elsewhere the access would have to be logged, and a read does
 * not log. `forStaff`: whether staff read the result.
 */
export type Looked = {
  patron: PatronStatus;
  judgesPatron: boolean;
  forStaff: boolean;
  wanted: Wanted;
  needBy?: string | undefined;
  serviceLevel: ServiceLevel;
};

type Closed = Way['closed'];
type Found = { sourcing: Sourcing; hold: HoldOutlook | undefined; barred: Closed };

const ofPatron: readonly string[] = [
  ...borrowerCodes,
  ...['too-many-overdue', 'already-requested', 'already-lent-to-patron'],
];

const closedBy = ({ code, detail, params }: RefusalOf<string>): Closed[number] => ({
  ...{ code, detail },
  ...(params && { params }),
});
const because = (code: string, detail: string): Closed => [{ code, detail }];

/** Reasons against the patron, and against this request of the patron. */
const barredOf = async (
  deps: ResourceSharingDeps,
  { patron, judgesPatron, wanted }: Looked,
  { sources }: Sourcing,
  setting: Setting,
): Promise<Closed> => {
  if (!judgesPatron) return [];
  const { patronId } = patron;
  const isLent = wanted.service !== 'copy' && sources?.items.some(({ loan }) => loan?.patronId === patronId);
  const isAsked = (await deps.requests.claimedBy(patronId, duplicateKeyOf(wanted))) !== undefined;
  return [
    ...borrowerRefusals(patron, await settingFor(deps, patron, setting)).map(closedBy),
    ...(isLent ? because('already-lent-to-patron', 'The patron has a copy of this record.') : []),
    ...(isAsked ? because('already-requested', 'An open request for this stands.') : []),
  ];
};

const holdWay = ({ wanted, judgesPatron }: Looked, { hold }: Found): Way => {
  if (!hold) {
    const why = wanted.inUnion
      ? because('copy-wanted', 'A hold gives the item, and a copy is wanted.')
      : because('not-in-consortium', 'No member has it, as far as the catalogue knows.');
    return { way: 'hold', open: false, closed: why };
  }
  const closed = hold.refused.filter(({ code }) => judgesPatron || !ofPatron.includes(code)).map(closedBy);
  return {
    ...{ way: 'hold', open: closed.length === 0, closed },
    ...(hold.by !== undefined && { by: hold.by }),
    ...(hold.waits && { waits: true as const }),
  };
};

const missingOf = ({ missing }: Wanted): Closed =>
  missing.map((field) => ({ code: 'citation-incomplete', detail: `A search needs ${field}.` }));

/** One part of the rota: members or partners. */
const partOf = ({ rota, ...rest }: Sourcing, outside: boolean): Sourcing => ({
  ...rest,
  rota: {
    entries: rota.entries.filter(({ member }) => isPartner(member) === outside),
    excluded: rota.excluded.filter(({ member }) => isPartner(member) === outside),
  },
});

const costOf = (sourcing: Sourcing, member: string, setting: Setting): Money | undefined => {
  const known = sourcing.costs.get(member);
  const { cost = 0 } = sourcing.candidates.get(member) ?? {};
  return known ?? (cost > 0 ? { amount: cost, currency: currencyOf(setting) } : undefined);
};

const loanWay = (
  way: 'consortium-loan' | 'outside-loan',
  looked: Looked,
  found: Found,
  setting: Setting,
  after?: Way,
): Way => {
  const outside = way === 'outside-loan';
  const part = partOf(found.sourcing, outside);
  const [first] = part.rota.entries;
  const candidate = first && part.candidates.get(first.member);
  // After members that could be asked, a partner is only the next supplier.
  const sourcing = after?.open ? found.sourcing : part;
  const held = localAvailability({ ...looked, hold: found.hold, sourcing, pickupBranch: setting.branch.branchId });
  const closed = [
    ...found.barred,
    ...missingOf(looked.wanted),
    ...held.map(closedBy),
    ...(first ? [] : noSupplier(part, looked.forStaff).map(closedBy)),
  ];
  const answerMinutes = setting.sharing.timers.answerMinutes[looked.serviceLevel];
  const cost = first && costOf(part, first.member, setting);
  return {
    ...{ way, open: closed.length === 0, closed },
    ...(candidate && { by: expectedArrival(candidate, { at: setting.at, answerMinutes }) }),
    ...(cost && { cost }),
    ...(first && { asks: first.member }),
    ...(closed.length === 0 && after?.open && { after: 'consortium-loan' as const }),
  };
};

/**
 * Lists the ways open to a patron now, the suggested one first. Each is judged as when it is placed, with its date and
 * cost, and with the reason why a way is closed (C83, C86).
 */
export const compareWays = async (deps: ResourceSharingDeps, looked: Looked, setting: Setting): Promise<Way[]> => {
  const { patron, wanted, needBy } = looked;
  const input = { pickupBranch: setting.branch.branchId, needBy, maxCost: undefined, outside: true };
  const [sourcing, hold] = await Promise.all([
    findSuppliers(deps, { patron, wanted, input, anyCost: true }, setting),
    mayHold(wanted) ? holdOutlook(deps, patron, wanted.recordId, setting) : undefined,
  ]);
  const found = { sourcing, hold, barred: await barredOf(deps, looked, sourcing, setting) };
  const lent = loanWay('consortium-loan', looked, found, setting);
  const outside = loanWay('outside-loan', looked, found, setting, lent);
  return rankWays([holdWay(looked, found), lent, outside], needBy);
};
