import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import '../theme/fonts.css';
import '../theme/component-styles.ts';
import 'virtual:tokens.css';
import '../theme/global.css';
import { loadConfig } from '../api/config.ts';
import { takeOverSession } from '../api/session.ts';
import { loadMessages } from '../i18n/message-store.ts';
import { loadFrame } from '../layout/shell.tsx';
import { App } from './app.tsx';

// Shown in every language at once, because no texts could be loaded.
const notLoaded = [
  'The catalogue could not be loaded. Load this page again.',
  'No se pudo cargar el catálogo. Vuelva a cargar esta página.',
  'Le catalogue n’a pas pu être chargé. Rechargez cette page.',
];

const root = document.getElementById('root');
if (root) {
  try {
    await Promise.all([loadConfig(), loadMessages(), takeOverSession()]);
    await loadFrame();
    // The page of the server leaves together with its styles (`web/build/start-file.ts`).
    root.replaceChildren();
    for (const style of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet][media=print]'))
      style.media = 'all';
    const app = createRoot(root);
    // In small steps, so that the page answers while its first content is made.
    startTransition(() =>
      app.render(
        <StrictMode>
          <App />
        </StrictMode>,
      ),
    );
  } catch {
    root.setAttribute('role', 'alert');
    root.replaceChildren(...notLoaded.map((text) => Object.assign(document.createElement('p'), { textContent: text })));
  }
}
