import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { ScenarioDeps } from '../deps.ts';
import { compareFees } from '../domain/cost-sharing/compare-fees.ts';
import { feesOf, warningsOf } from '../domain/cost-sharing/scenario.ts';
import { calculateScenario, notReckonable } from './calculate-scenario.ts';

/** Compares the fees of two scenarios by their ids, member by member, with the warnings of each. */
export const compareScenarios = async (deps: ScenarioDeps, query: { one: string; other: string }) => {
  const [one, other] = await Promise.all([deps.scenarios.get(query.one), deps.scenarios.get(query.other)]);
  if (!one) return refuse('unknown-scenario', 'There is no such scenario.', '/query/one');
  if (!other) return refuse('unknown-scenario', 'There is no such scenario.', '/query/other');
  const [old, now] = await Promise.all([calculateScenario(deps, one), calculateScenario(deps, other)]);
  if ('refused' in old) return notReckonable(old.refused);
  if ('refused' in now) return notReckonable(now.refused);
  const compared = compareFees(feesOf(one, old), feesOf(other, now));
  if ('refused' in compared) return refuse('scenario-currencies', compared.refused[0].detail, '/query/other');
  return answer({
    ...{ ...compared, currency: one.formula.currency },
    checks: { one: warningsOf(one, old), other: warningsOf(other, now) },
  });
};
