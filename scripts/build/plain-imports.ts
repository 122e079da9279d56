import type { Plugin } from 'vite';

/** What Vite wraps around each `import()` of a page. */
const HELPER = /vite\/preload-helper/;

/**
 * Imports on demand as the browser does them. Vite's wrapper would load style sheets first, and with
 * `build.modulePreload` what a part imports: the page has none of the one and does without the other.
 */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: HELPER },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}
