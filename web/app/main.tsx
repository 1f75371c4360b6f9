import '../design/tokens.css';
import '../design/fonts.css';
import '../design/base.css';
import '../design/layout.css';
import '../design/controls.css';
import '../design/surfaces.css';
import '../design/pages.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
