import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

/** A member's statement of a month as returned by the API, with the discussions of its lines. */
export type Shown = Answered<'finance-show-statement'>;
export type Statement = Shown['statement'];
export type Line = Statement['lines'][number];
export type Dispute = Shown['disputes'][number];

/** The month and member of a statement. */
export type Place = { month: string; memberId: string };

/** The query key of a statement. */
export const statementKey = ({ month, memberId }: Place): string[] => ['statement', month, memberId];

/** Returns the statement of a member; `mayRead` is false until access is known. */
export const useStatement = ({ month, memberId }: Place, mayRead: boolean) =>
  useQuery({
    queryKey: statementKey({ month, memberId }),
    queryFn: () =>
      take(api.GET('/v1/finance/periods/{month}/statements/{memberId}', { params: { path: { month, memberId } } })),
    enabled: mayRead,
  });

/** Groups lines by block, in the order of the statement, each with its sum in minor units. */
export const blocksOf = ({ lines }: Statement): { block: Line['block']; lines: Line[]; sum: number }[] =>
  [...Map.groupBy(lines, ({ block }) => block)].map(([block, own]) => ({
    ...{ block, lines: own, sum: own.reduce((all, { amount }) => all + amount, 0) },
  }));

/** A row of a line's evidence, of any kind and of one kind. */
type Evidence = Answered<'finance-list-line-evidence'>;
export type EvidenceRow = Evidence['rows'][number];
/** The unit price of a meter in the month, the same for all members. */
export type Price = NonNullable<Evidence['prices']>[number];
/** The pool that a line is a share of. */
export type Pool = NonNullable<Evidence['pool']>;
export type RowOf<K extends EvidenceRow['kind']> = Extract<EvidenceRow, { kind: K }>;
