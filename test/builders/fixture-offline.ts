import type { SceneAnswer } from './scene.ts';

type Body = Record<string, unknown>;
/** Items that somebody else has until their return was entered. */
const returned = new Set<string>();

const refused = (status: number, code: string, params?: Record<string, string>): SceneAnswer => ({
  status,
  json: {
    code,
    detail: code,
    status,
    title: code,
    type: 'about:blank',
    requestId: 'fixture',
    errors: [{ code, detail: code, pointer: '', ...(params && { params }) }],
  },
});

/** Returns what becomes of a loan made without a network: accepted in spite of a block (…57), lent to somebody else (…59), unknown (…99). */
export const fixtureOfflineLoan = (body: Body, answer: (body: Body) => SceneAnswer): SceneAnswer => {
  const item = String(body.item);
  if (body.madeAt === undefined) return answer(body);
  if (item.endsWith('99')) return refused(404, 'unknown-item');
  if (item.endsWith('59') && !returned.has(item)) return refused(409, 'item-on-loan');
  const lent = answer({ ...body, item: '31101000000011' });
  return item.endsWith('57') ? { ...lent, json: { ...Object(lent.json), conflicts: ['patron-blocked'] } } : lent;
};

/** Notes a return that was made without a network; one was scanned elsewhere since (…98), and is taken with its date of return only. */
export const fixtureOfflineReturn = (body: Body, answer: (body: Body) => SceneAnswer): SceneAnswer => {
  const { item, madeAt, returnedAt } = body;
  if (madeAt === undefined) return answer(body);
  if (String(item).endsWith('98') && returnedAt === undefined)
    return refused(409, 'newer-status', { at: '2026-03-03T09:00:00.000Z' });
  returned.add(String(item));
  return answer(body);
};
