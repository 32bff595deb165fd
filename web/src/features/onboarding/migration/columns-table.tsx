import { NativeSelect } from '@mantine/core';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { CsvHead } from './csv-head.ts';
import { columnsOf, type FileKind, fileKinds, PASSED_OVER } from './file-kinds.ts';

type Given = {
  kind: FileKind;
  head: CsvHead;
  /** The column to which a heading leads; empty where that is open. */
  targetOf: (heading: string) => string;
  choose: (heading: string, column: string) => void;
};

/** The columns of a selected file with its first rows; each is mapped to a column of the load or passed over. */
export const ColumnsTable = ({ kind, head, targetOf, choose }: Given) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const needed: readonly string[] = fileKinds[kind].needed;
  const choices = [
    { value: '', label: t('migration.choose-column') },
    { value: PASSED_OVER, label: t('migration.pass-over') },
    ...columnsOf(kind).map((column) => {
      const label = textOf('migration-column', column);
      return { value: column, label: needed.includes(column) ? `${label} *` : label };
    }),
  ];
  return (
    <ScrollTable name={t('migration.preview')}>
      <thead>
        <tr>
          <th scope="col">{t('migration.heading')}</th>
          <th scope="col">{t('migration.column')}</th>
          <th scope="col">{t('migration.first-rows')}</th>
        </tr>
      </thead>
      <tbody>
        {head.heading.map((heading, at) => (
          <tr key={`${heading}-${at.toString()}`}>
            <th scope="row">{heading}</th>
            <td>
              <NativeSelect
                size="sm"
                aria-label={t('migration.column-of', { heading })}
                value={targetOf(heading)}
                error={targetOf(heading) === ''}
                data={choices}
                onChange={({ currentTarget }) => choose(heading, currentTarget.value)}
              />
            </td>
            <td className="quiet">
              {head.rows
                .map((row) => row[at] ?? '')
                .filter((cell) => cell !== '')
                .slice(0, 3)
                .join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};
