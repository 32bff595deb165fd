import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { RefusalOf } from '../../../layers/platform/http/outcome.ts';
import { beginsOutside, type Sourcing } from './find-suppliers.ts';
import type { HoldOutlook } from './hold-outlook.ts';
import type { Wanted } from './resolve-wanted.ts';

/**
 * Refusals of a hold that leave a loan possible: no copy can fill it, or none can be sent here. All others concern the
 * patron or the request.
 */
const opensNext: readonly string[] = ['no-holdable-copy', 'only-on-request', 'out-of-reach'];

const details = {
  'hold-instead': 'A copy is free: place a hold.',
  'held-in-consortium': 'A hold that waits comes in time: place one, or say by when it is needed.',
  'held-by-own-library': 'It stands on a shelf of the library itself, where it can be used and copied.',
} as const;

/** The reason why no supplier is asked although one could be: the consortium has the item, or may have it (C83). */
export type LocallyAvailable = RefusalOf<keyof typeof details | 'may-be-held'>;

type Asked = {
  hold: HoldOutlook | undefined;
  sourcing: Sourcing;
  wanted: Pick<Wanted, 'service' | 'possible'>;
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

/** Refuses a request to external libraries until the possible records were examined: one refusal for each. */
const mayBeHeld = ({ sourcing, wanted }: Asked): LocallyAvailable[] =>
  beginsOutside(sourcing)
    ? wanted.possible.map(({ recordId, title }) => ({
        code: 'may-be-held',
        detail: `The catalogue has “${title}”: look whether it is what is meant.`,
        params: { recordId, title },
      }))
    : [];

/**
 * Whether the consortium's own copies take precedence; empty when they do not. A hold that can be filled now precedes a
 * loan between members. A waiting hold precedes a partner, as does an item on the library's own shelf for a copy of a
 * part, and a record that may be meant. A hold that would be filled after the need-by date never does.
 */
export const localAvailability = (asked: Asked): LocallyAvailable[] => {
  const code = codeOf(asked);
  return code ? [{ code, detail: details[code] }] : mayBeHeld(asked);
};
