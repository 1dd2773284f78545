import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

const silo = 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [preact()],
  // An inlined file would be a data: URL, which the page's Content-Security-Policy refuses for fonts and scripts.
  build: { outDir: '../artifacts/dashboard', emptyOutDir: true, assetsInlineLimit: 0 },
  server: { proxy: { '/api': process.env.AGGREGATION_URL ?? silo } },
});
