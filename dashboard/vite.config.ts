import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

const silo = 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [preact()],
  // See that file: the workbook writer's own zip needs a worker that the page's Content-Security-Policy refuses.
  resolve: {
    alias: [{ find: /^fflate$/, replacement: fileURLToPath(new URL('src/takeaway/zip.ts', import.meta.url)) }],
  },
  // An inlined file would be a data: URL, which the page's Content-Security-Policy refuses for fonts and scripts.
  build: { outDir: '../artifacts/dashboard', emptyOutDir: true, assetsInlineLimit: 0 },
  server: { proxy: { '/api': process.env.AGGREGATION_URL ?? silo } },
});
