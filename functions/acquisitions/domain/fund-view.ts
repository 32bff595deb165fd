import * as z from 'zod';
import { figuresOf } from './figures.ts';
import type { PostingKind } from './fiscal-year.ts';
import { type Fund, fundSchema, type Levels } from './fund.ts';
import { mostOf, percentUsed, warns } from './limits.ts';

const figure = z.int();

/** The figures of a fund in minor units, derived from what was posted to it. */
export const figuresSchema = z
  .strictObject({
    ...{ allocated: figure, funding: figure, encumbered: figure, spent: figure, used: figure, available: figure },
    /** The funding less what was paid. */
    ...{ cash: figure, overEncumbered: figure, overExpended: figure },
  })
  .meta({ id: 'FundFigures' });

/** A fund as staff see it: alone (`own`) and with the funds under it (`whole`). */
export const fundViewSchema = fundSchema
  .pick({ code: true, name: true, parent: true, state: true, limits: true, edition: true })
  .extend({
    ...{ own: figuresSchema, whole: figuresSchema },
    /** How much of the funding is used, in percent; absent without funding. */
    percent: z.number().exactOptional(),
    /** The warning of the fund is reached. */
    warns: z.boolean(),
    /** The largest order that every limit allows, its own and those above it; absent when nothing limits it. 0 when no order may be made. */
    mostToOrder: figure.exactOptional(),
    /** The largest invoice that every limit allows; absent when nothing limits it. */
    mostToInvoice: figure.exactOptional(),
  })
  .meta({ id: 'FundView' });
export type FundView = z.infer<typeof fundViewSchema>;

/** Returns the largest posting that all levels and the year allow; undefined when nothing limits it. */
const most = (levels: Levels, kind: PostingKind, postings: Record<PostingKind, boolean>): number | undefined => {
  if (!postings[kind]) return 0;
  const stops = levels.some(({ state }) => state === 'inactive' || (kind === 'order' && state === 'frozen'));
  if (stops) return 0;
  const [{ headroom }] = levels;
  const limits = [headroom.own, ...levels.map((level) => level.headroom.whole)].flatMap(
    (one) => mostOf(one, kind) ?? [],
  );
  return limits.length > 0 ? Math.min(...limits) : undefined;
};

/** Returns a fund as staff see it. Takes the funds above it too, because their limits hold for it, and what its year accepts today. */
export const fundView = (levels: Levels, postings: Record<PostingKind, boolean>): FundView => {
  const [{ code, name, parent, state, limits, edition, amounts }] = levels;
  const [percent, mostToOrder, mostToInvoice] = [
    percentUsed(amounts.whole),
    most(levels, 'order', postings),
    most(levels, 'invoice', postings),
  ];
  return {
    ...{ code, name, ...(parent !== undefined && { parent }), state, limits, edition },
    ...{ own: figuresOf(amounts.own), whole: figuresOf(amounts.whole), warns: warns(amounts.whole, limits) },
    ...(percent !== undefined && { percent }),
    ...(mostToOrder !== undefined && { mostToOrder }),
    ...(mostToInvoice !== undefined && { mostToInvoice }),
  };
};

/** Returns the order of a tree: each fund is followed by those under it, by code. */
export const inTree = (funds: readonly Fund[]): Fund[] => {
  const path = ({ code, above }: Fund): string => [code, ...above].toReversed().join(' ');
  return funds.toSorted((a, b) => (path(a) < path(b) ? -1 : 1));
};
