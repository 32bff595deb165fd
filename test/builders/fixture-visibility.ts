import type * as z from 'zod';
import { contract as setVisibility } from '../../functions/catalogue/operations/set-visibility/contract.ts';
import { contract as showVisibility } from '../../functions/catalogue/operations/show-visibility/contract.ts';

type Shown = z.input<typeof showVisibility.output>;
type Hidden = Shown['record'];

const { output } = showVisibility.example;

/** The parts hidden or shown in this fixture. */
const hidden = new Map<string, Hidden>();
const nameOf = (sourceId: string, part = ''): string => `${sourceId} ${part}`;

/** Hides a part, or shows it again: the next read returns that. */
export const fixtureHide = (body: Record<string, unknown>) => {
  const input = setVisibility.body?.parse(body);
  if (!input) throw new Error('Hiding says what is hidden.');
  const { what, hiddenFrom, reason } = input;
  const part = 'itemId' in what ? what.itemId : 'branchId' in what ? what.branchId : '';
  const last = { at: '2026-11-27T09:00:00.000Z', by: 'staff:stf_01kb00000000000000000000000', reason, before: [] };
  hidden.set(nameOf(what.sourceId, part), { hiddenFrom, last });
  return { what, hiddenFrom };
};

/** Forgets what tests hid, so that a test that runs again starts from the same record. */
export const resetFixtureVisibility = (): void => hidden.clear();

/** A public record, its copies at one branch hidden from the public, and two copies; or the requested one. */
export const fixtureVisibility = (query: URLSearchParams): Shown => {
  const sourceId = query.get('sourceId') ?? output.sourceId;
  const [memberId = ''] = sourceId.split(':');
  const as = <T extends Hidden>(part: string, usual: T): T => ({ ...usual, ...hidden.get(nameOf(sourceId, part)) });
  const items = output.items.flatMap((item) => [
    item,
    { ...item, itemId: 'itm_2', barcode: '31234000123464', location: 'Reading room', copyNumber: '2' },
  ]);
  const asked = query.get('itemId');
  return {
    ...{ ...output, sourceId, memberId, localId: sourceId.slice(memberId.length + 1), record: as('', output.record) },
    holdings: output.holdings.map((holding) => as(holding.branchId, { ...holding, copies: items.length })),
    items: items.filter(({ itemId }) => !asked || itemId === asked).map((item) => as(item.itemId, item)),
  };
};
