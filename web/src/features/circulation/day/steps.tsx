import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Badge } from '../../../components/badge.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import './day.css';

/** One thing that opens or closes a day. `isDone` is undefined while that is not known, and for what nothing records. */
export type Step = { name: string; link: LinkProps; state: ReactNode; isDone?: boolean | undefined };

/** The things that open or close a day, each with its state and the page where it is done. */
export const Steps = ({ title, steps }: { title: string; steps: readonly Step[] }) => {
  const t = useTranslate();
  const known = steps.filter(({ isDone }) => isDone !== undefined);
  const done = known.filter(({ isDone }) => isDone).length;
  return (
    <Panel title={title} note={t('day.done-of', { done, all: known.length })} flush>
      <ul className="day-steps">
        {steps.map(({ name, link, state, isDone }) => (
          <li key={name}>
            <span className="day-mark">
              {isDone === true && (
                <Badge tone="good" icon="yes">
                  {t('day.done')}
                </Badge>
              )}
              {isDone === false && (
                <Badge tone="warn" icon="wait">
                  {t('day.to-do')}
                </Badge>
              )}
            </span>
            <Link {...link}>{name}</Link>
            <span className="quiet">{state}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
