import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { engineDeps } from '../../deps.ts';
import { browseHeadings } from '../../use-cases/browse-headings.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, engineDeps, async ({ actor, path: { list }, query }, deps) => {
  const scope = { list, members: query.member ?? [], viewer: viewerOf(actor) };
  const page = await browseHeadings(deps, scope, query);
  return page ? answer(page) : refuse('unknown-place', 'This is no place of a list.', '/query/at');
});
