/**
 * Functions that only make something: what nobody uses of it can be left out. Of packages that call them as they are
 * loaded without saying so: polished's `curry`, and what makes Garden's components.
 */
export const PURE = ['curry', 'styled', 'css', 'keyframes', 'createGlobalStyle', 'forwardRef'] as const;
