import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** The four statuses, and none: what is neither good nor bad. */
export type Tone = 'good' | 'info' | 'warn' | 'bad' | 'none';

/** A status label that conveys its state by icon and text as well as by colour. */
export const Badge = ({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) => (
  <span className={`badge badge-${tone}`}>
    {icon && <Icon name={icon} size={15} />}
    {children}
  </span>
);
