import { useEffect } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useSay } from '../../../i18n/translate.ts';
import type { CheckIn, Paper } from './desk-types.ts';
import { PaperSheet } from './paper-sheet.tsx';
import { isPrintingAtOnce } from './printing.ts';
import { useCheckInWords } from './use-outcome-texts.ts';

const Receipt = ({ paper }: { paper: Extract<Paper, { kind: 'receipt' }> }) => {
  const say = useSay();
  const { date } = useFormat();
  const { given, family } = paper.patron.name;
  return (
    <>
      <p className="paper-title">{say('paper.receipt')}</p>
      <p>{given ?? family}</p>
      <ul>
        {paper.rows.map(({ key, item, scan, outcome }) => (
          <li key={key}>
            <strong>{item?.title ?? scan}</strong>
            <br />
            {item?.title && `${scan} · `}
            {outcome && 'due' in outcome && say('paper.due', { date: date(outcome.due) })}
          </li>
        ))}
      </ul>
      <p>{say('paper.count', { count: paper.rows.length })}</p>
    </>
  );
};

/** By which courier it goes, on which days, over which stops and in which tote, where the consortium has such. */
const Carriage = ({ slip: { routes = [], days = [], via = [], tote } }: { slip: NonNullable<CheckIn['slip']> }) => {
  const say = useSay();
  const { weekday } = useFormat();
  const { branchName } = useDirectory();
  return (
    <ul>
      {routes.length > 0 && <li>{say('paper.route', { routes: routes.join(' → ') })}</li>}
      {via.length > 0 && <li>{say('paper.via', { stops: via.map(branchName).join(', ') })}</li>}
      {days.length > 0 && <li>{say('paper.days', { days: days.map(weekday).join(', ') })}</li>}
      {tote !== undefined && <li className="paper-branch">{say('paper.tote', { tote })}</li>}
    </ul>
  );
};

const Slip = ({ paper: { row, checkIn } }: { paper: Extract<Paper, { kind: 'slip' }> }) => {
  const say = useSay();
  const { branchName } = useDirectory();
  const checkInWords = useCheckInWords();
  return (
    <>
      <p className="paper-title">{say(checkIn.next.step === 'send' ? 'paper.transit' : 'paper.hold')}</p>
      <p className="paper-branch">{branchName(checkIn.next.branchId)}</p>
      <p>
        <strong>{row.item?.title ?? row.scan}</strong>
        <br />
        {row.scan}
      </p>
      <p>{checkInWords(checkIn)}</p>
      {checkIn.slip && <Carriage slip={checkIn.slip} />}
    </>
  );
};

type Panel = { paper: Paper; branchId: string; close: () => void };

/** What goes on 80 mm paper, as it will look. Slips wait for F8: a print dialog would swallow the scans that follow. */
export const PaperPanel = ({ paper, branchId, close }: Panel) => {
  const say = useSay();
  useEffect(() => {
    if (paper.kind === 'receipt' && isPrintingAtOnce()) window.print();
  }, [paper]);
  return (
    <PaperSheet
      name={say(paper.kind === 'receipt' ? 'paper.receipt' : 'paper.slip')}
      branchId={branchId}
      at={paper.at}
      close={close}
    >
      {paper.kind === 'receipt' ? <Receipt paper={paper} /> : <Slip paper={paper} />}
    </PaperSheet>
  );
};
