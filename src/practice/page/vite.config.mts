import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/**
 * The drawing library knows Slack's emoji itself and asks node-emoji first, which knows fewer and is a tenth of the
 * page: it is left out.
 */
function withoutNodeEmoji(): Plugin {
  const id = '\0node-emoji';
  return {
    name: 'without-node-emoji',
    enforce: 'pre',
    resolveId: (source) => (source === 'node-emoji' ? id : null),
    load: (loaded) =>
      loaded === id ? 'export const emojify = (name, { fallback }) => fallback(name.slice(1, -1));' : null,
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [withoutNodeEmoji()],
  build: {
    outDir: path.join(import.meta.dirname, '../../../dist/practice/page'),
    emptyOutDir: true,
    // One page, served by this machine: cutting it up would gain nothing.
    chunkSizeWarningLimit: 2000,
  },
});
