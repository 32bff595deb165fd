import { Fragment, type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { useLanguage, useTranslate } from '../i18n/translate.ts';
import { DataBar } from './data-bar.tsx';
import { type Column, type Order, sorted } from './data-columns.ts';
import { DataHead } from './data-head.tsx';
import { DataRow } from './data-row.tsx';
import { DataTotals } from './data-totals.tsx';
import './data-table.css';
import { Empty } from './states.tsx';

type DataTableProps<Row> = {
  /** The name of the table for screen readers. */
  name: string;
  columns: readonly Column<Row>[];
  /** The rows; undefined while they load. */
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  /** The order in which the rows are first shown; as given where it is missing. */
  order?: Order;
  /** Opens a row, by a click or by Enter on the row. */
  open?: (row: Row) => void;
  /** The key of the row that is open. */
  current?: string | undefined;
  /** The head of the group of a row. Rows of a group follow each other; heads are shown in the given order only. */
  group?: (row: Row) => string;
  /** The content that is shown when there are no rows. */
  empty: ReactNode;
  /** The name of the exported file without extension; the buttons to export and to print are shown where it is given. */
  file?: string;
  /** Loads the rows that are not here yet, and returns all: called before an export and before printing. */
  whole?: () => Promise<readonly Row[]>;
};

/** Moves the focus to the next or earlier row by j and k or the arrows. Single letters act within the table only (WCAG 2.1.4). */
const moveByKey = (event: KeyboardEvent<HTMLElement>): void => {
  const row = event.target instanceof HTMLElement && event.target.matches('tr') ? event.target : undefined;
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (!row || !step || event.ctrlKey || event.altKey || event.metaKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('tr[tabindex]')];
  event.preventDefault();
  rows[rows.indexOf(row) + step]?.focus();
};

const WAITING_ROWS = 6;

/** A table of rows: sorted by its heads, moved through by keyboard, exported and printed. On a phone each row is a block. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { name, columns, rows, rowKey, open, current, group, empty, file, whole } = props;
  const t = useTranslate();
  const language = useLanguage();
  const [order, setOrder] = useState(props.order);
  const [focused, setFocused] = useState<string>();
  const shown = useMemo(() => rows && sorted(rows, columns, order, language), [rows, columns, order, language]);
  if (shown?.length === 0) {
    return <div className="data data-empty">{typeof empty === 'string' ? <Empty title={empty} /> : empty}</div>;
  }
  const reached = shown?.some((row) => rowKey(row) === focused) ? focused : shown?.[0] && rowKey(shown[0]);
  return (
    <section className="data" aria-label={name} aria-busy={!shown} onKeyDown={moveByKey}>
      <table>
        <DataHead columns={columns} order={order} setOrder={setOrder} />
        <tbody>
          {shown?.map((row, index) => {
            const key = rowKey(row);
            const heading = order === props.order ? group?.(row) : undefined;
            const before = shown[index - 1];
            return (
              <Fragment key={key}>
                {heading !== undefined && (!before || group?.(before) !== heading) && (
                  <tr className="data-group">
                    <th scope="colgroup" colSpan={columns.length}>
                      {heading}
                    </th>
                  </tr>
                )}
                <DataRow
                  row={row}
                  columns={columns}
                  isCurrent={key === current}
                  isReached={key === reached}
                  open={open}
                  onFocus={() => setFocused(key)}
                />
              </Fragment>
            );
          })}
          {!shown &&
            Array.from({ length: WAITING_ROWS }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows that wait are all alike and never move.
              <tr key={index}>
                <td colSpan={columns.length}>
                  <div className="data-wait">
                    {index === 0 && <span className="visually-hidden">{t('state.loading')}</span>}
                  </div>
                </td>
              </tr>
            ))}
        </tbody>
        {shown && columns.some(({ total }) => total !== undefined) && <DataTotals columns={columns} />}
      </table>
      {file !== undefined && shown && (
        <DataBar
          file={file}
          columns={columns}
          rows={shown}
          whole={whole && (async () => sorted(await whole(), columns, order, language))}
        />
      )}
    </section>
  );
};
