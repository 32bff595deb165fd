import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { schoolDeps } from '../../deps.ts';
import { yearView } from '../../use-cases/schools.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, async ({ path: { memberId, year } }, { years }) => {
  const found = await years.get(memberId, year);
  if (found === undefined) return refuse('unknown-year', contract.refusals['unknown-year'].meaning, '/path/year');
  const { v: _, ...shown } = found;
  return answer(yearView(shown));
});
