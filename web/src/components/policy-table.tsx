import { useTranslate } from '../i18n/translate.ts';
import { shownValue } from './amount-fields.tsx';
import type { PolicyList, PolicyRow } from './policy-values.ts';
import { ScrollTable } from './scroll-table.tsx';

/** The entries of a list of a policy as staff read them: a table, or a list where an entry has one value. */
export const PolicyTable = ({ list, rows }: { list: PolicyList; rows: readonly PolicyRow[] }) => {
  const t = useTranslate();
  const { label, columns } = list;
  if (rows.length === 0) return <p>{t('policy.none')}</p>;
  const keyed = rows.map(({ texts }) => ({ key: JSON.stringify(texts), texts }));
  const [only, ...more] = columns;
  if (only && more.length === 0)
    return (
      <ul className="policy-entries">
        {keyed.map(({ key, texts }) => (
          <li key={key}>{shownValue(only, texts[only.key] ?? '', texts)}</li>
        ))}
      </ul>
    );
  return (
    <ScrollTable name={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed.map(({ key, texts }) => (
          <tr key={key}>
            {columns.map((column) => (
              <td key={column.key}>
                {shownValue(column, (texts[column.key] ?? '').trim(), texts) || (column.none ?? '–')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};
