import { unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { claimWrite, discardWrite, toteClaimOf, toteStore, toteWrite, unclaimWrite } from '../data/tote-store.ts';
import type { CirculationDeps } from '../deps.ts';
import {
  isStillIn,
  openTote,
  packItem,
  receiveTote,
  refuseDiscard,
  sendTote,
  settleTote,
  type Tote,
  takeOutItem,
} from '../domain/items/tote.ts';
import { toteView } from '../schemas/totes.ts';
import { findItem } from './find-item.ts';
import type { OperationInput } from './operation-input.ts';
import { refuseUnknownBranch } from './refuse-without-policies.ts';

/** An act on a tote, as the operation receives it. */
type Body = { branchId: string } & (
  | { act: 'open'; to: string }
  | { act: 'pack'; toteId: string; item: string }
  | { act: 'take-out'; toteId: string; item: string }
  | { act: 'send' | 'discard'; toteId: string }
  | { act: 'settle'; toteId: string; barcode: string }
  | { act: 'receive'; toteId: string; unexpected: string[] }
);
type Answer = { tote: ReturnType<typeof toteView> };

const TRIES = 5;
const strong = { strong: true };

/** Packs an item, and claims it for the tote: a condition of the write keeps it out of two open totes. */
const pack = async (deps: CirculationDeps, tote: Tote, scanned: string) => {
  const item = await findItem(deps, scanned, strong);
  if ('refused' in item) return item;
  const packed = packItem(tote, item);
  if ('refused' in packed || packed.tote === tote) return packed;
  const claim = await toteClaimOf(deps.table, item.itemId);
  const other =
    claim && claim.toteId !== tote.toteId ? await toteStore(deps.table).get(claim.from, claim.toteId) : undefined;
  if (other && isStillIn(other, item)) return refuse('in-other-tote', `It is in the tote to ${other.to}`, '/body/item');
  // It left a tote of another branch without a scan.
  const left = other && takeOutItem(other, item.itemId);
  const beside: Write[] = [
    { check: itemsKeys.key('item', item), when: unchanged(item.v) },
    claimWrite(item.itemId, tote, claim),
    ...(other && left && !('refused' in left) ? [toteWrite(left.tote, other.v)] : []),
  ];
  return { ...packed, beside };
};

/** Decides an act on a tote as read; with the checks that its items are still as they were read. */
const change = async (deps: CirculationDeps, tote: Tote, body: Exclude<Body, { act: 'open' }>, at: string) => {
  const { act } = body;
  if (act === 'pack') return pack(deps, tote, body.item);
  if (act === 'take-out') {
    const out = takeOutItem(tote, body.item);
    return 'refused' in out ? out : { tote: out.tote, beside: [unclaimWrite(out.itemId)] };
  }
  if (act === 'discard') return refuseDiscard(tote) ?? { tote, beside: [discardWrite(tote)] };
  if (act === 'receive') {
    const items = await deps.items.getMany(
      tote.items.map(({ itemId }) => itemId),
      strong,
    );
    return receiveTote(tote, items, body.unexpected, at);
  }
  return body.act === 'settle' ? settleTote(tote, body.barcode, at) : sendTote(tote, at);
};

/**
 * Opens, packs, sends, receives or discards a tote, takes an item out, or settles an exception; each act is one write that fails when the
 * tote was changed.
 */
export const moveTote = async (
  deps: CirculationDeps,
  { body, now, keep }: Omit<OperationInput<Body, Answer>, 'actor'>,
) => {
  const { table, branches, ids } = deps;
  const { branchId } = body;
  const at = iso(now);
  const totes = toteStore(table);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (body.act === 'open') {
      const { to } = body;
      if (to === branchId) return refuse('same-branch', 'It would go nowhere.', '/body/to');
      if (!(await branches.known(to, now))) return refuseUnknownBranch(to, '/body/to');
      const tote = openTote({ toteId: ids.next('tote', now), from: branchId, to, at });
      const ok = { tote: toteView(tote) };
      if (!(await table.write([toteWrite(tote, 0), ...keep(ok)]))) return { ok };
      continue;
    }
    const isAtEnd = body.act === 'receive' || body.act === 'settle';
    const tote = await (isAtEnd ? totes.comingTo(branchId, body.toteId) : totes.get(branchId, body.toteId));
    if (!tote) return refuse('unknown-tote', 'This branch has no such tote.', '/body/toteId');
    const changed = await change(deps, tote, body, at);
    if ('refused' in changed) return changed;
    const { tote: after, beside = [] }: { tote: Tote; beside?: Write[] } = changed;
    const ok = { tote: toteView(after) };
    const writes = after === tote ? [] : [toteWrite(after, tote.v)];
    if (!(await table.write([...writes, ...beside, ...keep(ok)]))) return { ok };
  }
  return refuse('changed-meanwhile', 'Others pack the same tote: try again.');
};
