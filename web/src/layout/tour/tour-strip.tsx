import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useTextOf, useTranslate } from '../../i18n/translate.ts';
import { moveTour } from './tour-place.ts';
import './tour-strip.css';
import { tourSteps } from './tour-steps.ts';
import { useTour } from './use-tour.ts';

/** The strip at the foot during the tour of the demo: what the page shows, and the way to the next. */
export const TourStrip = ({ place }: { place: number }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const router = useRouter();
  const { open, state } = useTour();
  const step = tourSteps[place];
  if (!step) return null;
  const leave = (): void => {
    moveTour(undefined);
    void router.navigate({ to: '/welcome' });
  };
  const isLast = place === tourSteps.length - 1;
  return (
    <aside className="tour-strip" aria-label={t('tour.name')}>
      <p>
        <strong>
          {t('tour.place', { place: place + 1, of: tourSteps.length })} {textOf('tour', step.id)}
        </strong>{' '}
        {textOf('tour-text', step.id)}
      </p>
      <div className="tour-ways">
        {state === 'failed' && <span role="alert">{t('tour.failed')}</span>}
        {place > 0 && (
          <Button variant="default" size="xs" onClick={() => void open(place - 1)}>
            {t('tour.back')}
          </Button>
        )}
        {isLast ? (
          <Button size="xs" className="tour-next" onClick={leave}>
            {t('tour.end')}
          </Button>
        ) : (
          <Button size="xs" className="tour-next" loading={state === 'opening'} onClick={() => void open(place + 1)}>
            {t('tour.next')}
          </Button>
        )}
        {!isLast && (
          <button type="button" className="tour-leave" onClick={leave}>
            {t('tour.leave')}
          </button>
        )}
      </div>
    </aside>
  );
};
