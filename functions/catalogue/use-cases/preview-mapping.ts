import type { RefusalOf } from '../../../layers/platform/http/outcome.ts';
import { fileKind } from '../../../layers/protocols/marc/file-kind.ts';
import type { MarcForm } from '../../../layers/protocols/marc/forms.ts';
import { rejectReasons } from '../../../layers/protocols/marc/reasons.ts';
import type { mappingDeps } from '../deps.ts';
import { defaultItemMapping, wishedItemMapping } from '../domain/items/item-mapping.ts';
import { refuseBranchesElsewhere } from './check-mapped-branches.ts';
import { previewItems } from './preview-items.ts';

type Mapping = Parameters<typeof wishedItemMapping>[0];
type Input = { memberId: string; mapping?: Mapping | undefined; bytes: Uint8Array; isBeginning: boolean };
type Refusing = { refused: RefusalOf<'branch-elsewhere' | 'not-marc'>[] };
type Preview = { form: MarcForm; previewed: Awaited<ReturnType<typeof previewItems>> };

/** Previews what a file would load of a member's items, by a mapping that is tried out or by the member's own. */
export const previewMapping = async (
  { table, mappings }: ReturnType<typeof mappingDeps>,
  { memberId, mapping: tried, bytes, isBeginning }: Input,
): Promise<Refusing | Preview> => {
  const branches = await mappings.branches(memberId);
  const refused = refuseBranchesElsewhere(memberId, tried ?? {}, branches, '/body/mapping');
  if (refused.length > 0) return { refused };
  const kind = fileKind(bytes);
  if ('rejected' in kind) {
    const why = kind.rejected;
    const params = { why };
    return { refused: [{ code: 'not-marc', detail: rejectReasons[why], pointer: '/body/records', params }] };
  }
  const own = tried && wishedItemMapping(tried);
  const mapping = own ?? (await mappings.get(memberId)) ?? defaultItemMapping;
  const previewed = await previewItems(table, { memberId, mapping, branches }, { bytes, form: kind.kind, isBeginning });
  return { form: kind.kind, previewed };
};
