import { operation } from '../../../../layers/platform/http/contract.ts';
import { branchList, copiesPage, exampleRow } from '../../schemas/items.ts';

/** Lists the copies in transit to a branch for longer than the movement policy permits, oldest first: possibly lost in transit. */
export const contract = operation({
  id: 'circulation-list-late-transits',
  ...branchList('late-transits'),
  summary: 'List late transits to a branch',
  output: copiesPage,
  example: {
    params: { branchId: 'riverton.main' },
    query: {},
    output: {
      items: [
        {
          ...exampleRow,
          state: 'in-transit',
          from: 'harcourt.main',
          to: 'riverton.main',
          purpose: 'home',
          since: '2026-10-20T15:00:00.000Z',
        },
      ],
    },
  },
  errorImpact: 'Staff cannot see items that did not arrive.',
});
