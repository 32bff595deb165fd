import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { monthDeps } from '../../deps.ts';
import { monthFile } from '../../use-cases/month-file.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, monthDeps, async ({ path, query, now }, { months }) => {
  const made = await monthFile(months, { month: path.month, member: query.member }, now);
  if ('refused' in made) return made;
  return answer(made.file, { 'content-disposition': `attachment; filename="${made.name}"` });
});
