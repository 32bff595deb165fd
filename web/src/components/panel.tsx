import { type ReactNode, useId } from 'react';
import './panel.css';

type PanelProps = {
  title: string;
  /** The number of things in the panel, as displayed. */
  count?: ReactNode;
  /** A short text beside the title. */
  note?: ReactNode;
  /** A link or button at the end of the head. */
  action?: ReactNode;
  /** Whether rows or a table reach the panel's edges. */
  flush?: boolean;
  children: ReactNode;
};

/** A part of a page with its title, the number of things in it and one action. */
export const Panel = ({ title, count, note, action, flush = false, children }: PanelProps) => {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {count !== undefined && <span className="panel-count">{count}</span>}
        {note !== undefined && <span className="panel-note">{note}</span>}
        {action !== undefined && <span className="panel-action">{action}</span>}
      </div>
      <div className={flush ? 'panel-body panel-flush' : 'panel-body'}>{children}</div>
    </section>
  );
};
