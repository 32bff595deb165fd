import { Button } from '@mantine/core';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type RuleChange, usePreviewRules } from './effect.ts';
import { RuleEffect } from './rule-effect.tsx';
import './governance.css';

type Given = {
  isReady: boolean;
  /** Returns the rules as entered. */
  change: () => RuleChange;
};

/** Shows what rules as entered would have changed in the last year, before they are proposed or adopted. */
export const EffectPreview = ({ isReady, change }: Given) => {
  const t = useTranslate();
  const preview = usePreviewRules();
  return (
    <section className="stack" aria-label={t('effect.preview-title')}>
      <p>
        <Button
          size="sm"
          variant="default"
          loading={preview.isPending}
          disabled={!isReady}
          onClick={() => preview.mutate(change())}
        >
          {t('effect.preview')}
        </Button>
      </p>
      {preview.error && <FailedNotice thrown={preview.error} />}
      {preview.data && <RuleEffect replayed={preview.data} />}
    </section>
  );
};
