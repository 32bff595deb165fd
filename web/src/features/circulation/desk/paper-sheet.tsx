import { Button } from '@mantine/core';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { config } from '../../../api/config.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Icon } from '../../../components/icon.tsx';
import { printPapers } from '../../../components/print-only.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

const printClass = 'desk-print';

/** Prints the papers that were shown last, as their button does: F8. */
export const printLast = (): void => {
  const buttons = [...document.querySelectorAll<HTMLElement>(`.${printClass}`)];
  buttons
    .toSorted((one, other) => Number(one.dataset.shown) - Number(other.dataset.shown))
    .at(-1)
    ?.click();
};
let shown = 0;

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

type SheetsProps = {
  name: string;
  /** Is called after printing. */
  printed?: () => void;
  close: () => void;
  papers?: RefObject<HTMLDivElement | null>;
  children: ReactNode;
};

/** A preview of documents of 80 mm paper, with buttons to print and close them. */
export const PaperSheets = ({ name, printed, close, papers, children }: SheetsProps) => {
  const t = useTranslate();
  const own = useRef<HTMLDivElement>(null);
  const [order] = useState(() => ++shown);
  const sheets = papers ?? own;
  const print = (): void => {
    printPapers(sheets.current);
    printed?.();
  };
  return (
    <section className="paper-panel" aria-label={name}>
      <div className="papers" ref={sheets}>
        {children}
      </div>
      <p className="row">
        <Button
          className={printClass}
          data-shown={order}
          size="sm"
          leftSection={<Icon name="print" size={16} />}
          onClick={print}
        >
          {t('do.print')}&nbsp;<kbd>F8</kbd>
        </Button>
        <Button size="sm" variant="default" onClick={close}>
          {t('do.put-away')}&nbsp;<kbd>Esc</kbd>
        </Button>
      </p>
    </section>
  );
};
