import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { compareFees } from '../../domain/cost-sharing/compare-fees.ts';
import { feesOf, warningsOf } from '../../domain/cost-sharing/scenario.ts';
import { notReckonable, workbench } from '../../use-cases/workbench.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, workbench, async ({ query }, { scenarios, outcome }) => {
  const [one, other] = await Promise.all([scenarios.get(query.one), scenarios.get(query.other)]);
  if (!one) return refuse('unknown-scenario', 'There is no such scenario.', '/query/one');
  if (!other) return refuse('unknown-scenario', 'There is no such scenario.', '/query/other');
  const [old, now] = await Promise.all([outcome(one), outcome(other)]);
  if ('refused' in old) return notReckonable(old.refused);
  if ('refused' in now) return notReckonable(now.refused);
  const compared = compareFees(feesOf(one, old), feesOf(other, now));
  if ('refused' in compared) return refuse('scenario-currencies', compared.refused[0].detail, '/query/other');
  const [first, second] = [warningsOf(one, old), warningsOf(other, now)];
  const warnings = { one: first.warnings, other: second.warnings };
  const checkedBy = { one: first.checkedBy, other: second.checkedBy };
  return answer({ ...compared, currency: one.formula.currency, warnings, checkedBy });
});
