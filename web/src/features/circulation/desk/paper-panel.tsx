import { Suspense, useEffect, useRef } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { printPapers } from '../../../components/print-only.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Desk } from './desk.ts';
import type { CheckIn, Paper } from './desk-types.ts';
import { PaperSheets, Sheet } from './paper-sheet.tsx';
import { papersToPrint, shownPapers } from './papers.ts';
import { isPrintingAtOnce } from './printing.ts';
import { useCheckInText } from './use-outcome-texts.ts';

const EarlierPapers = lazyComponent(() => import('./earlier-papers.tsx'), 'EarlierPapers');

const Receipt = ({ paper }: { paper: Extract<Paper, { kind: 'receipt' }> }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { given, family } = paper.patron.name;
  return (
    <>
      <p className="paper-title">{t('paper.receipt')}</p>
      <p>{given ?? family}</p>
      <ul>
        {paper.rows.map(({ key, item, scan, outcome }) => (
          <li key={key}>
            <strong>{item?.title ?? scan}</strong>
            <br />
            {item?.title && `${scan} · `}
            {outcome && 'due' in outcome && t('paper.due', { date: date(outcome.due) })}
          </li>
        ))}
      </ul>
      <p>{t('paper.count', { count: paper.rows.length })}</p>
    </>
  );
};

/** The courier, days, stops and tote of a transit slip, where the consortium has defined them. */
const Carriage = ({ slip: { routes = [], days = [], via = [], tote } }: { slip: NonNullable<CheckIn['slip']> }) => {
  const t = useTranslate();
  const { weekday } = useFormat();
  const { branchName } = useDirectory();
  return (
    <ul>
      {routes.length > 0 && <li>{t('paper.route', { routes: routes.join(' → ') })}</li>}
      {via.length > 0 && <li>{t('paper.via', { stops: via.map(branchName).join(', ') })}</li>}
      {days.length > 0 && <li>{t('paper.days', { days: days.map(weekday).join(', ') })}</li>}
      {tote !== undefined && <li className="paper-branch">{t('paper.tote', { tote })}</li>}
    </ul>
  );
};

/** For whom a copy waits, as the branch chose, and until when. */
const HeldFor = ({ heldFor: { kind, label, until } }: { heldFor: NonNullable<CheckIn['heldFor']> }) => {
  const t = useTranslate();
  const { date } = useFormat();
  return (
    <>
      <p className="paper-branch">{t(`paper.for-${kind}`, { label })}</p>
      {until !== undefined && <p className="paper-until">{t('paper.until', { date: date(until) })}</p>}
    </>
  );
};

const Slip = ({ paper: { row, checkIn } }: { paper: Extract<Paper, { kind: 'slip' }> }) => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  const checkInText = useCheckInText();
  return (
    <>
      <p className="paper-title">{t(checkIn.next.step === 'send' ? 'paper.transit' : 'paper.hold')}</p>
      {checkIn.heldFor ? (
        <HeldFor heldFor={checkIn.heldFor} />
      ) : (
        <p className="paper-branch">{branchName(checkIn.next.branchId)}</p>
      )}
      <p>
        <strong>{row.item?.title ?? row.scan}</strong>
        <br />
        {row.scan}
      </p>
      <p>{checkInText(checkIn)}</p>
      {checkIn.slip && <Carriage slip={checkIn.slip} />}
    </>
  );
};

type Panel = { papers: readonly Paper[]; branchId: string; desk: Pick<Desk, 'escape' | 'printed' | 'reprint'> };

/**
 * A preview of the 80 mm documents that wait for the printer, and the earlier ones to print again. Where the desk prints at once, each is
 * printed when it comes; otherwise F8 prints all that wait, because a print dialog would swallow the next scans.
 */
export const PaperPanel = ({ papers, branchId, desk }: Panel) => {
  const t = useTranslate();
  const papersRef = useRef<HTMLDivElement>(null);
  const [shown, due] = [shownPapers(papers), papersToPrint(papers)];
  const isDue = due.some(({ again, state, kind }) => again || (state === 'waiting' && isPrintingAtOnce(kind)));
  useEffect(() => {
    if (!isDue) return;
    printPapers(papersRef.current);
    desk.printed();
  }, [isDue, desk]);
  const sheets = [...new Set([...shown, ...due])];
  const last = sheets.at(-1);
  const earlier = papers.filter((paper) => !sheets.includes(paper));
  return (
    <>
      {last && (
        <PaperSheets
          name={sheets.length > 1 ? t('paper.waiting', { count: sheets.length }) : t(`paper.${last.kind}`)}
          key={last.key}
          papers={papersRef}
          printed={desk.printed}
          close={desk.escape}
        >
          {sheets.map((paper) => (
            <Sheet key={paper.key} branchId={branchId} at={paper.at} isPrinted={due.includes(paper)}>
              {paper.kind === 'receipt' ? <Receipt paper={paper} /> : <Slip paper={paper} />}
            </Sheet>
          ))}
        </PaperSheets>
      )}
      {earlier.length > 0 && (
        <Suspense>
          <EarlierPapers papers={earlier} again={desk.reprint} />
        </Suspense>
      )}
    </>
  );
};
