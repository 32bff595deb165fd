import { normaliseScan } from '../../../layers/kernel/identity/card-number.ts';
import { isId } from '../../../layers/kernel/identity/id.ts';
import type { MachineActor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { checkCardAndPin } from '../../patrons/public/check-card-and-pin.ts';
import { machinePinAttempt } from '../../patrons/public/machine-pin-attempt.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { postalLines } from '../../patrons/public/postal-lines.ts';
import { refuseAttempt } from '../../patrons/public/refuse-attempt.ts';
import { shownName } from '../../patrons/public/shown-name.ts';
import type { PatronSignInDeps } from '../deps.ts';
import { type CirculationPolicies, policiesFor } from '../domain/decisions/policies.ts';
import { borrowingReasons } from '../domain/loans/borrowing-reasons.ts';
import { billView } from '../schemas/views.ts';
import { loadOpenLoans } from './load-open-loans.ts';
import { accruedIn, billsOf, holdsOf, loansOf } from './patron-account.ts';
import { refuseClosedRecord } from './refuse-closed-record.ts';
import { refuseUnknownBranch } from './refuse-without-policies.ts';
import { resolvePatron } from './resolve-patron.ts';

type Body = { branchId: string; patron: string; member?: string | undefined; pin?: string | undefined };

/** Checks the PIN of a card. Five wrong ones in a row lock the card at this machine. */
const checkPin = async (
  { cards, patrons, attempts }: PatronSignInDeps,
  { patron, member, pin, machineId }: Body & { pin: string; machineId: string },
  now: number,
) => {
  const number = normaliseScan(patron);
  const attempt = await attempts.open(machinePinAttempt(number, machineId), now);
  if ('refused' in attempt) return refuseAttempt(attempt);
  const holder = await checkCardAndPin({ cards, patrons }, number, pin, member);
  if (holder) await attempts.settle(attempt);
  return { patronId: holder?.patronId };
};

/** A machine client with this scope gets counts by the card alone, because its library wants them on the screens of its self-checks. */
const COUNTS_SCOPE = 'card-counts';

const listsOf = async (deps: PatronSignInDeps, patronId: string, now: number) => {
  const [loans, holds, owed] = await Promise.all([
    loansOf(deps, patronId, now, iso(now)),
    holdsOf(deps, patronId, now),
    billsOf(deps, patronId, now, billView),
  ]);
  const overdue = loans.filter(({ due }) => Date.parse(due) < now).length;
  return { loans, overdue, holds, ready: holds.filter(({ state }) => state === 'on-shelf').length, owed };
};

/** Counts what a patron has, without titles, amounts or dates. */
const countsOf = async (deps: PatronSignInDeps, patronId: string, now: number) => {
  const { loans, overdue, holds, ready, owed } = await listsOf(deps, patronId, now);
  return { counts: { loans: loans.length, overdue, holds: holds.length, ready, bills: owed.bills.length } };
};

/** Loads the data for the patron only: name, contact data, limits, loans, holds and bills. */
const ownAccount = async (
  deps: PatronSignInDeps,
  { patronId, expiresOn }: PatronStatus,
  { blocks }: CirculationPolicies,
  now: number,
) => {
  const [patron, lists] = await Promise.all([deps.patrons.get(patronId), listsOf(deps, patronId, now)]);
  if (!patron) return {};
  const { person } = patron.person;
  const { language, email, phones, address, birthDate } = person;
  const { maxLoans, maxHolds, maxOverdue } = blocks.body;
  const { loans, overdue, holds, ready, owed } = lists;
  return {
    own: {
      name: shownName(person),
      ...(language !== undefined && { language }),
      loans,
      overdue,
      holds,
      ready,
      ...owed,
      accrued: accruedIn(loans),
      expiresOn,
      limits: { loans: maxLoans, holds: maxHolds, ...(maxOverdue !== undefined && { overdue: maxOverdue }) },
      contact: {
        ...(address && { address: postalLines(address).join(', ') }),
        ...(email !== undefined && { email }),
        ...(phones?.[0] && { phone: phones[0].number }),
        ...(birthDate !== undefined && { birthDate }),
      },
    },
  };
};

/** Shows a self-check the status of a card, and with its right PIN the patron's account. */
export const showPatronStatus = async (
  deps: PatronSignInDeps,
  { body, machine, now }: { body: Body; machine: MachineActor; now: number },
) => {
  const { branchId, pin } = body;
  const [branch, adopted] = [await deps.branches.known(branchId, now), await deps.policiesAt(now)];
  if (!branch || !adopted) return refuseUnknownBranch(branchId, '/body/branchId');
  // Desks may name a patron by id, machines may not: a machine that guesses ids gets no information.
  if (isId('patron', body.patron)) return refuse('unknown-patron', 'There is no such card.', '/body/patron');
  const patron = await resolvePatron(deps, body, { strong: false });
  if ('refused' in patron) return patron;
  const closed = await refuseClosedRecord(deps, patron, branchId, now);
  if (closed) return closed;
  const checked = pin === undefined ? undefined : await checkPin(deps, { ...body, pin, machineId: machine.id }, now);
  if (checked && 'refused' in checked) return checked;
  const { homeMember, category, patronId } = patron;
  const policies = policiesFor(adopted, patron);
  const desk = { branchId, calendar: branch.calendar, at: iso(now) };
  const { accrued } = await loadOpenLoans(deps, patron, { policies, maxOverdue: null, now });
  const limits = { thresholds: policies.blocks.body, currency: policies.loanRules.body.currency, accrued };
  const reasons = borrowingReasons(patron, desk, limits).map(({ code }) => code);
  const right = checked?.patronId === patronId;
  const isCounted = pin === undefined && machine.scopes.includes(COUNTS_SCOPE);
  return answer({
    ...{ homeMember, category, card: reasons.includes('card-expired') ? ('expired' as const) : ('good' as const) },
    pin: checked === undefined ? ('not-given' as const) : right ? ('right' as const) : ('wrong' as const),
    ...{ mayBorrow: reasons.length === 0, reasons },
    ...(right ? await ownAccount(deps, patron, policies, now) : {}),
    ...(isCounted ? await countsOf(deps, patronId, now) : {}),
  });
};
