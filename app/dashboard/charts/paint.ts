import { getColor, type IGardenTheme } from '@zendeskgarden/react-theming';
import { useMemo } from 'react';
import { useTheme } from 'styled-components';

/** The colours of pictures in the reader's scheme. Amber and red are not among them: they are for what is due. */
export interface Paint {
  readonly strong: string;
  readonly soft: string;
  readonly mute: string;
  readonly band: string;
  readonly line: string;
  readonly text: string;
  readonly subtle: string;
  readonly ground: string;
  /** Above the usual range, and late without a reason. */
  readonly warning: string;
  readonly danger: string;
  /** Upheld, partly upheld, not upheld; white letters can be read on each. */
  readonly outcomes: readonly [string, string, string];
  /** For what has no colour of its own, one after the other. */
  readonly series: readonly string[];
}

const hueOf = (theme: IGardenTheme, hue: string, light: number, dark: number): string =>
  getColor({ theme, hue, light: { shade: light }, dark: { shade: dark } });

function paintOf(theme: IGardenTheme): Paint {
  const of = (hue: string, light: number, dark: number) => hueOf(theme, hue, light, dark);
  const named = (variable: string) => getColor({ theme, variable });
  return {
    strong: of('blue', 700, 500),
    soft: of('blue', 400, 800),
    mute: of('grey', 500, 600),
    band: of('blue', 100, 1000),
    line: named('border.default'),
    text: named('foreground.default'),
    subtle: named('foreground.subtle'),
    ground: named('background.default'),
    warning: of('yellow', 500, 500),
    danger: named('foreground.danger'),
    outcomes: [of('blue', 1000, 900), of('blue', 700, 700), of('grey', 800, 700)],
    series: [
      of('blue', 700, 500),
      of('blue', 400, 800),
      of('purple', 600, 500),
      of('teal', 500, 600),
      of('green', 700, 800),
      of('fuschia', 500, 700),
    ],
  };
}

export function usePaint(): Paint {
  const theme = useTheme();
  return useMemo(() => paintOf(theme), [theme]);
}
