import type { Reach } from '../../../layers/platform/http/outbound/post.ts';
import { describeRecord } from '../../../layers/protocols/marc/description.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import type { CopyTarget } from '../domain/targets/targets.ts';
import type { LikeRecord } from '../schemas/like-record.ts';
import { findLike, type Likening } from './find-like.ts';
import { searchTarget } from './search-target.ts';

/** The dependencies of copying: those of finding like records, the targets in force at a time, and where they may be. */
export type Copying = Likening & { targets(now: number): Promise<readonly CopyTarget[]>; reach: Reach };

type Asked = { target: string; cql: string; from: number };
type Hit = { title: string; author?: string; year?: number; record: MarcRecord; like: LikeRecord[] };

/**
 * Searches the target of a name, and says of each record what is like it in the catalogue. Undefined when there is no such target; or why
 * the target gives no answer.
 */
export const copyFromTarget = async (
  copying: Copying,
  { target, cql, from }: Asked,
): Promise<{ total: number; unreadable: number; hits: Hit[] } | { failed: string } | undefined> => {
  const named = (await copying.targets(copying.now)).find(({ name }) => name === target);
  if (!named) return undefined;
  const found = await searchTarget(named, cql, from, copying.reach);
  if ('failed' in found) return found;
  const likes = await findLike(copying, found.records);
  const hits = found.records.map((record, i): Hit => {
    const { titles, mainName, publication } = describeRecord(record);
    const named = {
      ...(mainName && { author: mainName.name }),
      ...(publication.year !== undefined && { year: publication.year }),
    };
    return { title: titles.title, ...named, record, like: likes[i] ?? [] };
  });
  return { total: found.total, unreadable: found.unreadable, hits };
};
