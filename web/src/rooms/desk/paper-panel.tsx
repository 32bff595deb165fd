import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { config } from '../../config.ts';
import { useDirectory } from '../../parts/directory.ts';
import { Icon } from '../../parts/icon.tsx';
import { useFormat } from '../../words/format.ts';
import { useSay } from '../../words/words.tsx';
import type { Paper } from './desk-types.ts';
import { useCheckInWords } from './outcome-words.ts';
import { isPrintingAtOnce } from './printing.ts';

export const printId = 'desk-print';

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
    </>
  );
};

type Panel = { paper: Paper; branchId: string; close: () => void };

/** What goes on 80 mm paper, as it will look. Slips wait for F8: a print dialog would swallow the scans that follow. */
export const PaperPanel = ({ paper, branchId, close }: Panel) => {
  const say = useSay();
  const { time } = useFormat();
  const { branchName } = useDirectory();
  useEffect(() => {
    if (paper.kind === 'receipt' && isPrintingAtOnce()) window.print();
  }, [paper]);
  return (
    <section className="paper-panel" aria-label={say(paper.kind === 'receipt' ? 'paper.receipt' : 'paper.slip')}>
      <div className="paper">
        <p className="paper-head">
          {config().consortium}
          <br />
          {branchName(branchId)}
        </p>
        {paper.kind === 'receipt' ? <Receipt paper={paper} /> : <Slip paper={paper} />}
        <p className="paper-foot">{time(paper.at)}</p>
      </div>
      <p className="row">
        <Button id={printId} size="sm" leftSection={<Icon name="print" size={16} />} onClick={() => window.print()}>
          {say('do.print')}&nbsp;<kbd>F8</kbd>
        </Button>
        <Button size="sm" variant="default" onClick={close}>
          {say('do.put-away')}&nbsp;<kbd>Esc</kbd>
        </Button>
      </p>
    </section>
  );
};
