import type { Column } from './data-columns.ts';

/** The row of totals of a table: the first column names it. */
export const DataTotals = <Row,>({ columns }: { columns: readonly Column<Row>[] }) => (
  <tfoot>
    <tr>
      {columns.map(({ key, head, align, total }, index) =>
        index === 0 ? (
          <th key={key} scope="row">
            {total}
          </th>
        ) : (
          <td key={key} className={align && 'data-end'} data-head={head}>
            <div>{total}</div>
          </td>
        ),
      )}
    </tr>
  </tfoot>
);
