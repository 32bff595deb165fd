import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { itemDialects } from '../../../layers/protocols/marc/item-mapping.ts';
import type { IndexDocument } from '../domain/index/index-document.ts';
import { ownWordsOf } from '../domain/own-text.ts';
import type { SourceInUnion } from '../domain/union/union-document.ts';
import { saysOwn } from '../domain/visibility/local-fields.ts';
import { key } from './keys.ts';

/** Of a mapping only the tags that hold items. */
const tagsSchema = z.object({
  mapping: z.object({ tag: z.string(), holding: z.object({ tag: z.string() }).optional() }),
});

const tagsIn = (row: unknown): string[] => {
  const { mapping } = tagsSchema.parse(row ?? { mapping: itemDialects['koha-952'] });
  return [mapping.tag, ...(mapping.holding ? [mapping.holding.tag] : [])];
};

/**
 * Reads how the members that have fields of their own in some records put items into them: all in one call, none where no record
 * has such fields. Gives what lays these fields over a document, for their own members' people to find it by.
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
