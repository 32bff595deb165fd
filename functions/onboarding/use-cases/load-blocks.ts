import { millis } from '../../../layers/kernel/calendar/days.ts';
import { dayInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { equals } from '../../../layers/platform/dynamodb/condition.ts';
import { appliesOn } from '../../patrons/public/block-applies-on.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { loadPatronStatus } from '../../patrons/public/load-patron-status.ts';
import { changeWrite } from '../../patrons/public/patron-change-store.ts';
import { endBlockNoteWrite } from '../../patrons/public/patron-note-store.ts';
import type { Block } from '../../patrons/public/patron-status.ts';
import { rowDigest } from '../data/digests.ts';
import type { Row } from '../domain/files/file-kinds.ts';
import { instantOf } from '../domain/files/read-row.ts';
import {
  type Lined,
  type LoadContext,
  loadedKey,
  loadedRow,
  noteLoaded,
  type Outcome,
  type Plan,
  patronOf,
  rejected,
  writeRow,
} from './load-context.ts';

const oldIdOf = ({ patron, reason, everywhere = false }: Row<'blocks'>): string => `${patron} ${reason} ${everywhere}`;

const loadBlock = async (context: LoadContext, { row }: Lined<'blocks'>): Promise<Outcome> => {
  const { memberId, mapping, at, by, ids, now, table } = context;
  // A block that was lifted after it was loaded is not set again.
  const known = await loadedRow(context, 'blocks', oldIdOf(row));
  if (known) return known.row === rowDigest(row) ? { did: 'unchanged' } : rejected('loaded-differently');
  const since = row.since === undefined ? at : instantOf(row.since, mapping.timeZone);
  if (millis(since) > millis(at)) return rejected('in-the-future', 'since');
  const until =
    row.until === undefined ? undefined : dayInZone(mapping.timeZone, instantOf(row.until, mapping.timeZone));
  if (until !== undefined && !appliesOn({ until }, dayInZone(mapping.timeZone, at)))
    return rejected('already-over', 'until');
  const patronRef = await patronOf(context, row.patron);
  if (patronRef === undefined) return rejected('patron-not-loaded', 'patron');
  if (patronRef === 'coming') return { did: 'created' };
  const scope = row.everywhere === true ? 'consortium' : memberId;
  return writeRow(context, [loadedKey(memberId, 'blocks', oldIdOf(row))], async (): Promise<Plan> => {
    if (await loadedRow(context, 'blocks', oldIdOf(row))) return { did: 'unchanged' };
    const status = await loadPatronStatus(table, patronRef.patronId, { strong: true });
    if (!status) return rejected('patron-not-loaded', 'patron');
    const { blocks: set, patronId } = status;
    // A block that has ended does not stand for one that the old system still has.
    const blocks = set.filter((block) => appliesOn(block, dayInZone(mapping.timeZone, at)));
    const note = noteLoaded(context, 'blocks', oldIdOf(row), { ref: row.reason, row: rowDigest(row) });
    if (blocks.some((block) => block.code === row.reason && block.scope === scope))
      return { did: 'unchanged', writes: [note] };
    const block: Block = { code: row.reason, scope, since, by, ...(until !== undefined && { until }) };
    const change = {
      changeId: ids.next('change', now),
      at,
      by,
      did: 'blocked' as const,
      detail: { code: row.reason, scope },
    };
    return {
      did: 'created',
      writes: [
        {
          update: patronsKeys.key('patronStatus', { patronId }),
          set: { blocks: [...blocks, block] },
          when: equals('blocks', set),
        },
        // The reason of an equal block that has ended is not that of this one.
        endBlockNoteWrite(patronId, block),
        changeWrite(patronId, change),
        note,
      ],
    };
  });
};

/** Loads blocks: at the member, or in the whole consortium, as the home library may set them. */
export const loadBlocks = async (context: LoadContext, rows: readonly Lined<'blocks'>[]) => {
  await context.reader.prefetch(
    rows.flatMap(({ row }) => [
      loadedKey(context.memberId, 'blocks', oldIdOf(row)),
      loadedKey(context.memberId, 'patrons', row.patron),
    ]),
  );
  return (one: Lined<'blocks'>): Promise<Outcome> => loadBlock(context, one);
};
