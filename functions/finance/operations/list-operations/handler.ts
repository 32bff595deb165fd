import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { monthDeps } from '../../deps.ts';
import { operationsOfMonth } from '../../use-cases/month-operations.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, monthDeps, async ({ path, query, now }, { months }) => {
  const listed = await operationsOfMonth(months, { ...path, member: query.member, service: query.service }, now);
  return 'refused' in listed ? listed : answer(listed);
});
