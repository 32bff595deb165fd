import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslate } from '../i18n/translate.ts';
import { type Column, csvOf } from './data-columns.ts';
import { download } from './download.ts';
import { Icon } from './icon.tsx';
import { printList } from './print-only.ts';
import { StaffIcon } from './staff-icon.tsx';

type Bar<Row> = {
  file: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Loads the rows that are not here yet, and returns all. */
  whole: (() => Promise<readonly Row[]>) | undefined;
};

/** The buttons under a table that export and print all its rows. */
export const DataBar = <Row,>({ file, columns, rows, whole }: Bar<Row>) => {
  const t = useTranslate();
  const [loading, setLoading] = useState<'export' | 'print'>();
  const [awaited, setAwaited] = useState<number>();
  const withAll = async (act: 'export' | 'print', go: (all: readonly Row[]) => void): Promise<void> => {
    setLoading(act);
    // The page says what failed, as for every part of its list.
    const all = whole ? await whole().catch(() => undefined) : rows;
    setLoading(undefined);
    if (all) go(all);
  };
  // Printed once all rows are on the page.
  useEffect(() => {
    if (awaited === undefined || rows.length < awaited) return;
    setAwaited(undefined);
    printList();
  }, [awaited, rows.length]);
  return (
    <div className="data-bar">
      <Button
        size="xs"
        variant="default"
        leftSection={<StaffIcon name="download" size={16} />}
        loading={loading === 'export'}
        onClick={() => void withAll('export', (all) => download(`${file}.csv`, csvOf(all, columns)))}
      >
        {t('do.export')}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<Icon name="print" size={16} />}
        loading={loading === 'print'}
        onClick={() => void withAll('print', ({ length }) => setAwaited(length))}
      >
        {t('do.print')}
      </Button>
    </div>
  );
};
