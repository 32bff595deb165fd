import type { Answered } from '../../../api/current-user.ts';

/** A charge, refund or settlement between libraries, as a statement lists it. */
export type Line = Answered<'finance-list-charges'>['pairs'][number]['charges'][number];

const kinds = ['loan', 'copy', 'replacement', 'damage'] as const;
/** What was charged in which request, and in which ask of it. */
export type Charged = { requestId: string; askId: string; charge: (typeof kinds)[number] };

/** What a line charges; undefined for refunds and settlements. The entry's id names request, ask and charge. */
export const chargedBy = ({ entryId, causeId }: Pick<Line, 'entryId' | 'causeId'>): Charged | undefined => {
  const start = `ill-${causeId}-`;
  const charge = kinds.find((kind) => entryId.startsWith(start) && entryId.endsWith(`-${kind}`));
  if (charge === undefined) return undefined;
  return { requestId: causeId, askId: entryId.slice(start.length, -charge.length - 1), charge };
};

/** Whether a charge has been given back already, as far as these lines say. */
export const isGivenBack = ({ entryId }: Line, lines: readonly Line[]): boolean =>
  lines.some((line) => line.entryId === `${entryId}-refund`);

/** Whether a line settles what was charged: the kinds of the ledger by which partners are paid, and pay. */
export const isSettlement = ({ kind }: Pick<Line, 'kind'>): boolean => kind.startsWith('partner-');
