import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { config } from '../../../api/config.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Icon } from '../../../components/icon.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

export const printId = 'desk-print';

type Sheet = { name: string; branchId: string; at: string; close: () => void; children: ReactNode };

/** A preview of 80 mm paper with the branch's name, and buttons to print and close it. */
export const PaperSheet = ({ name, branchId, at, close, children }: Sheet) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { branchName } = useDirectory();
  return (
    <section className="paper-panel" aria-label={name}>
      <div className="paper">
        <p className="paper-head">
          {config().consortium}
          <br />
          {branchName(branchId)}
        </p>
        {children}
        <p className="paper-foot">{time(at)}</p>
      </div>
      <p className="row">
        <Button id={printId} size="sm" leftSection={<Icon name="print" size={16} />} onClick={() => window.print()}>
          {t('do.print')}&nbsp;<kbd>F8</kbd>
        </Button>
        <Button size="sm" variant="default" onClick={close}>
          {t('do.put-away')}&nbsp;<kbd>Esc</kbd>
        </Button>
      </p>
    </section>
  );
};
