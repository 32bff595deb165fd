import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { defaultItemMapping } from '../domain/items/item-mapping.ts';
import { type LocalField, localFields, ownMembers, patronsField, saysOwn } from '../domain/visibility/local-fields.ts';
import type { Viewer } from '../domain/visibility/visibility.ts';
import { itemMappingStore } from './item-mapping-store.ts';

/**
 * Returns the fields in a union record's sources that belong to a viewer's own library: nobody else sees them, and only its staff sees 9XX
 * and private ones. Reads the item mappings of these members, when they have such fields.
 */
export const ownLocalFields = async (
  table: Table,
  sources: readonly { memberId: string; record: MarcRecord }[],
  viewer: Viewer,
): Promise<LocalField[]> => {
  const own = new Set(ownMembers(viewer));
  const having = sources.filter(({ memberId, record }) => own.has(memberId) && record.data.some(saysOwn));
  const members = [...new Set(having.map(({ memberId }) => memberId))];
  const mappings = await Promise.all(members.map((memberId) => itemMappingStore(table).get(memberId)));
  const tags = new Map(
    members.map((memberId, i) => {
      const { tag, holding } = mappings[i] ?? defaultItemMapping;
      return [memberId, [tag, ...(holding ? [holding.tag] : [])]] as const;
    }),
  );
  const local = localFields(having, members, (memberId) => tags.get(memberId) ?? []);
  if (viewer.kind === 'staff') return local;
  return local.flatMap(({ memberId, field }) => {
    const read = patronsField(field);
    return read ? [{ memberId, field: read }] : [];
  });
};
