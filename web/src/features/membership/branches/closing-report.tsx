import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Closing } from './use-closing.ts';

type Move = Closing['moves'][number];

const leftReasons = ['rule-keeps', 'rule-limit', 'never-opens', 'lent-between'] as const;
const heldKinds = ['due-soon', 'overdue'] as const;

/** Shows the dates that a closing moves, those that remain and why, and the notices that are not sent. */
export const ClosingReport = ({ closing }: { closing: Closing }) => {
  const t = useTranslate();
  const { date, number } = useFormat();
  const columns: Column<Move>[] = [
    { key: 'what', head: t('closings.what'), cell: ({ what }) => t(`closings.${what}`) },
    { key: 'from', head: t('closings.old'), cell: ({ from }) => date(from) },
    { key: 'to', head: t('closings.new'), cell: ({ to }) => date(to) },
    { key: 'count', head: t('closings.count'), align: 'end', cell: ({ count }) => number(count) },
  ];
  const left = leftReasons.flatMap((reason) => {
    const count = closing.left[reason];
    return count === undefined ? [] : [t(`closings.left-${reason}`, { count: number(count) })];
  });
  const held = heldKinds.flatMap((kind) => {
    const count = closing.held[kind];
    return count === undefined ? [] : [t(`closings.held-${kind}`, { count: number(count) })];
  });
  return (
    <div className="stack">
      <DataTable<Move>
        name={t('closings.moves')}
        columns={columns}
        rows={closing.moves}
        rowKey={({ what, from, to }) => `${what} ${from} ${to}`}
        empty={t('closings.nothing')}
      />
      {[
        { name: t('closings.left'), lines: left },
        { name: t('closings.held'), lines: held },
      ].map(
        ({ name, lines }) =>
          lines.length > 0 && (
            <div key={name}>
              <p>{name}</p>
              <ul>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </div>
          ),
      )}
    </div>
  );
};
