import { getColor, type IGardenTheme } from '@zendeskgarden/react-theming';

/** A colour of Garden's theme by its purpose, such as `foreground.subtle`; for styled-components. */
export function color(variable: string): (props: { theme: IGardenTheme }) => string {
  return ({ theme }) => getColor({ theme, variable });
}

/** A colour by hue and by shade in either scheme. */
export function hue(name: string, light: number, dark: number): (props: { theme: IGardenTheme }) => string {
  return ({ theme }) => getColor({ theme, hue: name, light: { shade: light }, dark: { shade: dark } });
}
