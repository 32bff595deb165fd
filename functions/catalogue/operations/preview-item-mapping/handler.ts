import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { fileKind } from '../../../../layers/protocols/marc/file-kind.ts';
import { rejectReasons } from '../../../../layers/protocols/marc/reasons.ts';
import { mappingDeps } from '../../deps.ts';
import { defaultItemMapping, wishedItemMapping } from '../../domain/items/item-mapping.ts';
import { refuseBranchesElsewhere } from '../../use-cases/check-mapped-branches.ts';
import { previewItems } from '../../use-cases/preview-items.ts';
import { contract } from './contract.ts';
import { previewView } from './view.ts';

export const handler = handle(contract, mappingDeps, async ({ path: { memberId }, body }, { table, mappings }) => {
  const branches = await mappings.branches(memberId);
  const refused = refuseBranchesElsewhere(memberId, body.mapping ?? {}, branches, '/body/mapping');
  if (refused.length > 0) return { refused };
  const bytes = Buffer.from(body.records, 'base64');
  const kind = fileKind(bytes);
  if ('rejected' in kind) {
    const why = kind.rejected;
    return {
      refused: [{ code: 'not-marc', detail: rejectReasons[why], pointer: '/body/records', params: { why } }],
    };
  }
  const wished = body.mapping && wishedItemMapping(body.mapping);
  const mapping = wished ?? (await mappings.get(memberId)) ?? defaultItemMapping;
  const file = { bytes, form: kind.kind, isBeginning: body.isBeginning };
  return answer(previewView(kind.kind, await previewItems(table, { memberId, mapping, branches }, file)));
});
