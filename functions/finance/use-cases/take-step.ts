import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Actor, actorName } from '../../../layers/platform/http/actor.ts';
import { answer, type Outcome, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { type PeriodMachine, tellPeriodMachine } from '../data/period-machine.ts';
import type { PeriodStore } from '../data/period-store.ts';
import { type PeriodRefusal, type PeriodStepName, takePeriodStep } from '../domain/periods/period.ts';
import { type PeriodView, periodView } from '../schemas/period-shapes.ts';

type Deps = { periods: PeriodStore; machine: PeriodMachine; ids: Ids };
type Asked = {
  actor: Actor | undefined;
  now: number;
  keep: (output: PeriodView) => Write[];
  /** What must hold still when the step is written. */
  checks?: readonly Write[];
};

/** Takes a step of a period with its audit line, and tells the workflow. Refuses what the domain refuses, and a lost race, its `checks`' among them. */
export const takeStep = async <S extends PeriodStepName>(
  { periods, machine, ids }: Deps,
  month: string,
  step: S,
  carries: Parameters<typeof takePeriodStep<S>>[2],
  { actor, now, keep, checks = [] }: Asked,
): Promise<Outcome<PeriodView, PeriodRefusal<S> | 'changed-meanwhile'>> => {
  const by = actorName(actor);
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
  await tellPeriodMachine(periods, machine, { month, v: before.v + 1 });
  return answer(view);
};
