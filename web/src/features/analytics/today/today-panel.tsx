import type { ReactNode } from 'react';
import { Panel } from '../../../components/panel.tsx';

type Props = {
  /** The name by which the numbers of the day find the panel. */
  id: string;
  title: string;
  count?: ReactNode;
  note?: ReactNode;
  action?: ReactNode;
  /** The sentence instead of rows. */
  empty: string;
  isEmpty: boolean;
  children: ReactNode;
};

/** One list of the day: its number, its first rows, and the way to all of it. A list without rows is one sentence. */
export const TodayPanel = ({ id, empty, isEmpty, children, ...head }: Props) => (
  <div id={`today-${id}`} tabIndex={-1} className="today-panel">
    <Panel {...head} flush={!isEmpty}>
      {isEmpty ? <p className="today-empty">{empty}</p> : children}
    </Panel>
  </div>
);
