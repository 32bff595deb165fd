import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

/** A member's statement of a month as the API gives it, with what was said of its lines. */
export type Shown = Answered<'finance-show-statement'>;
export type Statement = Shown['statement'];
export type Line = Statement['lines'][number];
export type Dispute = Shown['disputes'][number];

/** Whose statement of which month. */
export type Place = { month: string; memberId: string };

/** The name under which a statement is kept in the browser. */
export const statementKey = ({ month, memberId }: Place): string[] => ['statement', month, memberId];

/** The statement of a member; `mayRead` is false as long as it is not known that it is one's own. */
export const useStatement = ({ month, memberId }: Place, mayRead: boolean) =>
  useQuery({
    queryKey: statementKey({ month, memberId }),
    queryFn: () =>
      take(api.GET('/v1/finance/periods/{month}/statements/{memberId}', { params: { path: { month, memberId } } })),
    enabled: mayRead,
  });

/** Lines by their block, in the order of the statement, each with its sum in minor units. */
export const blocksOf = ({ lines }: Statement): { block: Line['block']; lines: Line[]; sum: number }[] =>
  [...Map.groupBy(lines, ({ block }) => block)].map(([block, own]) => ({
    ...{ block, lines: own, sum: own.reduce((all, { amount }) => all + amount, 0) },
  }));

/** A row behind a line, of any kind and of one. */
type Evidence = Answered<'finance-list-line-evidence'>;
export type EvidenceRow = Evidence['rows'][number];
/** What one unit of a meter cost in the month, for all alike. */
export type Price = NonNullable<Evidence['prices']>[number];
/** The whole of a pool that a line is a share of. */
export type Pool = NonNullable<Evidence['pool']>;
export type RowOf<K extends EvidenceRow['kind']> = Extract<EvidenceRow, { kind: K }>;
