import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './style/kit.ts';
import './style/house.css';
import { App } from './app.tsx';
import { loadConfig } from './config.ts';
import { loadWords } from './words/words-store.ts';

const root = document.getElementById('root');
if (root) {
  await Promise.all([loadConfig(), loadWords()]);
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
