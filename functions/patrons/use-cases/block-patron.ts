import { millis } from '../../../layers/kernel/calendar/days.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { patronEdits } from '../data/patron-edits.ts';
import { blockNoteWrite } from '../data/patron-note-store.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { isHome } from '../domain/access/is-home.ts';
import type { BlockCode } from '../domain/record/block-codes.ts';
import { appliesOn, blockScope, findBlock } from '../domain/record/blocks.ts';
import type { PatronChange } from '../domain/record/change.ts';
import type { Block, BlockedAct } from '../domain/record/patron-status.ts';
import { loadDay } from './load-desk.ts';

type Wanted = {
  branchId: string;
  code: BlockCode;
  everywhere: boolean;
  exceptAtHome: boolean;
  until?: string | undefined;
  stops?: BlockedAct[] | undefined;
};
type BlockRequest = {
  patronId: string;
  wanted: Wanted;
  change: (detail: PatronChange['detail']) => PatronChange;
  /** Writes of the same transaction. */
  beside: (done: { patronId: string }) => Write[];
};

const blockOf = ({ code, exceptAtHome, until, stops }: Wanted, scope: string, { at, by }: PatronChange): Block => ({
  ...{ code, scope, since: at, by },
  ...(exceptAtHome && { exceptAtHome: true as const }),
  ...(until !== undefined && { until }),
  ...(stops && { stops: [...new Set(stops)].toSorted() }),
});

/** Blocks a patron, with the reason as a note. Blocks that have ended are removed on the way. */
export const blockPatron = async (
  { patrons, branches, edits }: Pick<PatronsStores, 'patrons' | 'branches'> & { edits: ReturnType<typeof patronEdits> },
  { patronId: id, wanted, ...request }: BlockRequest,
) => {
  const { branchId, code, everywhere, until, stops } = wanted;
  const status = await patrons.status(id);
  if (!status) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (everywhere && !isHome(status, branchId)) return refuse('not-home', 'Only the home library blocks everywhere.');
  const { patronId } = status;
  const scope = blockScope(everywhere, branchId);
  const detail = { code, scope, ...(until !== undefined && { until }), ...(stops && { stops }) };
  const change = request.change(detail);
  const today = await loadDay(branches, branchId, millis(change.at));
  if (until !== undefined && until < today) return refuse('until-past', `${until} is over.`, '/body/until');
  const current = status.blocks.filter((block) => appliesOn(block, today));
  if (findBlock(current, code, scope)) return refuse('blocked-already', 'This block stands already.');
  const block = blockOf(wanted, scope, change);
  const saved = await edits.saveBlocks(status, [...current, block], change, [
    blockNoteWrite(patronId, block, change, branchId),
    ...request.beside({ patronId }),
  ]);
  return saved ? answer({ patronId }) : refuse('changed-meanwhile', 'Look the patron up again.');
};
