import type { Column, Order } from './data-columns.ts';
import { StaffIcon } from './staff-icon.tsx';

type HeadProps<Row> = {
  columns: readonly Column<Row>[];
  order: Order | undefined;
  setOrder: (order: Order) => void;
};

/** The heads of a table; those of columns that can be sorted are buttons. */
export const DataHead = <Row,>({ columns, order, setOrder }: HeadProps<Row>) => (
  <thead>
    <tr>
      {columns.map(({ key, head, align, sort }) => {
        const isSorted = order?.key === key;
        const direction = isSorted && { 'aria-sort': order.down ? ('descending' as const) : ('ascending' as const) };
        return (
          <th key={key} scope="col" className={align && 'data-end'} {...direction}>
            {sort ? (
              <button
                type="button"
                className="data-sort"
                onClick={() => setOrder({ key, down: isSorted && !order.down })}
              >
                {head}
                {isSorted && <StaffIcon name={order.down ? 'sink' : 'up'} size={14} />}
              </button>
            ) : (
              head
            )}
          </th>
        );
      })}
    </tr>
  </thead>
);
