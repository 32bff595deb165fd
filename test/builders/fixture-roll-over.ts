import { exampleRollOver } from '../../functions/acquisitions/schemas/roll-over.ts';
import type { SceneAnswer, SceneCall } from './scene.ts';

const year = `${new Date().getUTCFullYear()}`;
const previewed = { by: exampleRollOver.previewed.by, at: `${year}-12-30T09:00:00.000Z` };

/** The roll-over by the requests of a test: none at first. */
let rollOver: object | undefined;

const fund = (code: string, unspent: number, carried: number, copied: number, more: object = {}) => ({
  ...{ kind: 'fund', fund: code, to: code, unspent, carried, lapsed: unspent - carried, copied, ...more },
});
const order = (number: string, outcome: string, before: number, more: object = {}) => ({
  ...{ kind: 'order', orderId: `ord_${number}`, number: `${year}/${number}`, outcome, before },
  ...{ takes: outcome === 'closed' ? [] : [{ fund: 'BOOKS-ADULT', amount: before }], ...more },
});
const rows: Record<string, object[]> = {
  funds: [fund('BOOKS-ADULT', 29_500, 17_500, 100_000), fund('SERIALS', 30_000, 30_000, 60_000, { isMade: true })],
  problems: [order('00007', 'limit', 25_000, { fund: 'BOOKS-ADULT', shortfall: 5_000 })],
  rolls: [order('00001', 'rolls', 12_000)],
  stays: [order('00002', 'closed', 0)],
};
const totals = {
  ...{ unspent: 59_500, carried: 47_500, lapsed: 12_000, copied: 160_000, blocked: 0 },
  ...{ rolls: 1, before: 12_000, after: 12_000, problems: 1, stays: 1 },
};

/** The roll-over with a list of its report. */
export const fixtureRollOver = ({ query }: SceneCall): SceneAnswer => ({
  json: { ...(rollOver && { rollOver }), rows: rollOver ? (rows[query.get('list') ?? ''] ?? []) : [] },
});

/** A report of the terms; another person commits it when an order is named that stays. */
export const fixtureRollOverPreview = ({ body }: SceneCall): SceneAnswer => {
  const waitsForOther = (body.except as string[]).length > 0;
  const openInvoices = ['INV-900'];
  const before = { ...exampleRollOver, terms: body, previewed, totals, openInvoices, waitsForOther };
  rollOver = { ...before, state: 'previewed' };
  return { json: rollOver };
};

/** The roll-over after it was committed or undone. */
export const fixtureRollOverRun = ({ body }: SceneCall): SceneAnswer => {
  const acts =
    body.way === 'onwards' ? { state: 'done', committed: previewed } : { state: 'undone', undone: previewed };
  rollOver = { ...rollOver, ...acts };
  return { json: rollOver };
};
