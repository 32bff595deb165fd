import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { itemTemplateStore } from '../../data/item-template-store.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ templates: itemTemplateStore(openTable(runtime)) }),
  async ({ path: { memberId } }, { templates }) => answer({ templates: await templates.list(memberId) }),
);
