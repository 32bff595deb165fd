import type { Answered } from '../../../api/current-user.ts';

/** A charge, refund or settlement between libraries, as a statement lists it. */
export type Line = Answered<'finance-list-charges'>['pairs'][number]['charges'][number];

const kinds = ['loan', 'copy', 'replacement', 'damage'] as const;
/** The request and ask to which a charge belongs. */
export type Charged = { requestId: string; askId: string; charge: (typeof kinds)[number] };

/** Returns what a line charges; undefined for refunds and settlements. The entry's id contains request, ask and charge. */
export const chargedBy = ({ entryId, causeId }: Pick<Line, 'entryId' | 'causeId'>): Charged | undefined => {
  const start = `ill-${causeId}-`;
  const charge = kinds.find((kind) => entryId.startsWith(start) && entryId.endsWith(`-${kind}`));
  if (charge === undefined) return undefined;
  return { requestId: causeId, askId: entryId.slice(start.length, -charge.length - 1), charge };
};

/** Whether a charge has been refunded, according to these lines. */
export const isGivenBack = ({ entryId }: Line, lines: readonly Line[]): boolean =>
  lines.some((line) => line.entryId === `${entryId}-refund`);

/** Whether a line is a settlement: the ledger kinds of payments to and from partners. */
export const isSettlement = ({ kind }: Pick<Line, 'kind'>): boolean => kind.startsWith('partner-');
