import type { Say } from '../../ui/language.ts';
import type { SaveBlock } from './save-block.ts';

/** Why the submit is held back and what to do, as Zendesk shows it to the agent. */
export function saveBlockText(block: SaveBlock, say: Say): string {
  switch (block.code) {
    case 'gap':
      return say('draft.placeholder', { what: block.what });
    case 'unrendered':
      return say('draft.unrendered', { what: block.what });
    case 'outcome_missing':
      return say('draft.outcomeMissing');
  }
}
