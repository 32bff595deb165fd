import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { auditDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, auditDeps, async ({ query }, { audit, names }) => {
  const { memberId: place, limit, after, ...wanted } = query;
  const page = await audit({ place, ...wanted }, { limit, after });
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  const { rows: entries, next } = page;
  const actors = entries.flatMap(({ by, subject }) => [by, subject]);
  return answer({ entries, names: await names(actors), ...(next && { next }) });
});
