import { asProblem, Problem, paramsOf, passes } from '../../../api/problem.ts';
import type { DeskCalls, Further, Mode, Outcome, Patron, Question, Refusal, Row, Scanned } from './desk-types.ts';

const PAUSES_MS = [300, 1200, 3000];
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Retries a call that may succeed shortly, with the same idempotency key. Throws the last Problem. */
const steadily = async <T>(call: () => Promise<T>, pauses: readonly number[] = PAUSES_MS): Promise<T> => {
  try {
    return await call();
  } catch (thrown) {
    const [next, ...later] = pauses;
    if (next === undefined || !passes(asProblem(thrown))) throw thrown;
    await pause(next);
    return steadily(call, later);
  }
};

export type Around = {
  calls: DeskCalls;
  patron: () => Patron | undefined;
  opened: (patron: Patron) => void;
  /** Reports the item that was scanned; `chosen` when staff selected one of two items. */
  known: (item: Scanned['item'], chosen?: boolean) => void;
  /** Returns the selected value, or undefined when the question was dismissed. */
  ask: (question: Omit<Question, 'key'>) => Promise<string | undefined>;
};

const refused = (code: string): Outcome => ({ is: 'refused', problem: new Problem(409, code, '') });

const letters = (at: number): string => String.fromCharCode(97 + at);

const openCard = async ({ number, patrons, replaced }: Scanned, { calls, opened, ask }: Around): Promise<Outcome> => {
  if (replaced) return refused('card-replaced');
  const [, second] = patrons;
  const choices = patrons.map(({ memberId }, at) => ({ letter: letters(at), value: memberId, memberId }));
  const member = second ? await ask({ kind: 'whose-card', choices }) : undefined;
  if (second && member === undefined) return { is: 'dropped' };
  const patron = await steadily(() => calls.openPatron(number, member));
  opened(patron);
  return { is: 'opened', name: [patron.name.given, patron.name.family].filter(Boolean).join(' ') };
};

/** The action of the automatic mode: check out when a patron is open, otherwise check in. */
const doingOf = (mode: Mode, patron: string | undefined): Exclude<Mode, 'auto'> => {
  if (mode !== 'auto') return mode;
  return patron ? 'out' : 'in';
};

const yesOrNo = [
  { letter: 'y', value: 'yes' },
  { letter: 'n', value: 'no' },
];

/**
 * Checks an item in. The API may ask first whether a hold may capture it (C54): the loan is then closed already, and the answer is a
 * second check-in that includes the first result. When the question is dismissed, the item stays as the first check-in left it.
 */
const takeBack = async (row: Row, item: string, { calls, ask }: Around): Promise<Outcome> => {
  const { returnedAt } = row;
  const first = await steadily(() => calls.checkIn(item, row.key, { returnedAt }));
  if (!first.warnings.includes('verify-location')) return { is: 'back', checkIn: first };
  const answer = await ask({ kind: 'verify-location', choices: yesOrNo });
  if (answer !== 'yes' && answer !== 'no') return { is: 'back', checkIn: first };
  const { loanClosed, fine, refund } = first;
  const second = await steadily(() => calls.checkIn(item, `${row.key}-${answer}`, { capture: answer, returnedAt }));
  const checkIn = { ...second, loanClosed, ...(fine && { fine }), ...(refund && { refund }) };
  return { is: 'back', checkIn };
};

/** A due date of one's own answers that the rules do not lend the item. */
const answeredByDue = 'not-lendable';

/**
 * Returns the reasons that a special due date would override unseen: to the API it is an override of all of them. Nothing when none of
 * them can be overridden, because then the API itself refuses with its reasons.
 */
const hiddenByDue = (refusals: readonly Refusal[]): Outcome | undefined => {
  const shown = refusals.filter(({ code }) => code !== answeredByDue);
  const first = shown.find(({ overridable }) => overridable);
  if (!first) return undefined;
  const reasons = shown.map(({ code, detail, params }) => ({ code, detail, pointer: '', params: paramsOf(params) }));
  return { is: 'refused', problem: new Problem(409, first.code, '', { reasons }) };
};

/** Performs the action of the mode on an item. `further` is the additional input after a refusal. */
export const actOnItem = async (row: Row, item: string, around: Around, further?: Further): Promise<Outcome> => {
  const { calls } = around;
  const patronId = row.patronId ?? around.patron()?.patronId;
  const doing = doingOf(row.mode, patronId);
  if (doing === 'in') return await takeBack(row, item, around);
  if (doing === 'out' && patronId === undefined) return refused('no-patron-open');
  const more = further ?? row.further;
  if (!further && more?.due !== undefined) {
    const hidden = hiddenByDue(await steadily(() => calls.refusalsOf(item, doing === 'out' ? patronId : undefined)));
    if (hidden) return hidden;
  }
  if (doing === 'renew' || patronId === undefined)
    return { is: 'renewed', ...(await steadily(() => calls.renew(item, row.key, more))) };
  return { is: 'lent', ...(await steadily(() => calls.checkOut(item, patronId, row.key, more))) };
};

/** Performs the action on the item with a number; when two libraries' items have it, staff select one. */
const actOnNumber = async (row: Row, { number, items }: Scanned, around: Around): Promise<Outcome> => {
  if (items.length === 0) return actOnItem(row, number, around);
  const choices = items.map(({ itemId, memberId }, at) => ({ letter: letters(at), value: itemId, memberId }));
  const chosen = await around.ask({ kind: 'whose-item', choices });
  if (chosen === undefined) return { is: 'dropped' };
  around.known(
    items.find(({ itemId }) => itemId === chosen),
    true,
  );
  return actOnItem(row, chosen, around);
};

const cardOrItem = [
  { letter: 'p', value: 'card' },
  { letter: 'i', value: 'item' },
];

/** Looks up a scan and performs the action. Returns the outcome, including refusals; throws nothing. */
export const actOnScan = async (row: Row, around: Around): Promise<Outcome> => {
  try {
    const scanned = await steadily(() => around.calls.scan(row.scan));
    around.known(scanned.item);
    const is = scanned.is === 'both' ? await around.ask({ kind: 'card-or-item', choices: cardOrItem }) : scanned.is;
    if (is === undefined) return { is: 'dropped' };
    if (is === 'card') return await openCard(scanned, around);
    if (is === 'item') return await actOnNumber(row, scanned, around);
    if (scanned.replaced) return refused('card-replaced');
    return refused(scanned.checkDigit === 'wrong' ? 'misread' : 'unknown-scan');
  } catch (thrown) {
    return { is: 'refused', problem: asProblem(thrown) };
  }
};
