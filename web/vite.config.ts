import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { checkedMessages } from './build/checked-messages.ts';

/** The node that `npm run dev` shows; start one with `npm start`. */
const NODE = process.env['URTUU_DEV_NODE'] ?? 'http://127.0.0.1:4200';

export default defineConfig({
  plugins: [react(), checkedMessages(new URL('messages/', import.meta.url))],
  // A worker loads the figures of the countries it is asked for, each from its own file.
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': NODE, '/auth': NODE } },
});
