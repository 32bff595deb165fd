import type { ReactNode } from 'react';
import './fact.css';

/** One line of a list of facts; renders nothing when it has no value. */
export const Fact = ({ name, children }: { name: string; children: ReactNode }) => {
  const isThere = children !== undefined && children !== null && children !== false && children !== '';
  return isThere ? (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;
};
