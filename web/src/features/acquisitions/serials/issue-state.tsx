import { Badge, type Tone } from '../../../components/badge.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Issue } from './serials.ts';

const tones: Record<Issue['state'], Tone> = {
  ...{ expected: 'none', 'partly-arrived': 'info', arrived: 'good', missing: 'bad', 'not-issued': 'none' },
};

/** The state of an issue in words, with the reason why it is given up. */
export const IssueBadge = ({ issue: { state, reason } }: { issue: Issue }) => {
  const t = useTranslate();
  return (
    <Badge tone={tones[state]}>
      {reason === undefined ? t(`serial-state.${state}`) : t(`serial-missing.${reason}`)}
    </Badge>
  );
};
