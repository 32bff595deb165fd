import { Announce } from '../../../components/announce.tsx';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { isOpen, type Load } from '../shared/imports.ts';

const tones: Record<Load['state'], Tone> = {
  ...{ 'awaiting-file': 'none', running: 'warn', done: 'good', rejected: 'bad', failed: 'bad' },
};

/** The state of an import as a badge; also marks an import whose file never arrived. */
export const StateBadge = ({ load }: { load: Load }) => {
  const t = useTranslate();
  const { state } = load;
  const isOver = state === 'awaiting-file' && !isOpen(load);
  return <Badge tone={tones[state]}>{t(isOver ? 'load-state.never-came' : `load-state.${state}`)}</Badge>;
};

/** A progress bar. Screen readers announce each quarter once, not every step. */
export const Bar = ({ name, of, through }: { name: string; of: number; through: number }) => {
  const t = useTranslate();
  const { percent } = useFormat();
  const share = of === 0 ? 0 : through / of;
  const quarter = Math.floor(share * 4) / 4;
  return (
    <>
      <progress className="load-progress" aria-label={name} max={Math.max(1, of)} value={through} />
      <Announce text={t('loads.heard', { name, share: percent(quarter) })} />
    </>
  );
};

/** The progress of a running import: parts of its file, and records so far. */
export const Running = ({ load }: { load: Load }) => {
  const t = useTranslate();
  const { parts, counts, fileName } = load;
  if (parts.all === 0) return <p>{t('loads.cutting')}</p>;
  return (
    <>
      <Bar name={t('loads.bar', { file: fileName })} of={parts.all} through={parts.done} />
      <p>{t('loads.so-far', { read: counts.read, done: parts.done, all: parts.all })}</p>
    </>
  );
};
