import { DEFAULT_THEME, type IGardenTheme, ThemeProvider } from '@zendeskgarden/react-theming';
import { type ReactNode, useMemo } from 'react';
import { createGlobalStyle } from 'styled-components';
import type { ColorScheme } from '../zaf/host.ts';
import { color } from './color.ts';

const Ground = createGlobalStyle`
  :root { color-scheme: ${({ theme }) => theme.colors.base}; }
  *, *::before, *::after { box-sizing: border-box; }
  html, body { margin: 0; padding: 0; }
  body {
    background: ${({ theme }) => color('background.default')({ theme })};
    color: ${({ theme }) => color('foreground.default')({ theme })};
    font-family: ${({ theme }) => theme.fonts.system};
    font-size: ${({ theme }) => theme.fontSizes.md};
    line-height: ${({ theme }) => theme.lineHeights.md};
  }
  h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  /* Garden's transitions end at once for whoever wants no motion. */
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after {
      animation-duration: 1ms !important;
      animation-iteration-count: 1 !important;
      transition-property: none !important;
      scroll-behavior: auto !important;
    }
  }
`;

export interface ThemeProps {
  readonly scheme: ColorScheme;
  readonly children: ReactNode;
}

/** Garden's own colours in the scheme that the agent has chosen in Zendesk. */
export function Theme({ scheme, children }: ThemeProps) {
  const theme = useMemo<IGardenTheme>(
    () => ({ ...DEFAULT_THEME, colors: { ...DEFAULT_THEME.colors, base: scheme } }),
    [scheme],
  );
  return (
    <ThemeProvider theme={theme}>
      <Ground />
      {children}
    </ThemeProvider>
  );
}
