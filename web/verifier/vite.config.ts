/** Builds the offline verifier as one HTML file that can be kept, mailed and opened without a network. */
import { defineConfig } from 'vite';
import { selfContained } from './self-contained.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [selfContained()],
  build: {
    target: 'es2022',
    outDir: '../dist',
    // The console is there already.
    emptyOutDir: false,
    modulePreload: false,
    rollupOptions: { input: `${import.meta.dirname}/verify.html` },
  },
});
