import { type Decision, nothingYet } from './decision.ts';
import { type Finding, finding, refusalsIn } from './findings.ts';
import type { Hold } from './hold.ts';
import type { ItemCirculation } from './item-circulation.ts';
import { untargeted } from './lend.ts';
import type { RefusalFor } from './refusals.ts';
import { releasePage } from './target-hold.ts';

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
