import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { templateDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, templateDeps, async ({ path: { memberId } }, { templates }) =>
  answer({ templates: await templates.list(memberId) }),
);
