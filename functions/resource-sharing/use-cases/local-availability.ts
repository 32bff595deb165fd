import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { RefusalOf } from '../../../layers/platform/http/outcome.ts';
import { beginsOutside, type Sourcing } from './find-suppliers.ts';
import type { HoldOutlook } from './hold-outlook.ts';
import type { Wanted } from './resolve-wanted.ts';

/** What refuses a hold and leaves a loan open: that no copy can fill it, or none can come here. All else is about the patron or the wish. */
const opensNext: readonly string[] = ['no-holdable-copy', 'only-on-request', 'out-of-reach'];

const details = {
  'hold-instead': 'A copy is free: place a hold.',
  'held-in-consortium': 'A hold that waits comes in time: place one, or say by when it is needed.',
  'held-by-own-library': 'It stands on a shelf of the library itself, where it can be used and copied.',
} as const;

/** Why nobody is asked although somebody could be: the consortium has it (C83). */
export type LocallyAvailable = RefusalOf<keyof typeof details>;

type Asked = {
  hold: HoldOutlook | undefined;
  sourcing: Sourcing;
  wanted: Pick<Wanted, 'service'>;
  pickupBranch: string;
  needBy?: string | undefined;
};

const isOnOwnShelf = ({ sourcing: { sources }, pickupBranch }: Asked): boolean =>
  sources?.items.some(({ memberId, state }) => memberId === memberOfBranch(pickupBranch) && state === 'available') ===
  true;

const codeOf = (asked: Asked): keyof typeof details | undefined => {
  const { hold, sourcing, wanted, needBy } = asked;
  const outside = beginsOutside(sourcing);
  if (wanted.service === 'copy') return outside && isOnOwnShelf(asked) ? 'held-by-own-library' : undefined;
  if (!hold) return undefined;
  const { fillability, refused, by, waits } = hold;
  if (by !== undefined && needBy !== undefined && Date.parse(by) > Date.parse(needBy)) return undefined;
  if (fillability === 'hold') return refused.some(({ code }) => opensNext.includes(code)) ? undefined : 'hold-instead';
  return outside && waits && refused.length === 0 ? 'held-in-consortium' : undefined;
};

/**
 * Whether the consortium's own copies go before: a hold when one can fill it now, also before a loan between members; before
 * a library outside a hold that waits, or for a copy of a part what stands on the library's own shelf. Not when the hold
 * would come after the day on which it is needed.
 */
export const localAvailability = (asked: Asked): LocallyAvailable | undefined => {
  const code = codeOf(asked);
  return code && { code, detail: details[code] };
};
