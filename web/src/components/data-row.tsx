import type { KeyboardEvent, MouseEvent } from 'react';
import type { Column } from './data-columns.ts';

type RowProps<Row> = {
  row: Row;
  columns: readonly Column<Row>[];
  isCurrent: boolean;
  /** Whether Tab reaches this row; one row of the table. */
  isReached: boolean;
  open: ((row: Row) => void) | undefined;
  onFocus: () => void;
};

const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a, button, input, select, textarea, label, summary') !== null;

/** One row of a table. It opens by Enter or a click beside its own links and buttons. */
export const DataRow = <Row,>({ row, columns, isCurrent, isReached, open, onFocus }: RowProps<Row>) => {
  const opening = open && {
    'data-opens': true,
    onClick: ({ target }: MouseEvent) => {
      if (!isControl(target)) open(row);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && event.target === event.currentTarget) open(row);
    },
  };
  return (
    <tr tabIndex={isReached ? 0 : -1} onFocus={onFocus} aria-current={isCurrent || undefined} {...opening}>
      {columns.map(({ key, head, cell, align }, index) =>
        index === 0 ? (
          <th key={key} scope="row" className={align && 'data-end'}>
            {cell(row)}
          </th>
        ) : (
          <td key={key} className={align && 'data-end'} data-head={head}>
            <div>{cell(row)}</div>
          </td>
        ),
      )}
    </tr>
  );
};
