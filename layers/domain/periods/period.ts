import * as z from 'zod';
import { millis } from '../calendar/days.ts';
import { endOfMonth } from '../ledger/netting.ts';
import { monthSchema } from '../report/month.ts';
import { type PeriodState, periodStateNames, periodStates } from './period-states.ts';

const exact = z.string().regex(/^-?\d+\.\d{12}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The steps of a period, as its table of states names them. */
export const periodSteps = ['meter', 'reconcile', 'approve', 'close', 'reopen'] as const;
export type PeriodStepName = (typeof periodSteps)[number];

/** A step that was taken: which, when, by whom (`workflow` for the close), and why where a reason is asked for. */
export const periodStepSchema = z.strictObject({
  step: z.enum(periodSteps),
  at: z.iso.datetime(),
  by: z.string().min(1),
  reason: z.string().min(1).max(500).exactOptional(),
});

/** The figures of the month's use as they were taken: amounts exact, in the platform's currency. */
export const meteredSchema = z.strictObject({
  currency: z.string(),
  total: exact,
  unattributed: exact,
  synthetic: z.boolean(),
  provisionalUntil: z.iso.date(),
  priceBook: z.string(),
});
export type MeteredFigures = z.infer<typeof meteredSchema>;

/** What the figures were set against: a bill, with what it came to, or a reason why there is none. */
export const reconciliationSchema = z.union([
  z.strictObject({ billId: z.string().min(1), billed: exact, exceptions: z.int().nonnegative() }),
  z.strictObject({ reason: z.string().min(1).max(500) }),
]);
export type Reconciliation = z.infer<typeof reconciliationSchema>;

/** The statements as written: how many, what they come to (minor units), and the hash of the pack they would be. */
export const draftSchema = z.strictObject({
  hash,
  statements: z.int().nonnegative(),
  currency: z.string(),
  total: z.int(),
  due: z.int(),
});
export type Draft = z.infer<typeof draftSchema>;

/** The place of a closed period in the chain: the period closed before it, with its hash, and its own. */
export const sealSchema = z.strictObject({
  hash,
  previous: z.strictObject({ month: monthSchema, hash }).exactOptional(),
});
export type Seal = z.infer<typeof sealSchema>;

/**
 * A calendar month (UTC) of the consortium's money. `round` counts how often it was reconciled: its statements are those of
 * the last round. `blocked` says why no statements could be written; `closing` from when on they are being booked.
 */
export const periodSchema = z.strictObject({
  month: monthSchema,
  state: z.enum(periodStateNames),
  round: z.int().nonnegative(),
  steps: z.array(periodStepSchema),
  metered: meteredSchema.exactOptional(),
  reconciliation: reconciliationSchema.exactOptional(),
  draft: draftSchema.exactOptional(),
  blocked: z.string().exactOptional(),
  closing: z.iso.datetime().exactOptional(),
  seal: sealSchema.exactOptional(),
});
export type Period = z.infer<typeof periodSchema>;

/** A month that nobody has touched yet. */
export const newPeriod = (month: string): Period => ({ month, state: 'open', round: 0, steps: [] });

/** A step that somebody wants to take, with what it carries. `close` is the workflow's alone. */
export type PeriodWish =
  | { step: 'meter'; metered: MeteredFigures }
  | { step: 'reconcile'; reconciliation: Reconciliation; metered: MeteredFigures }
  | { step: 'approve'; hash: string }
  | { step: 'reopen'; reason: string }
  | { step: 'close'; seal: Seal };

/** Why a step is not taken. */
export type PeriodRefusal =
  | 'wrong-state'
  | 'month-open'
  | 'own-work'
  | 'figures-moved'
  | 'no-statements'
  | 'other-statements'
  | 'being-booked';
type Refused = { refused: { code: PeriodRefusal; detail: string }[] };

/** A request of the month's last second may still be writing: an hour is far beyond any. In milliseconds. */
const SETTLING = 3_600_000;

/** Whether a month is over for an hour at an instant (epoch ms): before, its figures still move. */
export const isOver = (month: string, now: number): boolean => now >= millis(endOfMonth(month)) + SETTLING;

const refuse = (code: PeriodRefusal, detail: string): Refused => ({ refused: [{ code, detail }] });

const nextState = (from: PeriodState, step: PeriodStepName): PeriodState | undefined =>
  periodStates.transitions.find((row) => row.from === from && row.trigger === step)?.to;

const prepared = ({ steps }: Period): Set<string> =>
  new Set(steps.flatMap(({ step, by }) => (step === 'meter' || step === 'reconcile' ? [by] : [])));

const against = (period: Period, wish: PeriodWish, by: string, now: number): Refused | undefined => {
  if (wish.step === 'meter' && !isOver(period.month, now)) {
    return refuse('month-open', `${period.month} is metered an hour after ${endOfMonth(period.month)}.`);
  }
  if (wish.step === 'reconcile' && wish.metered.total !== period.metered?.total) {
    return refuse('figures-moved', 'More use came in since the figures were taken: meter the month again.');
  }
  if (wish.step === 'approve') {
    if (prepared(period).has(by)) return refuse('own-work', 'Who metered or reconciled a period does not approve it.');
    if (!period.draft) return refuse('no-statements', period.blocked ?? 'Its statements are still being written.');
    if (period.draft.hash !== wish.hash) return refuse('other-statements', 'The statements are not those looked at.');
  }
  if (wish.step === 'reopen' && period.closing !== undefined) {
    return refuse('being-booked', 'Its statements are being booked: it will be closed in a moment.');
  }
  return undefined;
};

const carried = (period: Period, wish: PeriodWish): Partial<Period> => {
  switch (wish.step) {
    case 'meter':
      return { metered: wish.metered };
    case 'reconcile':
      return { reconciliation: wish.reconciliation, round: period.round + 1 };
    case 'close':
      return { seal: wish.seal };
    default:
      return {};
  }
};

/** What a step that begins anew leaves of a period: its history and its count of rounds. */
const begun = ({ month, state, round, steps }: Period): Period => ({ month, state, round, steps });

/**
 * Takes a step of a period, or says why not: `wrong-state`; `month-open` (metered only an hour after the month); `own-work`
 * (who ever metered or reconciled it never approves it); `figures-moved`; `no-statements`, `other-statements` (what is
 * approved is named by its hash); `being-booked`. `now` in epoch ms, `by` the actor's name.
 */
export const takePeriodStep = (
  period: Period,
  wish: PeriodWish,
  { by, now }: { by: string; now: number },
): Period | Refused => {
  const state = nextState(period.state, wish.step);
  if (!state) return refuse('wrong-state', `A period that is ${period.state} has no step ${wish.step}.`);
  const refused = against(period, wish, by, now);
  if (refused) return refused;
  const kept = wish.step === 'meter' || wish.step === 'reopen' ? begun(period) : period;
  const { draft: _, blocked: __, ...undrafted } = kept;
  const base = wish.step === 'reconcile' ? undrafted : kept;
  const reason = wish.step === 'reopen' ? { reason: wish.reason } : {};
  const step = { step: wish.step, at: new Date(now).toISOString(), by, ...reason };
  return { ...base, ...carried(period, wish), state, steps: [...period.steps, step] };
};
