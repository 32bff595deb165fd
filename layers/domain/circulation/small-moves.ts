import { type Decision, nothingYet } from './decision.ts';
import { type Finding, finding, refusalsIn } from './findings.ts';
import type { Hold } from './hold.ts';
import type { ItemCirculation } from './item-circulation.ts';
import { type ItemState, itemStates } from './item-states.ts';
import { untargeted } from './lend.ts';
import type { RefusalFor } from './refusals.ts';
import { allows } from './state-table.ts';
import { releasePage } from './target-hold.ts';

/** The states that staff set by hand. */
export const markable = [
  'in-process',
  'available',
  'missing',
  'damaged',
  'withdrawn',
] as const satisfies readonly ItemState[];

const setByHand: readonly ItemState[] = ['on-order', ...markable];

/** Sets the state of an item that is not lent, travelling or kept for anybody. Refuses what the table of states does not allow. */
export const markItem = (
  item: ItemCirculation,
  to: (typeof markable)[number],
  at: string,
): Decision<RefusalFor<'markItem'>> => {
  const sound = setByHand.includes(item.state) && allows(itemStates, item.state, to);
  const findings: Finding<RefusalFor<'markItem'>>[] = [
    finding('item-wrong-state', sound, `From ${item.state} to ${to}`),
  ];
  const explain = { checks: findings };
  const refused = refusalsIn(findings);
  if (refused.length > 0) return { refused, explain };
  const out = nothingYet();
  out.changes.item = { after: { ...item, state: to, v: item.v + 1 }, expect: item.v };
  const about = { at, members: { owner: item.memberId }, itemId: item.itemId, branchId: item.currentBranch };
  out.facts.push({ name: 'item-marked', ...about, detail: { from: item.state, to } });
  return { ...out, explain };
};

/** Freezes a waiting hold, which keeps its place, or thaws a frozen one. Give the copy that it targets, to be freed. */
export const decideFreezeHold = (
  hold: Hold,
  freeze: boolean,
  item?: ItemCirculation,
): Decision<RefusalFor<'freezeHold'>> => {
  const sound = freeze ? hold.state === 'placed' || hold.state === 'targeted' : hold.state === 'frozen';
  const findings: Finding<RefusalFor<'freezeHold'>>[] = [
    finding('hold-wrong-state', sound, `The hold is ${hold.state}`),
  ];
  const explain = { checks: findings };
  const refused = refusalsIn(findings);
  if (refused.length > 0) return { refused, explain };
  const out = nothingYet();
  const { after, expect } = untargeted(hold);
  out.changes.holds.push({
    after: freeze ? { ...after, state: 'frozen' } : after,
    ...(expect !== undefined && { expect }),
  });
  const freed = item && releasePage(item, hold.holdId);
  if (item && freed) out.changes.item = { after: freed, expect: item.v };
  return { ...out, explain };
};
