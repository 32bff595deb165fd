import { useEffect } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { CheckIn, Paper } from './desk-types.ts';
import { PaperSheet } from './paper-sheet.tsx';
import { isPrintingAtOnce } from './printing.ts';
import { useCheckInText } from './use-outcome-texts.ts';

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

const Slip = ({ paper: { row, checkIn } }: { paper: Extract<Paper, { kind: 'slip' }> }) => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  const checkInText = useCheckInText();
  return (
    <>
      <p className="paper-title">{t(checkIn.next.step === 'send' ? 'paper.transit' : 'paper.hold')}</p>
      <p className="paper-branch">{branchName(checkIn.next.branchId)}</p>
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

type Panel = { paper: Paper; branchId: string; close: () => void };

/** A preview of the 80 mm document. Slips wait for F8, because a print dialog would swallow the next scans. */
export const PaperPanel = ({ paper, branchId, close }: Panel) => {
  const t = useTranslate();
  useEffect(() => {
    if (paper.kind === 'receipt' && isPrintingAtOnce()) window.print();
  }, [paper]);
  return (
    <PaperSheet
      name={t(paper.kind === 'receipt' ? 'paper.receipt' : 'paper.slip')}
      branchId={branchId}
      at={paper.at}
      close={close}
    >
      {paper.kind === 'receipt' ? <Receipt paper={paper} /> : <Slip paper={paper} />}
    </PaperSheet>
  );
};
