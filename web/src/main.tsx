import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './style/kit.ts';
import './style/house.css';
import { App } from './app.tsx';
import { loadConfig } from './config.ts';
import { loadWords } from './words/words-store.ts';

// Said where no words came, so in every language at once.
const notLoaded = [
  'The catalogue could not be loaded. Load this page again.',
  'No se pudo cargar el catálogo. Vuelva a cargar esta página.',
];

const root = document.getElementById('root');
if (root) {
  try {
    await Promise.all([loadConfig(), loadWords()]);
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
  } catch {
    root.setAttribute('role', 'alert');
    root.replaceChildren(...notLoaded.map((text) => Object.assign(document.createElement('p'), { textContent: text })));
  }
}
