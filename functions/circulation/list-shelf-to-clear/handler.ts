import { claims } from '../../../layers/domain/circulation/hold.ts';
import { handle } from '../../../layers/http/handle.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { claimOf } from '../find.ts';
import { circulationHouse } from '../house.ts';
import { listed } from '../listed.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationHouse, ({ path, query, now }, house) =>
  listed(house, 'shelf', path.branchId, query, now, async (item) => {
    const { hold } = item;
    if (hold?.shelfExpiresAt === undefined || hold.shelfExpiresAt < iso(now)) return true;
    const claim = await claimOf(house, item, { strong: false });
    return !claims(claim, item.itemId) || claim.state !== 'on-shelf';
  }),
);
