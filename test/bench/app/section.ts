import { launchBrowser } from '../../support/browser.ts';
import type { Section } from '../figure.ts';
import { dashboardFigures } from './dashboard.ts';
import { restFigures } from './rest.ts';
import { sizeFigures } from './size.ts';
import { startFigure } from './start.ts';

export const section: Section = {
  name: 'app',
  title: 'The app in the browser',
  run: async (options) => {
    options.say('app: sizes');
    const sizes = await sizeFigures();
    const browser = await launchBrowser();
    try {
      return [
        ...sizes,
        await startFigure(browser, options),
        ...(await restFigures(browser, options)),
        ...(await dashboardFigures(browser, options)),
      ];
    } finally {
      await browser.close();
    }
  },
};
