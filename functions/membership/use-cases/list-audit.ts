import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { auditDeps } from '../deps.ts';

type Deps = ReturnType<typeof auditDeps>;

/** Lists a page of the audit entries of a place, with the names of the staff in them. */
export const listAudit = async ({ audit, names }: Deps, wanted: Parameters<Deps['audit']>[0], request: PageRequest) => {
  const page = await audit(wanted, request);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  const { rows: entries, next } = page;
  const actors = entries.flatMap(({ by, subject }) => [by, subject]);
  return answer({ entries, names: await names(actors), ...(next && { next }) });
};
