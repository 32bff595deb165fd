import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { config } from '../../../api/config.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Icon } from '../../../components/icon.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

export const printId = 'desk-print';

type SheetProps = { branchId: string; at: string; isPrinted?: boolean; children: ReactNode };

/** One document of 80 mm paper with the branch's name; one that is not printed is on the screen only. */
export const Sheet = ({ branchId, at, isPrinted = true, children }: SheetProps) => {
  const { time } = useFormat();
  const { branchName } = useDirectory();
  return (
    <div className={isPrinted ? 'paper' : 'paper paper-unprinted'}>
      <p className="paper-head">
        {config().consortium}
        <br />
        {branchName(branchId)}
      </p>
      {children}
      <p className="paper-foot">{time(at)}</p>
    </div>
  );
};

type SheetsProps = { name: string; print?: () => void; close: () => void; children: ReactNode };

/** A preview of documents of 80 mm paper, with buttons to print and close them. */
export const PaperSheets = ({ name, print = () => window.print(), close, children }: SheetsProps) => {
  const t = useTranslate();
  return (
    <section className="paper-panel" aria-label={name}>
      <div className="papers">{children}</div>
      <p className="row">
        <Button id={printId} size="sm" leftSection={<Icon name="print" size={16} />} onClick={print}>
          {t('do.print')}&nbsp;<kbd>F8</kbd>
        </Button>
        <Button size="sm" variant="default" onClick={close}>
          {t('do.put-away')}&nbsp;<kbd>Esc</kbd>
        </Button>
      </p>
    </section>
  );
};
