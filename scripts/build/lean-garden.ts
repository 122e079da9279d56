import type { Plugin } from 'vite';

const GARDEN = /\/@zendeskgarden\/.*\.js$/;
/** As Garden's files are written: from the beginning of a line to the closing bracket at the beginning of another. */
const PROP_TYPES = /^\w+\.propTypes = \{\n[\s\S]*?^\};$/gm;
const IMPORT = /^import PropTypes from 'prop-types';$/m;

/** Leaves out of Garden's components the checks of their properties, which React looks at while developing alone. */
export function leanGarden(): Plugin {
  return {
    name: 'lean-garden',
    apply: 'build',
    transform: {
      filter: { id: GARDEN, code: '.propTypes = {' },
      handler(code) {
        // The lines stay as many, so that maps still fit.
        const without = code.replace(PROP_TYPES, (found) => found.replace(/[^\n]/g, ''));
        const isLeft = /\bPropTypes\./.test(without);
        return { code: isLeft ? without : without.replace(IMPORT, ''), map: null };
      },
    },
  };
}
