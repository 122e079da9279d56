import { type ColorParameters, getColor } from '@zendeskgarden/react-theming';
import type { DefaultTheme } from 'styled-components';

interface Themed {
  theme: DefaultTheme;
}

/** One of Garden's colours by its variable, such as `background.subtle`, in a styled component. */
export function color(variable: string, more: Omit<ColorParameters, 'theme' | 'variable'> = {}) {
  return ({ theme }: Themed) => getColor({ theme, variable, ...more });
}

/** A shade of a hue that may differ between the light and the dark scheme. */
export function hue(name: string, light: number, dark: number) {
  return ({ theme }: Themed) =>
    getColor({ theme, hue: name, light: { shade: light }, dark: { shade: dark } });
}
