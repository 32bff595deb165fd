import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { itemDialects } from '../../../layers/protocols/marc/item-mapping.ts';
import type { IndexDocument } from '../domain/index/index-document.ts';
import { ownWordsOf } from '../domain/own-text.ts';
import type { SourceInUnion } from '../domain/union/union-document.ts';
import { saysOwn } from '../domain/visibility/local-fields.ts';
import { key } from './keys.ts';

/** Decodes only the tags that contain items from a mapping. */
const tagsSchema = z.object({
  mapping: z.object({ tag: z.string(), holding: z.object({ tag: z.string() }).optional() }),
});

const tagsIn = (row: unknown): string[] => {
  const { mapping } = tagsSchema.parse(row ?? { mapping: itemDialects['koha-952'] });
  return [mapping.tag, ...(mapping.holding ? [mapping.holding.tag] : [])];
};

/**
 * Reads the item mappings of the members that have own fields in some records: in one call, or none when no record has such fields. Returns
 * a function that adds these fields to a document, searchable for the users of their members.
 */
export const readOwnWords = async (
  table: Table,
  sources: readonly SourceInUnion[],
): Promise<(document: IndexDocument, of: readonly SourceInUnion[]) => IndexDocument> => {
  const having = sources.filter(({ record }) => record.data.some(saysOwn));
  const members = [...new Set(having.map(({ memberId }) => memberId))];
  const rows = await table.getMany(
    members.map((memberId) => key('itemMapping', { memberId })),
    { strong: true },
  );
  const tags = new Map(members.map((memberId, i) => [memberId, tagsIn(rows[i])]));
  return (document, of) => {
    const ownWords = ownWordsOf(of, (memberId) => tags.get(memberId) ?? []);
    return ownWords.length === 0 ? document : { ...document, ownWords };
  };
};
