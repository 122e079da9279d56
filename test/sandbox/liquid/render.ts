import { Liquid } from 'liquidjs';
import type { Account } from '../account/account.ts';
import { fillDynamicContent } from './dynamic-content.ts';
import { type PlaceholderFrame, ticketContext } from './ticket-context.ts';

/** Renders placeholders as Zendesk does: unknown ones become empty, Liquid tags work, broken Liquid stays as it is. */
export interface Renderer {
  text(source: string, frame: PlaceholderFrame): string;
  /** The same for HTML: values are escaped, dynamic content is not. */
  html(source: string, frame: PlaceholderFrame): string;
}

export function createRenderer(account: Account): Renderer {
  const plain = new Liquid();
  const escaping = new Liquid({ outputEscape: 'escape' });
  const render = (engine: Liquid, source: string, frame: PlaceholderFrame): string => {
    const filled = fillDynamicContent(account, source, frame.locale);
    try {
      const result: unknown = engine.parseAndRenderSync(filled, ticketContext(account, frame));
      return String(result);
    } catch (error) {
      // Zendesk sends a text with broken Liquid unrendered rather than not at all.
      if (error instanceof Error && /ParseError|TokenizationError|RenderError/.test(error.name))
        return filled;
      throw error;
    }
  };
  return {
    text: (source, frame) => render(plain, source, frame),
    html: (source, frame) => render(escaping, source, frame),
  };
}
