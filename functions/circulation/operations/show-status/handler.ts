import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { isId } from '../../../../layers/kernel/identity/id.ts';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse, refuseFor } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { checkCardAndPin } from '../../../patrons/public/check-card-and-pin.ts';
import { patronStore } from '../../../patrons/public/patron-store.ts';
import { signInStore } from '../../../patrons/public/sign-in-store.ts';
import { circulationDeps } from '../../deps.ts';
import { borrowingReasons } from '../../domain/borrowing-reasons.ts';
import { billView } from '../../schemas/views.ts';
import { billsOf, holdsOf, loansOf } from '../../use-cases/patron-account.ts';
import { refuseClosedRecord } from '../../use-cases/refuse-closed-record.ts';
import { resolvePatron } from '../../use-cases/resolve-patron.ts';
import { contract } from './contract.ts';

const compose = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { ...circulationDeps(runtime), patrons: patronStore(table), attempts: signInStore(table) };
};
type Deps = ReturnType<typeof compose>;

type Asked = { patron: string; member?: string | undefined; pin: string };

/** Whether the PIN is this card's: an attempt like any at sign-in, counted and locked with those. */
const judgePin = async ({ cards, patrons, attempts }: Deps, { patron, member, pin }: Asked, now: number) => {
  const number = normaliseScan(patron);
  const attempt = await attempts.open(number, now);
  if (attempt === 'busy') return refuseFor(1, 'too-many-at-once' as const, 'Too many attempts at once.');
  if ('lockedFor' in attempt)
    return refuseFor(attempt.lockedFor / 1000, 'sign-in-locked' as const, 'Too many wrong PINs.');
  const holder = await checkCardAndPin({ cards, patrons }, number, pin, member);
  if (holder) await attempts.settle(attempt);
  return { patronId: holder?.patronId };
};

/** What is the patron's own to see: who it is, what is lent, held and owed. */
const ownOf = async (house: Deps, patronId: string, now: number) => {
  const [kept, loans, holds, owed] = await Promise.all([
    house.patrons.get(patronId),
    loansOf(house, patronId, now, iso(now)),
    holdsOf(house, patronId, now),
    billsOf(house, patronId, now, billView),
  ]);
  if (!kept) return {};
  const { name, language } = kept.person.person;
  const overdue = loans.filter(({ due }) => Date.parse(due) < now).length;
  const ready = holds.filter(({ state }) => state === 'on-shelf').length;
  return { own: { name, ...(language !== undefined && { language }), loans, overdue, holds, ready, ...owed } };
};

export const handler = handle(contract, compose, async ({ body, now }, house) => {
  const { branchId, pin } = body;
  const [branch, policies] = [await house.branches.known(branchId, now), await house.policiesAt(now)];
  if (!branch || !policies) return refuse('unknown-branch', `${branchId} is no branch.`, '/body/branchId');
  // Desks may name a patron by id, machines not: one that guesses ids learns nothing.
  if (isId('patron', body.patron)) return refuse('unknown-patron', 'There is no such card.', '/body/patron');
  const patron = await resolvePatron(house, body, { strong: false });
  if ('refused' in patron) return patron;
  const closed = await refuseClosedRecord(house, patron, branchId, now);
  if (closed) return closed;
  const judged = pin === undefined ? undefined : await judgePin(house, { ...body, pin }, now);
  if (judged && 'refused' in judged) return judged;
  const { homeMember, category, patronId } = patron;
  const desk = { branchId, calendar: branch.calendar, at: iso(now) };
  const limits = { thresholds: policies.blocks.body, currency: policies.loanRules.body.currency };
  const reasons = borrowingReasons(patron, desk, limits).map(({ code }) => code);
  const right = judged?.patronId === patronId;
  return answer({
    ...{ homeMember, category, card: reasons.includes('card-expired') ? ('expired' as const) : ('good' as const) },
    pin: judged === undefined ? ('not-given' as const) : right ? ('right' as const) : ('wrong' as const),
    ...{ mayBorrow: reasons.length === 0, reasons },
    ...(right ? await ownOf(house, patronId, now) : {}),
  });
});
