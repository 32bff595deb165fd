import type { SceneAnswer, SceneCall } from './scene.ts';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const item = (number: string) => ({ itemId: `itm_311010000000${number}`, barcode: `311010000000${number}` });
const going = (number: string, title: string) => ({
  ...item(number),
  ...{ title, memberId: 'lakeshore', homeBranch: 'lakeshore.main', currentBranch: 'riverton.main' },
  ...{ location: 'Adult fiction', state: 'in-transit', from: 'riverton.main', to: 'lakeshore.main', purpose: 'home' },
  since: inDays(-1),
});
const packed = 'tot_01kb0000000000000000000001';
const coming = {
  ...{ toteId: 'tot_01kb0000000000000000000002', from: 'harcourt.main', to: 'riverton.main', state: 'sent' },
  ...{ items: [item('11'), item('13')], openedAt: inDays(-2), sentAt: inDays(-1) },
};
const way = { from: 'lakeshore.main', to: 'riverton.main' };

const moved = ({ body }: SceneCall): SceneAnswer => {
  const { act, branchId, to = 'lakeshore.main', item: scanned } = body;
  if (scanned === '31101000000014')
    return {
      status: 409,
      json: {
        ...{ type: 'about:blank', title: 'x', status: 409, detail: 'x', code: 'not-for-tote', requestId: 'fixture' },
        errors: [{ code: 'not-for-tote', detail: 'x', pointer: '/body/item' }],
      },
    };
  const tote = { toteId: packed, from: branchId, to, state: 'packing', items: [], openedAt: inDays(0) };
  return { json: { tote: act === 'receive' ? { ...coming, state: 'received', receivedAt: inDays(0) } : tote } };
};

/** The courier of a branch. */
export const fixtureCourier = {
  'circulation-list-courier': (): SceneAnswer => ({
    json: {
      going: [
        {
          ...{ to: 'lakeshore.main', routes: ['north'], days: [1, 3], tote: 'L-2' },
          items: [going('12', 'The tale of Genji'), going('15', 'Beloved')],
        },
      ],
      totes: [
        {
          ...{ toteId: packed, from: 'riverton.main', to: 'lakeshore.main', state: 'packing' },
          ...{ items: [item('12')], openedAt: inDays(0) },
        },
        coming,
      ],
      exceptions: [
        {
          toteId: 'tot_01kb0000000000000000000003',
          ...way,
          since: inDays(-4),
          kind: 'missing',
          barcode: '31101000000021',
        },
        { toteId: 'tot_01kb0000000000000000000004', ...way, since: inDays(-5), kind: 'late' },
      ],
      took: [{ from: 'riverton.main', to: 'lakeshore.main', totes: 12, median: 1, p90: 2.5 }],
    },
  }),
  'circulation-move-tote': moved,
};
