import * as z from 'zod';
import { millis } from '../../../../layers/kernel/calendar/days.ts';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { endOfMonth } from '../../../../layers/records/ledger/domain/netting.ts';
import { type PeriodState, periodStateNames } from '../../../../layers/records/ledger/domain/period-state.ts';
import { periodStates } from './period-states.ts';

const exact = z.string().regex(/^-?\d+\.\d{12}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The steps of a period, as its table of states names them. */
export const periodSteps = ['meter', 'reconcile', 'approve', 'close', 'reopen'] as const;
export type PeriodStepName = (typeof periodSteps)[number];

/** A completed step: its name, time, actor (`workflow` for the close), and the reason if one is required. */
export const periodStepSchema = z.strictObject({
  step: z.enum(periodSteps),
  at: z.iso.datetime(),
  by: z.string().min(1),
  reason: z.string().min(1).max(500).exactOptional(),
});

/** The figures of the month's metered use: exact amounts, in the platform's currency. */
export const meteredSchema = z.strictObject({
  currency: z.string(),
  total: exact,
  unattributed: exact,
  synthetic: z.boolean(),
  provisionalUntil: z.iso.date(),
  priceBook: z.string(),
});
export type MeteredFigures = z.infer<typeof meteredSchema>;

/** The reconciliation of the figures: with a bill and its result, or the reason why there is none. */
export const reconciliationSchema = z.union([
  z.strictObject({
    billId: z.string().min(1),
    billed: exact,
    /** What of it is the provider's support plan; absent when it has none. */
    support: exact.exactOptional(),
  }),
  z.strictObject({ reason: z.string().min(1).max(500) }),
]);
export type Reconciliation = z.infer<typeof reconciliationSchema>;

/** The written statements: their number and total (minor units), the hash of their future pack, and that of the underlying use. */
export const draftSchema = z.strictObject({
  hash,
  statements: z.int().nonnegative(),
  currency: z.string(),
  total: z.int(),
  due: z.int(),
  use: hash.exactOptional(),
});
export type Draft = z.infer<typeof draftSchema>;

/** The place of a closed period in the chain: the previously closed period with its hash, and its own hash. */
export const sealSchema = z.strictObject({
  hash,
  previous: z.strictObject({ month: monthSchema, hash }).exactOptional(),
});
export type Seal = z.infer<typeof sealSchema>;

/**
 * A calendar month (UTC) of the consortium's accounts. `round` counts its reconciliations: its statements are those of the last round.
 * `blocked` states why no statements could be written; `closing` since when they are being booked.
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

/** Returns the period of a month without a row. */
export const newPeriod = (month: string): Period => ({ month, state: 'open', round: 0, steps: [] });

type Carried = {
  meter: { metered: MeteredFigures };
  reconcile: { reconciliation: Reconciliation; metered: MeteredFigures };
  approve: { hash: string; preparers: readonly string[]; latestBill: string | undefined };
  reopen: { reason: string };
  close: { sealing: (closed: Period) => Seal };
};

/** A requested step, with its data. `close` is reserved for the workflow. */
export type PeriodStepInput<S extends PeriodStepName = PeriodStepName> = S extends PeriodStepName
  ? { step: S } & Carried[S]
  : never;

type Reasons = {
  meter: 'month-open';
  reconcile: 'figures-moved';
  approve: 'own-work' | 'no-statements' | 'other-statements' | 'later-bill';
  reopen: 'being-booked';
  close: never;
};

/** The reason why a step is refused. */
export type PeriodRefusal<S extends PeriodStepName = PeriodStepName> = 'wrong-state' | Reasons[S];
type Refused<R extends string> = { refused: { code: R; detail: string }[] };

/** The safety margin after the month's last second, in milliseconds: an hour far exceeds the duration of any request. */
const SETTLING = 3_600_000;

/** Returns whether a month ended at least an hour before an instant (epoch ms): before that, its figures still change. */
export const isOver = (month: string, now: number): boolean => now >= millis(endOfMonth(month)) + SETTLING;

const refuse = <R extends string>(code: R, detail: string): Refused<R> => ({ refused: [{ code, detail }] });

const nextState = (from: PeriodState, step: PeriodStepName): PeriodState | undefined =>
  periodStates.transitions.find((row) => row.from === from && row.trigger === step)?.to;

const prepared = ({ steps }: Period): Set<string> =>
  new Set(steps.flatMap(({ step, by }) => (step === 'meter' || step === 'reconcile' ? [by] : [])));

type Judged<S extends PeriodStepName> = (
  period: Period,
  order: Carried[S],
  at: { by: string; now: number },
) => Refused<Reasons[S]> | undefined;

const judges: { [S in PeriodStepName]: Judged<S> } = {
  meter: ({ month }, _, { now }) =>
    isOver(month, now) ? undefined : refuse('month-open', `It is metered an hour after ${endOfMonth(month)}.`),
  reconcile: (period, { metered }) =>
    metered.total === period.metered?.total
      ? undefined
      : refuse('figures-moved', 'More use came in since the figures were taken: meter the month again.'),
  approve: (period, { hash: wanted, preparers, latestBill }, { by }) => {
    if (prepared(period).has(by) || preparers.includes(by)) {
      return refuse('own-work', 'Who had a part in preparing a period does not approve it.');
    }
    const { reconciliation } = period;
    const against = reconciliation && 'billId' in reconciliation ? reconciliation.billId : undefined;
    if (latestBill !== against)
      return refuse('later-bill', 'A bill came in since: open the month again and reconcile it.');
    if (!period.draft) return refuse('no-statements', period.blocked ?? 'Its statements are still being written.');
    if (period.draft.hash === wanted) return undefined;
    return refuse('other-statements', 'The statements are not those looked at.');
  },
  reopen: ({ closing }) =>
    closing === undefined
      ? undefined
      : refuse('being-booked', 'Its statements are being booked: it will be closed in a moment.'),
  close: () => undefined,
};

/** Returns a period reset by a step that starts again: its history and its count of rounds. */
const begun = ({ month, state, round, steps }: Period): Period => ({ month, state, round, steps });

type After = { base: Period; reason?: { reason: string } };

const after = (period: Period, order: PeriodStepInput): After => {
  const { draft: _, blocked: __, ...undrafted } = period;
  switch (order.step) {
    case 'meter':
      return { base: { ...begun(period), metered: order.metered } };
    case 'reconcile':
      return { base: { ...undrafted, reconciliation: order.reconciliation, round: period.round + 1 } };
    case 'reopen':
      return { base: begun(period), reason: { reason: order.reason } };
    default:
      return { base: period };
  }
};

/**
 * Takes a step of a period, or refuses it: `wrong-state`; `month-open` (metering only an hour after the month); `own-work` (nobody who
 * ever metered or reconciled it, or is in `preparers`, who added or withdrew corrections, sent its bill, accepted a difference or booked
 * the netting, may approve it); `later-bill`; `figures-moved`; `no-statements`, `other-statements` (an approval names the statements by
 * their hash); `being-booked`. A close is sealed by `sealing`, over the whole period. `now` in epoch ms, `by` the actor's name.
 */
export const takePeriodStep = <S extends PeriodStepName>(
  period: Period,
  step: S,
  carries: Carried[S],
  at: { by: string; now: number },
): Period | Refused<PeriodRefusal<S>> => {
  const state = nextState(period.state, step);
  if (!state) return refuse('wrong-state', `A period that is ${period.state} has no step ${step}.`);
  const judge: Judged<S> = judges[step];
  const refused = judge(period, carries, at);
  if (refused) return refused;
  const { base, reason } = after(period, { step, ...carries } as PeriodStepInput);
  const taken = { step, at: new Date(at.now).toISOString(), by: at.by, ...reason };
  const stepped: Period = { ...base, state, steps: [...period.steps, taken] };
  return 'sealing' in carries ? { ...stepped, seal: carries.sealing(stepped) } : stepped;
};
