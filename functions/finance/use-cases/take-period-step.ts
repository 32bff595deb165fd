import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, type Outcome, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { notifyPeriodMachine, type PeriodMachine } from '../data/period-machine.ts';
import type { PeriodStore } from '../data/period-store.ts';
import { type PeriodRefusal, type PeriodStepName, takePeriodStep } from '../domain/periods/period.ts';
import { type PeriodView, periodView } from '../schemas/periods.ts';

export type StepDeps = { periods: PeriodStore; machine: PeriodMachine; ids: Ids };
/** The actor's name and the time of the step; `checks` are conditions of its write. */
export type StepInput = { by: string; now: number; keep: Keep<PeriodView>; checks?: readonly Write[] };

/**
 * Takes a step of a period with its audit entry, and notifies the workflow. Refuses what the domain refuses, and when the period or a
 * check changed meanwhile.
 */
export const takeStep = async <S extends PeriodStepName>(
  { periods, machine, ids }: StepDeps,
  month: string,
  step: S,
  carries: Parameters<typeof takePeriodStep<S>>[2],
  { by, now, keep, checks = [] }: StepInput,
): Promise<Outcome<PeriodView, PeriodRefusal<S> | 'changed-meanwhile'>> => {
  const before = await periods.load(month);
  const after = takePeriodStep(before.period, step, carries, { by, now });
  if ('refused' in after) return { refused: [...after.refused] };
  const view = periodView(after);
  const audit = auditWrite({
    ...{ subject: `period:${month}`, at: iso(now), auditId: ids.next('audit', now), by, did: `${step}-period` },
    detail: { from: before.period.state, to: after.state },
  });
  if (!(await periods.save(before, after, [audit, ...checks, ...keep(view)]))) {
    return refuse('changed-meanwhile', 'Something of it changed at the same moment: look again.');
  }
  await notifyPeriodMachine(periods, machine, { month, v: before.v + 1 });
  return answer(view);
};
