import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { headingRecordDeps } from '../../deps.ts';
import { listHeadingRecords } from '../../use-cases/browse-headings.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, headingRecordDeps, async ({ actor, path: { list }, query }, deps) => {
  const scope = { list, members: query.member ?? [], viewer: viewerOf(actor) };
  const page = await listHeadingRecords(deps, scope, query);
  if (page === 'unknown-place') return refuse(page, 'This is no place of a list.', '/query/at');
  if (page === 'bad-cursor') return refuse(page, 'This cursor belongs to another list.', '/query/after');
  return answer(page);
});
